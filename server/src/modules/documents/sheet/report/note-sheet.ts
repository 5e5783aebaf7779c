import type { ColumnKind, ColumnSpec, Said, SheetSpec } from '../column-spec.ts'

/** The name of the sheet that explains the others; readers pass over it. */
export const NOTE_SHEET = '填写说明'

const text = (key: string, zh: string, en: string): ColumnSpec => ({
  key,
  zh,
  en,
  kind: 'text',
  required: false,
  aliases: [],
  max: 500,
})

const NOTES: SheetSpec = {
  key: 'notes',
  zh: NOTE_SHEET,
  en: 'How to fill in',
  required: false,
  aliases: [],
  columns: [
    text('sheet', '工作表', 'Sheet'),
    text('column', '列', 'Column'),
    text('required', '必填', 'Required'),
    text('form', '怎么填', 'How to fill in'),
    text('purpose', '用途', 'Purpose'),
  ],
}

const FORMS: Record<ColumnKind, string> = {
  text: '文字',
  day: '写到日的日期，例如 2026-07-01',
  integer: '整数',
  decimal: '数字',
  choice: '从下拉项中选一个',
  phone: '11 位手机号',
  idNumber: '18 位居民身份证号，单元格保持文本格式',
}

/** A sheet that explains every column of the given ones, made from the same descriptions the reader checks against. */
export function noteSheet(specs: readonly SheetSpec[]): { spec: SheetSpec; rows: Record<string, string>[] } {
  const rows = specs.flatMap(spec =>
    spec.columns.map(column => ({
      sheet: spec.zh,
      column: column.zh,
      required: column.required ? '必填' : '选填',
      form: formOf(column),
      purpose: column.hint?.zh ?? '',
    })),
  )
  return { spec: NOTES, rows }
}

function formOf({ kind, choices, blanks, max }: ColumnSpec): string {
  const labels = choices ? `：${choices.map((c: Said) => c.zh).join('、')}` : ''
  const limit = kind === 'text' && max ? `，不超过 ${max} 个字` : ''
  return `${FORMS[kind]}${labels}${limit}${blanks?.length ? `；没有时留空或填“${blanks[0]}”` : ''}`
}
