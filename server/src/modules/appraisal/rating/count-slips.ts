import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/appraisal/rating.ts'
import type { SlipCount, TellingSheet } from '@jiannuo/contract/appraisal/rating.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { canonical } from '@jiannuo/engine/canonical.ts'
import { type FieldError, fail, failFields } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { jsonOf, scaleOf, sha256 } from '../scheme/ship-scheme.ts'
import { entitledTo, mostPerSubject } from '../scheme/sitting-state.ts'
import { schemeById } from '../scheme/sql.ts'
import * as sql from './sql.ts'

/** Slips that show no grade of the scale, or several. */
export const INVALID = 'invalid'

function turnOf(sheet: sql.Sheet): TellingSheet['turn'] {
  if (sheet.entry === 'confirmed') return 'done'
  if (sheet.state !== 'rating' || sheet.waived) return 'closed'
  if (sheet.teller === 'first') return sheet.entry === null ? 'mine' : 'theirs'
  return sheet.entry === null ? 'waiting' : 'mine'
}

/** The sheet of one of the two tellers: names and grades, never the other's figures. */
export async function showSheet({ tx, actor }: Change, sheet: sql.Sheet): Promise<TellingSheet> {
  const scheme = (await schemeById(tx, actor.authorityId, sheet.schemeId))!
  const panel = scheme.panels.find(each => each.id === sheet.panel)
  const entitled = entitledTo(sheet)
  return {
    sittingId: sheet.sittingId,
    title: panel?.title ?? { zh: sheet.panel, en: sheet.panel },
    level: sheet.level,
    unitName: sheet.unitName,
    teller: sheet.teller,
    other: sheet.other ?? '',
    turn: turnOf(sheet),
    state: sheet.entry === 'confirmed' ? 'valid' : sheet.entry ? 'sealed' : 'open',
    entitled,
    minimum: sheet.minimum,
    grades: scaleOf(scheme.document, sheet.source),
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

/** Everything that cannot be right about a count, at once. An abstention is a slip that is returned and not counted for that person. */
export function faultsOfCount(
  count: SlipCount,
  sheet: Pick<TellingSheet, 'entitled' | 'mostPerSubject' | 'subjects' | 'grades'>,
): FieldError[] {
  const faults: FieldError[] = []
  const fault = (pointer: string, zh: string, en: string) => faults.push({ pointer, zh, en })
  const { handedOut, returned, counts } = count
  const entitled = sheet.entitled ?? 0
  if (handedOut > entitled)
    fault(
      '/handedOut',
      `发出${handedOut}张，多于应参加的${entitled}人`,
      `${handedOut} handed out, more than the ${entitled} entitled`,
    )
  if (returned > handedOut)
    fault(
      '/returned',
      `收回${returned}张，多于发出的${handedOut}张`,
      `${returned} returned, more than the ${handedOut} handed out`,
    )
  for (const { id, name } of sheet.subjects) {
    const times = counts.filter(each => each.subjectId === id).length
    if (times === 0) fault('/counts', `缺${name}的票数`, `The count of ${name} is missing`)
    if (times > 1) fault('/counts', `${name}写了两次`, `${name} is listed twice`)
  }
  for (const [i, { subjectId, grades, invalid }] of counts.entries()) {
    const who = sheet.subjects.find(each => each.id === subjectId)
    if (!who) fault(`/counts/${i}/subjectId`, '这个人不在这张票上', 'This person is not on the slips')
    const strange = Object.keys(grades).filter(grade => !sheet.grades.some(each => each.id === grade))
    for (const grade of strange)
      fault(
        `/counts/${i}/grades/${grade}`,
        `没有等次“${grade}”，可填：${sheet.grades.map(each => each.title.zh).join('、')}`,
        `No grade "${grade}"; accepted: ${sheet.grades.map(each => each.id).join(', ')}`,
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

/** Checks the count and lays it out in cells, every grade of every person, zeros included. */
async function readCount(change: Change, sheet: sql.Sheet, body: SlipCount): Promise<sql.Entry> {
  if (sheet.state !== 'rating' || sheet.waived)
    fail('STATE_CONFLICT', { state: sheet.waived ? NOT_HELD : NOT_RATING, action: '录入票数' })
  const shown = await showSheet(change, sheet)
  if (shown.entitled === null) fail('REPRESENTATIVES_MISSING')
  const faults = faultsOfCount(body, shown)
  if (faults.length > 0) failFields(faults)
  const cells = body.counts.flatMap(({ subjectId, grades, invalid }) => [
    ...shown.grades.map(each => ({ subjectId, grade: each.id, slips: grades[each.id] ?? 0 })),
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
