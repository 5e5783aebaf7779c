import { randomUUID } from 'node:crypto'
import type { PanelOfScheme } from '@jiannuo/contract/appraisal/round.ts'
import type * as api from '@jiannuo/contract/appraisal/unit-panel.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { hidden, type Policy, refused } from '../../../../platform/http/actor.ts'
import { type FieldError, fail, failFields } from '../../../../platform/http/fail.ts'
import type { Change } from '../../../../platform/http/serve.ts'
import type { SchemeRow } from '../../scheme/sql.ts'
import { isScore, measureOf } from '../../sitting/panels.ts'
import { requireAction } from '../course/course.ts'
import { mayReadUnit } from '../policy.ts'
import type { UnitFacts } from '../unit/show-unit.ts'
import { leadersOf } from '../unit/sql.ts'
import { mayRate, raterOf } from './rater.ts'
import { saveUnitRating } from './sql.ts'

export interface RatingFacts extends UnitFacts {
  scheme: SchemeRow
  panel: PanelOfScheme
}

export const mayRateUnit: Policy<RatingFacts> = (actor, { assessment, unit, panel }) => {
  if (mayRate(actor, assessment, panel, unit) !== 'no') return true
  return mayReadUnit(actor, { assessment, unit }) === true || (unit.office && assessment.state === 'rating')
    ? refused
    : hidden
}

function faultsOf(
  { value, document }: Input<typeof api.rateUnit>['body'],
  scheme: SchemeRow,
  source: string,
  wantsDocument: boolean,
): FieldError[] {
  const { grades, outOf } = measureOf(scheme, source)
  const fits = outOf === null ? grades.some(each => each.id === value) : isScore(value, outOf)
  const faults: FieldError[] = []
  if (!fits)
    faults.push(
      outOf === null
        ? {
            pointer: '/value',
            zh: `没有等次“${value}”，可选：${grades.map(each => each.title.zh).join('、')}`,
            en: `No grade "${value}"; accepted: ${grades.map(each => each.id).join(', ')}`,
          }
        : {
            pointer: '/value',
            zh: `请填写0—${outOf}的分数，最多2位小数`,
            en: `Give a score from 0 to ${outOf} with at most 2 decimals`,
          },
    )
  if (wantsDocument && document === null)
    faults.push({
      pointer: '/document',
      zh: '代其他组织录入的，请写明文件或会议记录',
      en: 'Entered for another body: name its document or minutes',
    })
  return faults
}

/** The rating of one body on one unit, to be changed until the computation. Fails RATING_ONESELF for whoever leads the unit and rates it in another body's name. */
export async function rateUnit(
  { tx, actor, now, today, audit }: Change,
  { body }: Input<typeof api.rateUnit>,
  { unit, assessment, scheme, panel }: RatingFacts,
) {
  requireAction(assessment, 'rate')
  const rater = raterOf(panel, assessment.unitId, unit)
  const wantsDocument = mayRate(actor, assessment, panel, unit) === 'document'
  const faults = faultsOf(body, scheme, panel.source, wantsDocument)
  if (faults.length > 0) failFields(faults)
  const leaders = await leadersOf(tx, actor.authorityId, [unit.unitId], today)
  if (rater !== unit.unitId && leaders.some(each => each.personId === actor.personId)) fail('RATING_ONESELF')
  const at = now.toISOString()
  await saveUnitRating(tx, actor.authorityId, {
    ...{ id: randomUUID(), assessedId: unit.id, unitId: rater, source: panel.source, ...body },
    ...{ by: actor.personId ?? actor.accountId, at },
  })
  await audit('appraisal.rate-unit', unit.id, { unitId: unit.unitId, values: { source: panel.source, ...body } })
  return { value: body.value, ratedAt: at }
}
