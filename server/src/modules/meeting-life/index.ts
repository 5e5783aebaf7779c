export { recordCompliance } from './compliance/judge-units.ts'
export { quorumOf } from './hold/quorum.ts'
