export { votingMembers } from './sql.ts'
