export { factsAsOf } from './as-of.ts'
export { listSubjects } from './sql.ts'
