export { exportFile } from './export-roster.ts'
export { type FileImport, importFile } from './import-file.ts'
