import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/appraisal/rating.ts'
import type { SlipCount, TellingSheet } from '@jiannuo/contract/appraisal/rating.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { canonical } from '@jiannuo/engine/canonical.ts'
import { pileFaults, turnOf } from '@jiannuo/rules/ballot/two-tellers.ts'
import { type FieldError, fail, failFields } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { jsonOf, sha256 } from '../scheme/ship-scheme.ts'
import { schemeById } from '../scheme/sql.ts'
import { isScore, measureOf, panelsOf } from '../sitting/panels.ts'
import { entitledTo, mostPerSubject } from '../sitting/sitting-state.ts'
import * as sql from './sql.ts'

/** Slips that show no grade of the scale, or several. */
export const INVALID = 'invalid'

const turnAt = (sheet: sql.Sheet): TellingSheet['turn'] =>
  sheet.entry !== 'confirmed' && (!sheet.isRating || sheet.waived) ? 'closed' : turnOf(sheet.teller, sheet.entry)

/** The sheet of one of the two tellers: names and grades, never the other's figures. */
export async function showSheet({ tx, actor }: Change, sheet: sql.Sheet): Promise<TellingSheet> {
  const scheme = (await schemeById(tx, actor.authorityId, sheet.schemeId))!
  const panel = panelsOf(scheme).find(each => each.id === sheet.panel)
  const entitled = entitledTo(sheet)
  return {
    sittingId: sheet.sittingId,
    title: panel?.title ?? { zh: sheet.panel, en: sheet.panel },
    about: sheet.about,
    unitName: sheet.unitName,
    teller: sheet.teller,
    other: sheet.other ?? '',
    turn: turnAt(sheet),
    state: sheet.entry === 'confirmed' ? 'valid' : sheet.entry ? 'sealed' : 'open',
    entitled,
    minimum: sheet.minimum,
    ...measureOf(scheme, sheet.source),
    subjects: sheet.subjects,
    mostPerSubject: entitled === null ? null : mostPerSubject(panel, entitled),
    rejected: sheet.rejected,
  }
}

export async function listTellings(change: Change) {
  const { tx, actor } = change
  const items: TellingSheet[] = []
  for (const { id } of actor.personId ? await sql.tellingsOf(tx, actor.authorityId, actor.personId) : []) {
    const sheet = await sql.sheetOf(tx, id)
    if (sheet) items.push(await showSheet(change, sheet))
  }
  const order = ['mine', 'waiting', 'theirs', 'done', 'closed']
  return { items: items.toSorted((a, b) => order.indexOf(a.turn) - order.indexOf(b.turn)) }
}

/** Everything that cannot be right about a count, at once. An abstention is a slip that is returned and not counted for that person or unit. */
export function faultsOfCount(
  count: SlipCount,
  sheet: Pick<TellingSheet, 'entitled' | 'mostPerSubject' | 'subjects' | 'grades' | 'outOf'>,
): FieldError[] {
  const { returned, counts } = count
  const faults: FieldError[] = pileFaults(count, sheet.entitled ?? 0)
  const fault = (pointer: string, zh: string, en: string) => faults.push({ pointer, zh, en })
  const { outOf } = sheet
  const isKnown = (grade: string) =>
    outOf === null ? sheet.grades.some(each => each.id === grade) : isScore(grade, outOf)
  for (const { id, name } of sheet.subjects) {
    const times = counts.filter(each => each.subjectId === id).length
    if (times === 0) fault('/counts', `缺${name}的票数`, `The count of ${name} is missing`)
    if (times > 1) fault('/counts', `${name}写了两次`, `${name} is listed twice`)
  }
  for (const [i, { subjectId, grades, invalid }] of counts.entries()) {
    const who = sheet.subjects.find(each => each.id === subjectId)
    if (!who) fault(`/counts/${i}/subjectId`, '不在这张票上', 'Not on the slips')
    for (const grade of Object.keys(grades).filter(each => !isKnown(each)))
      fault(
        `/counts/${i}/grades/${grade}`,
        outOf === null
          ? `没有等次“${grade}”，可填：${sheet.grades.map(each => each.title.zh).join('、')}`
          : `“${grade}”不是分数，应为0—${outOf}，最多2位小数`,
        outOf === null
          ? `No grade "${grade}"; accepted: ${sheet.grades.map(each => each.id).join(', ')}`
          : `"${grade}" is no score; accepted: 0 to ${outOf} with at most 2 decimals`,
      )
    const sum = Object.values(grades).reduce((a, b) => a + b, invalid)
    const most = Math.min(returned, sheet.mostPerSubject ?? returned)
    if (sum > most)
      fault(
        `/counts/${i}`,
        `${who?.name ?? ''}各等次合计${sum}张，多于${most}张`,
        `${who?.name ?? ''}: ${sum} slips in all, more than ${most}`,
      )
  }
  return faults
}

