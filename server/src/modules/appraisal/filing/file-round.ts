import { randomUUID } from 'node:crypto'
import { counted } from '@jiannuo/contract/counted.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { canonical } from '@jiannuo/engine/canonical.ts'
import { isLow, useOfResults } from '@jiannuo/rules/appraisal/use-of-results.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { cycleById } from '../../cycle/index.ts'
import { requireAction } from '../flow.ts'
import { runs } from '../policy.ts'
import { FULFILMENT } from '../result/gather-input.ts'
import { isUngraded, outcomeOf, traceOf } from '../result/show-results.ts'
import { computationOf, objectionsOf, type ResultRecord, resultsOf as recordsOf } from '../result/sql.ts'
import { gradesOf, jsonOf, sha256 } from '../scheme/ship-scheme.ts'
import { type SchemeRow, schemeById } from '../scheme/sql.ts'
import { decidersOf, managingUnit, type RoundRow, setRound, subjectsOf } from '../sql.ts'
import { Filed } from './filed.ts'
import { resultsOf } from './replay.ts'
import * as sql from './sql.ts'

/** What still stands against filing; empty when nothing does. */
function obstaclesTo(round: RoundRow, records: readonly ResultRecord[], today: string): Both[] {
  const ungraded = records.filter(each => each.grade === null && !isUngraded(traceOf(each)))
  return [
    ...(round.state === 'objection' && round.objectionUntil !== null && today < round.objectionUntil
      ? [
          {
            zh: `异议期到${addDays(round.objectionUntil, -1)}为止，还没有结束`,
            en: `Objections are possible through ${addDays(round.objectionUntil, -1)}`,
          },
        ]
      : []),
    ...(round.objections > 0
      ? [{ zh: `还有${round.objections}件异议没有答复`, en: `${counted(round.objections, 'objection')} not answered` }]
      : []),
    ...(ungraded.length > 0
      ? [{ zh: `还有${ungraded.length}人没有定等次`, en: `${ungraded.length} without a grade` }]
      : []),
  ]
}

export async function previewFiling({ tx, actor, today }: Change, _input: unknown, { round }: { round: RoundRow }) {
  const { authorityId } = actor
  const scheme = (await schemeById(tx, authorityId, round.schemeId))!
  const records = await recordsOf(tx, authorityId, round.id)
  const objections = await objectionsOf(tx, authorityId, round.id)
  const count = (state: string) => objections.filter(each => each.state === state).length
  const obstacles = obstaclesTo(round, records, today)
  const mayFile = round.state === 'objection' && runs(actor.capacity.role, round)
  const early =
    round.state === 'objection' || round.state === 'filed'
      ? []
      : [{ zh: '结果还没有告知本人', en: 'The results are not released yet' }]
  return {
    roundId: round.id,
    level: round.level,
    year: round.year,
    unitName: round.unitName,
    managingUnitName: (await managingUnit(tx, authorityId, round.level, round.unitId)).name,
    subjects: records.length,
    grades: gradesOf(scheme.document).map(grade => ({
      grade,
      count: records.filter(each => each.grade === grade.id).length,
    })),
    ungraded: records.filter(each => isUngraded(traceOf(each))).length,
    objections: { upheld: count('upheld'), corrected: count('corrected'), open: round.objections },
    objectionUntil: round.objectionUntil,
    obstacles: [...early, ...obstacles],
    filingId: (await sql.filingOfRound(tx, authorityId, round.id))?.id ?? null,
    mayFile,
  }
}

