export { exportFile } from './export-roster.ts'
export { importFile } from './import-file.ts'
