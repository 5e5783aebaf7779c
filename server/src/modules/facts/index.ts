export { factsAsOf } from './as-of.ts'
