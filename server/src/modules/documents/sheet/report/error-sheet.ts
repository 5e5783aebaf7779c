import type { ColumnSpec, SheetSpec } from '../column-spec.ts'
import type { CellError } from '../read-result.ts'
import type { SheetToWrite } from '../write-table.ts'

const text = (key: string, zh: string, en: string, max = 60): ColumnSpec => ({
  key,
  zh,
  en,
  kind: 'text',
  required: false,
  aliases: [],
  max,
})

const ERRORS: SheetSpec = {
  key: 'errors',
  zh: '错误清单',
  en: 'Errors',
  required: false,
  aliases: [],
  columns: [
    text('sheet', '工作表', 'Sheet'),
    { key: 'row', zh: '行', en: 'Row', kind: 'integer', required: false, aliases: [] },
    text('letter', '列', 'Column'),
    text('header', '表头', 'Header'),
    text('value', '现在的值', 'Value'),
    text('zh', '问题', 'Problem (Chinese)', 200),
    text('accepted', '可以填', 'Accepted (Chinese)', 200),
    text('en', '问题（英文）', 'Problem', 200),
    text('acceptedEn', '可以填（英文）', 'Accepted', 200),
  ],
}

/** The errors of an import as a sheet to download and work through. */
export function errorSheet(errors: readonly CellError[]): SheetToWrite {
  const rows = errors.map(({ sheet, row, column, value, zh, en, accepted }) => {
    return { sheet, row: String(row), ...column, value, zh, en, accepted: accepted.zh, acceptedEn: accepted.en }
  })
  return { spec: ERRORS, rows }
}