/** The document that is filed: canonical JSON of scheme, input, results, decisions and answers. Fails when replaying it would not give the stored results. */
async function draw(
  { tx, actor }: Change,
  round: RoundRow,
  scheme: SchemeRow,
  records: readonly ResultRecord[],
  managing: { id: string; name: string },
): Promise<{ text: string; filed: Filed }> {
  const { authorityId } = actor
  const computation = (await computationOf(tx, authorityId, round.id))!
  const input = Filed.shape.input.parse(JSON.parse(computation.input))
  const people = await subjectsOf(tx, authorityId, round.id)
  const document = Filed.shape.scheme.parse(JSON.parse(JSON.stringify(scheme.document)))
  const again = resultsOf(document, input)
  const stored = input.facts.map(row => outcomeOf(records.find(each => each.subjectId === row.subject)!))
  if (canonical(jsonOf(stored)) !== canonical(jsonOf(again.results)))
    fail('FILING_OBSTACLE', {
      zh: '存着的结果与重新计算的不一致',
      en: 'The stored results differ from those computed again',
    })
  const filed = Filed.parse({
    format: 'jiannuo-filing-1',
    authority: authorityId,
    year: round.year,
    level: round.level,
    unit: { id: round.unitId, name: round.unitName },
    managingUnit: managing,
    scheme: document,
    panels: JSON.parse(JSON.stringify(scheme.panels)),
    schemeSha256: scheme.sha256,
    input,
    inputSha256: computation.sha256,
    subjects: people.map(each => ({
      id: each.id,
      person: each.personId,
      name: each.name,
      unit: each.homeUnitId,
      unitName: each.homeUnitName,
    })),
    results: again.results,
    tracesSha256: again.tracesSha256,
    meeting: { name: round.meeting ?? '', on: round.meetingOn ?? '' },
    decisions: records.map(each => ({
      subject: each.subjectId,
      grade: each.grade,
      reason: each.reason,
      by: each.decidedBy,
      at: each.decidedAt,
    })),
    objections: (await objectionsOf(tx, authorityId, round.id)).map(each => ({
      subject: each.subjectId,
      node: each.node,
      outcome: each.state,
      answer: each.answer,
    })),
  })
  return { text: canonical(jsonOf(filed)), filed }
}

/** What the year of the round calls low, in percent. */
const lowFulfilmentOf = async ({ tx, actor, today }: Change, round: RoundRow): Promise<number> =>
  (await cycleById(tx, actor.authorityId, round.cycleId, today))?.bounds.lowFulfilment ??
  useOfResults.at(today).params.lowFulfilment

/** Files the round with the managing unit. From then on neither document nor results can be changed, by anybody. */
export async function fileRound(change: Change, _input: unknown, { round }: { round: RoundRow }) {
  const { tx, actor, now, today, audit, inform } = change
  const { authorityId } = actor
  requireAction(round, 'file')
  const records = await recordsOf(tx, authorityId, round.id)
  const [obstacle] = obstaclesTo(round, records, today)
  if (obstacle) fail('FILING_OBSTACLE', obstacle)
  const scheme = (await schemeById(tx, authorityId, round.schemeId))!
  const managing = await managingUnit(tx, authorityId, round.level, round.unitId)
  const { text, filed } = await draw(change, round, scheme, records, managing)
  const filing: sql.NewFiling & { schemeId: string } = {
    authorityId,
    id: randomUUID(),
    roundId: round.id,
    schemeId: round.schemeId,
    unitId: round.unitId,
    managingUnitId: managing.id,
    level: round.level,
    year: round.year,
    document: text,
    sha256: sha256(text),
    by: actor.personId ?? actor.accountId,
    at: now.toISOString(),
  }
  await sql.insertFiling(tx, filing)
  const lowFulfilment = await lowFulfilmentOf(change, round)
  const graded = records.flatMap((record): sql.NewFiledResult[] => {
    if (record.grade === null) return []
    const facts = filed.input.facts.find(row => row.subject === record.subjectId)?.facts
    const low = (['party', 'business'] as const).filter(kind => isLow(facts?.[FULFILMENT[kind]], lowFulfilment))
    return [
      {
        id: randomUUID(),
        personId: record.personId,
        name: record.name,
        total: record.total,
        grade: record.grade,
        barred: outcomeOf(record).barred,
        low,
      },
    ]
  })
  if (graded.length > 0) await sql.insertFiledResults(tx, filing, graded)
  await setRound(tx, authorityId, round.id, { state: 'filed' })
  await inform(await decidersOf(tx, authorityId, managing.id, today), {
    kind: 'appraisal.filed',
    objectId: filing.id,
    title: {
      zh: `${round.unitName}${round.year}年度评定结果已报备`,
      en: `${round.unitName} has filed its results of ${round.year}`,
    },
    link: `/appraisal/filings/${filing.id}`,
    unitId: managing.id,
  })
  await audit('appraisal.file', filing.id, { unitId: round.unitId, values: filing.sha256 })
  return { filingId: filing.id, sha256: filing.sha256 }
}
