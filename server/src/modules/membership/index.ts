export {
  type Headcount,
  headcount,
  type Member,
  memberById,
  membersOfUnit,
  unitOfMember,
  votingMembers,
} from './sql.ts'
export { takesMembers } from './takes-members.ts'
