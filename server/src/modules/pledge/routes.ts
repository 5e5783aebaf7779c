import { routes as coverage } from './coverage/routes.ts'
import { routes as duty } from './duty/routes.ts'
import { routes as review } from './review/routes.ts'
import { routes as writing } from './writing/routes.ts'

export const routes = [...coverage, ...duty, ...review, ...writing]