const NOT_HELD = { zh: '没有组织', en: 'not held' }
const NOT_RATING = { zh: '不在评议', en: 'not in rating' }
const AGREED = { zh: '已核对一致', en: 'both counts agree' }
const FIRST_AWAITED = { zh: '等第一计票人录入', en: 'waiting for the first teller' }

/** Checks the count and lays it out in cells: every grade of everybody, zeros included, or the scores that were given. */
async function readCount(change: Change, sheet: sql.Sheet, body: SlipCount): Promise<sql.Entry> {
  if (!sheet.isRating || sheet.waived)
    fail('STATE_CONFLICT', { state: sheet.waived ? NOT_HELD : NOT_RATING, action: '录入票数' })
  const shown = await showSheet(change, sheet)
  if (shown.entitled === null) fail('REPRESENTATIVES_MISSING')
  const faults = faultsOfCount(body, shown)
  if (faults.length > 0) failFields(faults)
  const cells = body.counts.flatMap(({ subjectId, grades, invalid }) => [
    ...(shown.outOf === null ? shown.grades.map(each => each.id) : Object.keys(grades).toSorted()).map(grade => ({
      ...{ subjectId, grade, slips: grades[grade] ?? 0 },
    })),
    { subjectId, grade: INVALID, slips: invalid },
  ])
  return { handedOut: body.handedOut, returned: body.returned, cells }
}

/** The first teller's count; until it is confirmed he may replace it. */
export async function enterFirstCount(change: Change, { body }: Input<typeof api.enterFirstCount>, sheet: sql.Sheet) {
  const { tx, audit } = change
  if (sheet.teller !== 'first' || sheet.entry === 'confirmed')
    fail('STATE_CONFLICT', { state: sheet.entry === 'confirmed' ? AGREED : FIRST_AWAITED, action: '录入票数' })
  const entry = await readCount(change, sheet, body)
  if (!(await sql.enterFirst(tx, sheet.sittingId, randomUUID(), entry))) fail('CHANGED_MEANWHILE')
  await audit('appraisal.enter-count', sheet.sittingId)
  return showSheet(change, (await sql.sheetOf(tx, sheet.sittingId))!)
}

/** The second teller counts for himself without seeing the first count. The third disagreement sends both back to the slips. */
export async function enterSecondCount(change: Change, { body }: Input<typeof api.enterSecondCount>, sheet: sql.Sheet) {
  const { tx, audit } = change
  if (sheet.teller !== 'second' || sheet.entry !== 'entered')
    fail('STATE_CONFLICT', {
      state: sheet.entry === 'confirmed' ? AGREED : FIRST_AWAITED,
      action: '核对票数',
    })
  const entry = await readCount(change, sheet, body)
  const compared = await sql.enterSecond(tx, sheet.sittingId, entry, sha256(canonical(jsonOf(entry))))
  if (!compared) fail('CHANGED_MEANWHILE')
  await audit(compared.matched ? 'appraisal.confirm-count' : 'appraisal.counts-differ', sheet.sittingId)
  return { ...compared, sheet: await showSheet(change, (await sql.sheetOf(tx, sheet.sittingId))!) }
}
