import * as api from '@jiannuo/contract/roster.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import { fail } from '../../../platform/http/fail.ts'
import type { Change, Download } from '../../../platform/http/serve.ts'
import { errorSheet, workbook } from '../../documents/index.ts'
import { specOf } from '../check/draft.ts'
import type { Findings } from './assess.ts'
import { unpack, WAITING } from './packed.ts'
import type { PreviewRow } from './sql.ts'

/** Errors shown at once; the sheet of errors has them all. */
const SHOWN = 200
const State = api.RosterPreview.shape.state

const NOTHING: Findings = { errors: [], remarks: [], headers: [], sheets: [], differences: [] }

const findings = (change: Pick<Change, 'key'>, row: PreviewRow): Findings =>
  row.findings_sealed ? unpack<Findings>(change.key(WAITING), row.findings_sealed) : NOTHING

/** A preview as it is sent. */
export function showPreview(change: Pick<Change, 'key'>, row: PreviewRow): api.RosterPreview {
  const { errors, remarks, headers, sheets } = findings(change, row)
  const columns = sheets.flatMap(({ key, name }, i) => {
    const sheet = api.RosterSheet.parse(key)
    const known = specOf(sheet).columns.map(c => ({ key: c.key, label: { zh: c.zh, en: c.en }, required: c.required }))
    return [{ sheet, name, headers: headers[i] ?? [], columns: known }]
  })
  return {
    id: row.id,
    fileName: row.file_name,
    state: State.parse(row.state),
    madeAt: row.made_at,
    effectiveOn: row.effective_on,
    complete: row.complete,
    digest: row.digest,
    errorCount: row.error_count,
    errors: errors.slice(0, SHOWN),
    remarks,
    columns,
    counts: api.RosterCounts.parse(row.counts),
    confirmedAt: row.confirmed_at,
  }
}

/** One page of what would change or has changed; the cursor is a position, as a preview never changes under it. */
export async function listDifferences(change: Change, { query }: Input<typeof api.listDifferences>, row: PreviewRow) {
  const from = z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .safeParse(query.after ?? 0)
  if (!from.success) fail('INVALID_INPUT', { count: 1 })
  const all = findings(change, row).differences.filter(
    d => (!query.sheet || d.sheet === query.sheet) && (!query.change || d.change === query.change),
  )
  const until = from.data + query.limit
  return { items: all.slice(from.data, until), next: until < all.length ? String(until) : null, total: all.length }
}

/** Every error of the file, as a sheet. */
export async function downloadErrors(change: Change, _input: unknown, row: PreviewRow): Promise<Download> {
  return {
    body: await workbook([errorSheet(findings(change, row).errors)], change.today),
    fileName: `花名册错误清单-${change.today}.xlsx`,
  }
}
