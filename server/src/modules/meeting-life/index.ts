export { recordCompliance } from './compliance.ts'
export { quorumOf } from './quorum.ts'
