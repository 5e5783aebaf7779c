export { recordCompliance } from './compliance.ts'
