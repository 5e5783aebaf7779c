import { createHash, randomUUID } from 'node:crypto'
import { closeFeed, downloadFeed, openFeed, readFeed } from '@jiannuo/contract/desk/inbox.ts'
import { cancelMeeting, changeMeeting, planMeeting } from '@jiannuo/contract/meeting-life/meeting.ts'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import type { PersonKey } from '../../../testing/fixture.ts'

let city: TestCity
let pledgeId: string
let itemId: string
beforeAll(async () => {
  city = await openTestCity('2026-07-08')
  const cycleId = randomUUID()
  await city.insert('cycle_year', {
    id: cycleId,
    year: 2026,
    title: '2026年度机关党建责任考评',
    created_at: '2026-01-01T00:00:00Z',
  })
  await city.insert('cycle_phase', {
    cycle_id: cycleId,
    phase: 'fulfilling',
    from_on: '2026-03-21',
    until_on: '2026-12-01',
  })
  await city.insert('cycle_phase', {
    cycle_id: cycleId,
    phase: 'midYear',
    from_on: '2026-07-01',
    until_on: '2026-07-16',
  })
  pledgeId = randomUUID()
  itemId = randomUUID()
  const pledge = {
    cycle_id: cycleId,
    level: 'member',
    person_id: city.person.memA1,
    unit_id: city.unit.a1,
    reviewer_unit_id: city.unit.a1,
    saved_at: '2026-02-01T00:00:00Z',
  }
  await city.insert('pledge_pledge', { ...pledge, id: pledgeId, state: 'inForce', in_force_on: '2026-03-20' })
  const title = '完成水库安全鉴定资料归档，逐座核对图纸、台账和影像；缺一项，退回一项，直到全部一致'
  await city.insert('pledge_item', {
    id: itemId,
    pledge_id: pledgeId,
    position: 0,
    kind: 'business',
    title,
    target: 24,
    unit: '座',
    due_on: '2026-11-30',
    weight: 100,
    state: 'underWay',
  })
  await city.insert('pledge_item', {
    id: randomUUID(),
    pledge_id: pledgeId,
    position: 1,
    kind: 'party',
    title: '讲微党课',
    target: 1,
    unit: '次',
    due_on: '2026-06-30',
    weight: 0,
    state: 'done',
  })
  await city.insert('pledge_pledge', {
    ...pledge,
    id: randomUUID(),
    person_id: city.person.mem2A1,
    state: 'submitted',
    submitted_at: '2026-07-06T02:00:00Z',
    review_due_on: '2026-07-13',
  })
})
afterAll(() => city?.close())

