import type * as api from '@jiannuo/contract/desk/overview.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Change, Download } from '../../../../platform/http/serve.ts'
import { type SheetSpec, workbook } from '../../../documents/index.ts'
import { readOrgan } from './read-organ.ts'

const KEPT: Record<(typeof api.BRANCH_FILTERS)[number], (row: api.BranchRow) => boolean> = {
  all: () => true,
  attention: row => row.attention,
  red: row => row.red > 0,
  waiting: row => row.toReview > 0,
}

const column = (key: string, zh: string, en: string, kind: 'text' | 'integer' | 'day' = 'integer') => ({
  ...{ key, zh, en, kind, required: false, aliases: [] },
})
const SHEET: SheetSpec = {
  ...{ key: 'branches', zh: '支部总表', en: 'Branches', required: true, aliases: [] },
  columns: [
    column('name', '支部', 'Branch', 'text'),
    column('secretary', '书记', 'Secretary', 'text'),
    column('members', '党员', 'Members'),
    column('owed', '应承诺', 'Pledges owed'),
    column('inForce', '承诺生效', 'In force'),
    column('redPeople', '红灯人数', 'People with red'),
    column('yellowPeople', '黄灯人数', 'People with yellow'),
    column('confirmed', '年中自查已确认', 'Mid-year checks confirmed'),
    column('termEndsOn', '任期届满', 'Term ends', 'day'),
    column('toReview', '支部待审', 'To review'),
    column('waitingDays', '最长等待（天）', 'Longest wait (days)'),
    column('reason', '堵点，或下一件', 'What to do', 'text'),
  ],
}

/** What the page shows under the filter, row by row in its order. */
export async function exportBranches(change: Change, { query }: Input<typeof api.exportBranches>): Promise<Download> {
  const { unitName, branches } = await readOrgan(change)
  const rows = branches.filter(KEPT[query.show]).map(row => ({
    ...Object.fromEntries(SHEET.columns.map(({ key }) => [key, String(row[key as keyof typeof row] ?? '')])),
    termEndsOn: row.term?.endsOn ?? '',
    reason: row.reason[change.language],
  }))
  await change.audit('overview.export', change.actor.capacity.unitId!, { values: { ...query, rows: rows.length } })
  return {
    body: await workbook([{ spec: SHEET, rows }], change.today),
    fileName: `${unitName}-支部总表-${change.today}.xlsx`,
  }
}
