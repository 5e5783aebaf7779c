import { randomUUID } from 'node:crypto'
import { listInbox, markAllRead, markRead } from '@jiannuo/contract/desk/inbox.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

const send = async (who: 'memA1' | 'mem2A1', minute: number, more: Record<string, unknown> = {}) => {
  const id = randomUUID()
  const sent_at = `2026-03-01T00:${String(minute).padStart(2, '0')}:00.123456Z`
  await city.insert('inbox_item', {
    id,
    person_id: city.person[who],
    kind: 'test',
    object_id: `${minute}`,
    title_zh: `第${minute}条`,
    title_en: `No. ${minute}`,
    link: '/my-pledge',
    sent_at,
    ...more,
  })
  return id
}

describe('inbox', () => {
  it('lists the own messages newest first, page by page, each once, with the count of unread ones', async () => {
    for (let minute = 0; minute < 7; minute++) await send('memA1', minute, minute === 6 ? { due_on: '2026-03-05' } : {})
    await send('mem2A1', 30)
    const caller = city.as('memA1')
    const seen: string[] = []
    let after: string | undefined
    do {
      const { body } = await caller(listInbox, { query: { limit: 3, ...(after ? { after } : {}) } })
      expect(body).toMatchObject({ unread: 7, all: 7 })
      seen.push(...body.items.map(m => m.title.zh))
      after = body.next ?? undefined
    } while (after)
    expect(seen).toEqual(['第6条', '第5条', '第4条', '第3条', '第2条', '第1条', '第0条'])
    const [newest] = (await caller(listInbox, { query: { limit: 1 } })).body.items
    expect(newest).toMatchObject({
      title: { zh: '第6条', en: 'No. 6' },
      link: '/my-pledge',
      dueOn: '2026-03-05',
      read: false,
    })
  })

  it('marks one as read, twice without harm, and never somebody else’s', async () => {
    const [first] = (await city.as('memA1')(listInbox)).body.items
    expect((await city.as('mem2A1')(markRead, { params: { messageId: first!.id } })).status).toBe(404)
    expect((await city.as('memA1')(markRead, { params: { messageId: first!.id } })).body).toEqual({ unread: 6 })
    expect((await city.as('memA1')(markRead, { params: { messageId: first!.id } })).body).toEqual({ unread: 6 })
    const unread = (await city.as('memA1')(listInbox, { query: { only: 'unread' } })).body
    expect(unread.items).toHaveLength(6)
    expect(unread.items.some(m => m.id === first!.id)).toBe(false)
  })

  it('marks all as read that had been sent when the list was seen, and leaves what came since', async () => {
    await send('memA1', 40)
    expect((await city.as('memA1')(markAllRead, { body: { upTo: '2026-03-01T00:30:00Z' } })).body).toEqual({
      unread: 1,
    })
    const { rows } = await city.owner.query(
      "select count(*)::int as n from audit_event where action in ('inbox.read', 'inbox.read-all') and person_id = $1",
      [city.person.memA1],
    )
    expect(rows[0].n).toBe(3)
  })

  it('refuses accounts without a person, strangers and a cursor of its own making', async () => {
    expect((await city.as('system')(listInbox)).status).toBe(403)
    expect((await city.as(null)(listInbox)).status).toBe(401)
    expect((await city.as('memA1')(listInbox, { query: { after: 'bm9uc2Vuc2U' } })).problem.code).toBe('INVALID_INPUT')
    expect((await city.as('memA1')(markAllRead, { body: { upTo: 'yesterday' } })).problem.code).toBe('INVALID_INPUT')
  })
})