interface Event {
  [name: string]: string
}
/** A strict reader of iCalendar: CRLF, lines of 75 octets at most, folding, nesting, no property it does not know. */
function readCalendar(raw: Buffer): { head: Event; events: Event[] } {
  const text = raw.toString('utf8')
  if (!text.endsWith('END:VCALENDAR\r\n')) throw new Error('does not end with a line break')
  if (/[^\r]\n|\r[^\n]/.test(text)) throw new Error('a line break that is not CRLF')
  const physical = text.split('\r\n')
  for (const line of physical) if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`)
  const lines = text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(line => line !== '')
  const known =
    /^(BEGIN|END|VERSION|PRODID|METHOD|NAME|X-WR-CALNAME|REFRESH-INTERVAL|X-PUBLISHED-TTL|UID|SEQUENCE|DTSTAMP|DTSTART|DTEND|SUMMARY|LOCATION|STATUS|TRANSP|X-MICROSOFT-CDO-ALLDAYEVENT|X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT|URL)([;:])/
  const open: string[] = []
  const head: Event = {}
  const events: Event[] = []
  for (const line of lines) {
    const name = known.exec(line)?.[1]
    if (!name) throw new Error(`not a property known here: ${line}`)
    const value = line.slice(line.indexOf(':') + 1)
    if (name === 'BEGIN') open.push(value)
    if (name === 'BEGIN' && value === 'VEVENT') events.push({})
    else if (name === 'END' && open.pop() !== value) throw new Error(`${value} was not open`)
    else if (name !== 'BEGIN' && name !== 'END')
      Object.assign(open.at(-1) === 'VEVENT' ? events.at(-1)! : head, {
        [line.slice(0, line.indexOf(':'))]: value.replaceAll(/\\([\\;,])/g, '$1').replaceAll('\\n', '\n'),
      })
  }
  if (open.length > 0) throw new Error(`${open.join()} was left open`)
  return { head, events }
}

const tokenOf = (path: string) => /^\/api\/calendar\/([\w-]{43})\.ics$/.exec(path)![1]!
const open = async (who: PersonKey) => tokenOf((await city.as(who)(openFeed)).body.path)
const read = async (token: string, language?: 'zh' | 'en') => {
  const answer = await city.as(null)(downloadFeed, { params: { token }, query: language ? { language } : {} })
  expect(answer.status).toBe(200)
  return { ...readCalendar(answer.raw), headers: answer.headers, text: answer.raw.toString() }
}

describe('calendar feed', () => {
  it('gives phases and own due days as whole days, folded, CRLF, without any zone', async () => {
    const { head, events, headers, text } = await read(await open('memA1'))
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(head).toMatchObject({ VERSION: '2.0', METHOD: 'PUBLISH', 'X-WR-CALNAME': '践诺日程' })
    expect(events.map(e => [e.SUMMARY, e['DTSTART;VALUE=DATE'], e['DTEND;VALUE=DATE']])).toEqual([
      ['2026年度践诺', '20260321', '20261201'],
      ['2026年度年中自查', '20260701', '20260716'],
      [
        '承诺到期：完成水库安全鉴定资料归档，逐座核对图纸、台账和影像；缺一项，退回一项，直到全部一致',
        '20261130',
        '20261201',
      ],
    ])
    expect(text).not.toMatch(/TZID|VTIMEZONE/)
    for (const event of events) expect(event.DTSTAMP).toMatch(/^20260708T\d{6}Z$/)
  })

  it('keeps uid, and counts the revision up when a date moves', async () => {
    const token = await open('memA1')
    const before = (await read(token)).events
    expect(before.map(e => e.SEQUENCE)).toEqual(['0', '0', '0'])
    const cycle = (await city.owner.query('select id from cycle_year')).rows[0].id
    await city.owner.query("update cycle_phase set until_on = '2026-07-21' where phase = 'midYear'")
    await city.insert('cycle_extension', {
      id: randomUUID(),
      cycle_id: cycle,
      phase: 'midYear',
      until_before: '2026-07-16',
      until_after: '2026-07-21',
      reason: '防汛',
      extended_by: city.person.staff,
      extended_at: '2026-07-08T00:00:00Z',
    })
    const amended = randomUUID()
    const item = randomUUID()
    const old = (await city.owner.query('select * from pledge_pledge where id = $1', [pledgeId])).rows[0]
    await city.owner.query("update pledge_pledge set state = 'closed' where id = $1", [pledgeId])
    await city.insert('pledge_pledge', { ...old, id: amended, state: 'inForce', version: 2, amends: pledgeId })
    await city.insert('pledge_item', {
      id: item,
      pledge_id: amended,
      position: 0,
      kind: 'business',
      title: '完成资料归档',
      target: 24,
      unit: '座',
      due_on: '2026-12-10',
      weight: 100,
      state: 'underWay',
      amends_item: itemId,
    })
    const after = (await read(token)).events
    expect(after.map(e => e.UID)).toEqual(before.map(e => e.UID))
    expect(after.map(e => e.SEQUENCE)).toEqual(['1', '1', '1'])
    expect(after[2]).toMatchObject({ UID: `item-${itemId}@jiannuo`, 'DTSTART;VALUE=DATE': '20261210' })
  })

  it('shows a reviewer the last day of a review, naming nobody', async () => {
    const { events } = await read(await open('secA1'), 'en')
    expect(events.map(e => e.SUMMARY)).toContain('A pledge of 规划支部 waits for your review; last day')
    expect(events.find(e => e.UID?.startsWith('review-'))).toMatchObject({
      'DTSTART;VALUE=DATE': '20260713',
      SEQUENCE: '7',
    })
    expect(JSON.stringify(events)).not.toContain('何静言')
    expect((await read(await open('mem2A1'))).events.some(e => e.UID?.startsWith('review-'))).toBe(false)
  })

  it('R2.14 gives a person’s own meetings in UTC to a foreign reader; a change raises the sequence, one called off stays', async () => {
    const meetings = async (token: string) => {
      const root = new ICAL.Component(ICAL.parse((await read(token)).text))
      return root
        .getAllSubcomponents('vevent')
        .map(each => new ICAL.Event(each))
        .filter(each => each.uid.startsWith('meeting-'))
        .map(({ uid, summary, location, sequence, startDate, endDate, component }) => ({
          ...{ uid, summary, location, sequence, status: component.getFirstPropertyValue('status') },
          ...{ zone: startDate.zone.tzid, start: startDate.toJSDate().toISOString() },
          minutes: endDate.subtractDate(startDate).toSeconds() / 60,
        }))
    }
    const plan = {
      ...{ kind: 'themeDay' as const, title: '七月主题党日；参观，座谈', day: '2026-07-15', at: '14:30', minutes: 90 },
      place: '展馆, 二楼',
    }
    const { id } = (await city.as('secA1')(planMeeting, { body: plan })).body
    const [mine, other] = [await open('memA1'), await open('memB1')]
    const expected = {
      ...{ uid: `meeting-${id}@jiannuo`, summary: '七月主题党日；参观，座谈', location: '展馆, 二楼', sequence: 0 },
      ...{ status: 'CONFIRMED', zone: 'UTC', start: '2026-07-15T06:30:00.000Z', minutes: 90 },
    }
    expect(await meetings(mine)).toEqual([expected])
    expect(await meetings(other)).toEqual([])
    await city.as('secA1')(changeMeeting, { params: { meetingId: id }, body: { ...plan, at: '08:00', minutes: 60 } })
    const moved = { ...expected, sequence: 1, start: '2026-07-15T00:00:00.000Z', minutes: 60 }
    expect(await meetings(mine)).toEqual([moved])
    await city.as('secA1')(cancelMeeting, { params: { meetingId: id }, body: { reason: '防汛' } })
    expect(await meetings(mine)).toEqual([
      { ...moved, sequence: 2, status: 'CANCELLED', summary: '已取消：七月主题党日；参观，座谈' },
    ])
  })

  it('keeps the hash of the secret alone; a new one ends the old, stopping it ends all', async () => {
    const old = await open('secB1')
    const { rows } = await city.owner.query('select token_sha256 from desk_feed where person_id = $1', [
      city.person.secB1,
    ])
    expect(rows).toEqual([{ token_sha256: createHash('sha256').update(old).digest('hex') }])
    const next = await open('secB1')
    expect(next).not.toBe(old)
    expect((await city.as(null)(downloadFeed, { params: { token: old } })).status).toBe(404)
    await read(next)
    expect((await city.as('secB1')(readFeed)).body.since).toMatch(/^2026-07-08T/)
    expect((await city.as('secB1')(closeFeed)).status).toBe(204)
    expect((await city.as('secB1')(readFeed)).body).toEqual({ since: null })
    expect((await city.as(null)(downloadFeed, { params: { token: next } })).status).toBe(404)
    const kept = await city.owner.query(
      "select count(*)::int as n from platform_command where reply::text like '%calendar%'",
    )
    expect(kept.rows[0].n).toBe(0)
  })

  it('ends with the account, and takes no secret of another shape', async () => {
    const token = await open('memB1')
    await read(token)
    await city.owner.query("update identity_account set state = 'disabled' where login = 'memB1'")
    expect((await city.as(null)(downloadFeed, { params: { token } })).status).toBe(404)
    expect((await city.as(null)(downloadFeed, { params: { token: 'short' } })).problem.code).toBe('NOT_FOUND')
    expect((await city.as('audit')(openFeed)).status).toBe(403)
  })
})
