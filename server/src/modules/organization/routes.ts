import { routes as advice } from './advice/routes.ts'
import { routes as post } from './post/routes.ts'
import { routes as structure } from './structure/routes.ts'
import { routes as term } from './term/routes.ts'
import { routes as zone } from './zone/routes.ts'

export const routes = [...structure, ...post, ...term, ...advice, ...zone]
