export { recordCompliance } from './compliance/judge-units.ts'
export { quorumOf } from './hold/quorum.ts'
export { remindMeetings } from './plan/remind-meetings.ts'
