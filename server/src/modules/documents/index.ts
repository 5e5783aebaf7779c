export { readSchemeText, type SchemeFileError } from './scheme-file/read-scheme.ts'
export { writeSchemeText } from './scheme-file/write-scheme.ts'

export { type FileFault, printFault } from './score-files/file-fault.ts'
export { MOST as MOST_OF_TABLES } from './score-files/read-tables.ts'
export { faultOfText, readBytes } from './score-files/read-text.ts'
export { type NamedFile, scoreFiles } from './score-files/score-files.ts'
export type { ColumnSpec, Said, SheetSpec } from './sheet/column-spec.ts'
export type {
  CellError,
  Mapping,
  Remark,
  SheetRead,
  WorkbookRead,
} from './sheet/read-result.ts'
export { readWorkbook } from './sheet/read-table.ts'
export { errorSheet } from './sheet/report/error-sheet.ts'
export { noteSheet } from './sheet/report/note-sheet.ts'
export { POST_KINDS } from './sheet/roster/post-columns.ts'
export { UNIT_KINDS } from './sheet/roster/unit-columns.ts'
export { ROSTER_SHEETS } from './sheet/roster-columns.ts'
export { workbook } from './sheet/workbook.ts'
export { type SheetToWrite, writeWorkbook } from './sheet/write-table.ts'
