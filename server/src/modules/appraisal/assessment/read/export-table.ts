import type { Change, Download } from '../../../../platform/http/serve.ts'
import { type SheetSpec, workbook } from '../../../documents/index.ts'
import { gradesOf, limitsOf, nodesOf } from '../../scheme/ship-scheme.ts'
import { schemeById } from '../../scheme/sql.ts'
import type { AssessmentRow } from '../sql.ts'
import { listUnits } from '../unit/sql.ts'
import { sinceOf } from './list-units.ts'

const LIGHTS = { green: '绿', yellow: '黄', red: '红' } as const
const COLUMNS = [
  ['name', '单位', 'Unit', 'text'],
  ['organ', '所在机关', 'Organ', 'text'],
  ['organClass', '类别', 'Class', 'text'],
  ['zone', '协作区', 'Zone', 'text'],
  ['total', '得分', 'Points', 'decimal'],
  ['rank', '名次', 'Rank', 'text'],
  ['light', '亮灯', 'Light', 'text'],
  ['proposed', '拟定等次', 'Proposed grade', 'text'],
  ['proposedStars', '拟定星级', 'Proposed stars', 'text'],
  ['grade', '审定等次', 'Grade', 'text'],
  ['stars', '审定星级', 'Stars', 'text'],
  ['tied', '同分待定', 'Tied', 'text'],
  ['limits', '否决和限制', 'Vetoes and limits', 'text'],
  ['blocked', '不能计算', 'Not scored', 'text'],
  ['reason', '理由', 'Reason', 'text'],
  ['since', '变动', 'Since then', 'text'],
] as const
const SHEET: SheetSpec = {
  ...{ key: 'units', zh: '考核结果', en: 'Results', required: false, aliases: [] },
  columns: COLUMNS.map(([key, zh, en, kind]) => ({ key, zh, en, kind, required: false, aliases: [] })),
}

/** The whole table as a workbook. It leaves the system, so it is audited. */
export async function exportAssessment(change: Change, _input: unknown, assessment: AssessmentRow): Promise<Download> {
  const { tx, actor, today, audit } = change
  const { document } = (await schemeById(tx, actor.authorityId, assessment.schemeId))!
  const rows = await listUnits(tx, actor.authorityId, assessment.id, {}, null, null)
  const since = await sinceOf(
    change,
    assessment,
    rows.map(each => each.unitId),
  )
  const titles = new Map(
    [...gradesOf(document), ...limitsOf(document), ...nodesOf(document)].map(each => [each.id, each.title.zh]),
  )
  const named = (id: string | null) => (id === null ? '' : (titles.get(id) ?? id))
  const star = (stars: number | null) => (stars === null ? '' : `${stars}星`)
  await audit('appraisal.export-assessment', assessment.id, { unitId: assessment.unitId })
  const body = await workbook(
    [
      {
        spec: SHEET,
        rows: rows.map(row => ({
          ...{ name: row.name, organ: row.organ, organClass: row.organClass ?? '', zone: row.zone ?? '' },
          total: row.total === null ? '' : String(row.total),
          rank: Object.values(row.ranks).join('、'),
          light: row.light === null ? '' : LIGHTS[row.light],
          ...{ proposed: named(row.proposed), proposedStars: star(row.proposedStars) },
          ...{ grade: named(row.grade), stars: star(row.stars), tied: row.toBeDecided ? '是' : '' },
          limits: [...row.limits, ...row.barred].map(named).join('、'),
          blocked: row.blocked.map(named).join('、'),
          ...{ reason: row.reason ?? '', since: since.get(row.unitId)?.zh ?? '' },
        })),
      },
    ],
    today,
  )
  return { body, fileName: `考核结果-${assessment.period}.xlsx` }
}
