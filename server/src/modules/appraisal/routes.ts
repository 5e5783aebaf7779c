import { routes as assessment } from './assessment/routes.ts'
import { routes as edition } from './edition/routes.ts'
import { routes as filing } from './filing/routes.ts'
import { routes as rating } from './rating/routes.ts'
import { routes as result } from './result/routes.ts'
import { routes as scheme } from './scheme/routes.ts'
import { routes as sitting } from './sitting/routes.ts'
import { routes as whatIf } from './what-if/routes.ts'

export const routes = [...scheme, ...sitting, ...edition, ...rating, ...result, ...filing, ...whatIf, ...assessment]
