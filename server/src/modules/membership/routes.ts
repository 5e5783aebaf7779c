import { routes as member } from './member/routes.ts'
import { routes as reorganize } from './reorganize/routes.ts'
import { routes as search } from './search/routes.ts'
import { routes as service } from './service/routes.ts'
import { routes as transfer } from './transfer/routes.ts'

export const routes = [...member, ...service, ...transfer, ...reorganize, ...search]
