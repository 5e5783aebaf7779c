import { walk } from './walk.ts'

walk(3, 4)
