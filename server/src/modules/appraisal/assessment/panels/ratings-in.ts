import type { Both } from '@jiannuo/contract/values.ts'
import type { RatingRow } from '@jiannuo/engine/score.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import { poolsFrom, ratingsFrom } from '../../result/ratings.ts'
import type { SchemeRow } from '../../scheme/sql.ts'
import { panelsOf } from '../../sitting/panels.ts'
import { stateOf } from '../../sitting/sitting-state.ts'
import { sittingsOf, slipsOf } from '../../sitting/sql.ts'
import type { AssessmentRow } from '../sql.ts'
import { unitsOf } from '../unit/sql.ts'
import { ratedUnits } from './sql.ts'

/** What every panel of an assessment in view still lacks, in words; empty when all have their ratings. */
export async function missingIn(
  { tx, actor }: Change,
  scheme: SchemeRow,
  { id }: Pick<AssessmentRow, 'id'>,
): Promise<Both[]> {
  const sittings = await sittingsOf(tx, actor.authorityId, { assessmentId: id })
  const missing: Both[] = []
  for (const { source, title, modes, quorum } of panelsOf(scheme)) {
    const lacking =
      modes[0] === 'app'
        ? (await ratedUnits(tx, actor.authorityId, id, source)).filter(each => each.value === null)
        : sittings
            .filter(each => each.source === source && stateOf(each, quorum).state !== 'valid')
            .map(each => ({ name: each.homeUnitName }))
    const [first] = lacking
    if (!first) continue
    const more = lacking.length > 1
    missing.push({
      zh: `${title.zh}缺${first.name}${more ? `等${lacking.length}个` : ''}`,
      en: `${title.en}: ${first.name}${more ? ` and ${lacking.length - 1} more` : ''}`,
    })
  }
  return missing
}

/** The ratings that enter the computation: those of bodies by name, and of slips what trust in small groups lets in. */
export async function ratingsIn(
  { tx, actor }: Change,
  scheme: SchemeRow,
  { id }: Pick<AssessmentRow, 'id'>,
): Promise<RatingRow[]> {
  const { authorityId } = actor
  const panels = panelsOf(scheme)
  const named: { subjectId: string; source: string; grade: string }[] = []
  for (const { source } of panels.filter(each => each.modes[0] === 'app'))
    for (const { unitId, value } of await ratedUnits(tx, authorityId, id, source))
      if (value !== null) named.push({ subjectId: unitId, source, grade: value })
  const of = { assessmentId: id }
  const pools = poolsFrom(
    { document: scheme.document, panels },
    await sittingsOf(tx, authorityId, of),
    await slipsOf(tx, authorityId, of),
  )
  const unitOf = new Map((await unitsOf(tx, authorityId, id)).map(each => [each.id, each.unitId]))
  return ratingsFrom(
    named,
    pools.map(each => ({ ...each, subjectId: unitOf.get(each.subjectId)! })),
  )
}
