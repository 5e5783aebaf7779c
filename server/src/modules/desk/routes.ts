import { routes as inbox } from './inbox/routes.ts'
import { routes as personal } from './personal/routes.ts'
import { routes as reminder } from './reminder/routes.ts'

export const routes = [...personal, ...inbox, ...reminder]
