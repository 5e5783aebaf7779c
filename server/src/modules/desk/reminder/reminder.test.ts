import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  confirmAddress,
  dropAddress,
  readDeliveries,
  readReminders,
  retryDeliveries,
  setAddress,
  setReminders,
} from '@jiannuo/contract/desk/reminder.ts'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runJob } from '../../../platform/jobs/run-job.ts'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { deliverMessages } from '../index.ts'

const SECRET = 'a secret of some length'
let city: TestCity
let smtp: SMTPServer
let hook: Server
let refusing = false
const mails: { to: string; text: string; id: string }[] = []
const posts: { body: string; stamp: string; signature: string }[] = []

beforeAll(async () => {
  city = await openTestCity('2026-03-02T10:00:00+08:00')
  smtp = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
    onRcptTo: (_address, _session, done) =>
      done(refusing ? Object.assign(new Error('mailbox full'), { responseCode: 452 }) : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const [head = '', body = ''] = raw.split(/\r\n\r\n([\s\S]*)/)
        const text = /base64/i.test(head)
          ? Buffer.from(body, 'base64').toString('utf8')
          : Buffer.from(
              body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
              'latin1',
            ).toString('utf8')
        const to = session.envelope.rcptTo.map(each => each.address).join()
        mails.push({ to, text, id: /message-id: (.*)/i.exec(head)?.[1] ?? '' })
        done()
      })
    },
  })
  hook = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      posts.push({
        body: Buffer.concat(chunks).toString('utf8'),
        stamp: String(request.headers['x-jiannuo-timestamp']),
        signature: String(request.headers['x-jiannuo-signature']),
      })
      response.writeHead(refusing ? 500 : 204).end()
    })
  })
  await Promise.all([smtp.server, hook].map(each => new Promise<void>(done => each.listen(0, '127.0.0.1', done))))
})
afterAll(async () => {
  await Promise.all([smtp, hook].map(each => new Promise<unknown>(done => each?.close(done))))
  await city?.close()
})
const portOf = (server: { address: () => unknown }) => (server.address() as AddressInfo).port

beforeEach(() => {
  refusing = false
  mails.length = 0
  posts.length = 0
  Object.assign(city.platform.settings, {
    smtp: `smtp://127.0.0.1:${portOf(smtp.server)}`,
    hook: null,
    hookSecret: SECRET,
  })
})

let n = 0
const owned = (who: 'secA1' | 'memA1', title: string) =>
  city.owner.query(
    `insert into inbox_item (authority_id, id, person_id, kind, object_id, title_zh, title_en, link, sent_at)
     values ($1, gen_random_uuid(), $2, 'x', $3, $4, $4, '/today', $5)`,
    [city.authorityId, city.person[who], String(n++), title, city.platform.clock.now().toISOString()],
  )
const run = () => runJob(city.platform, { name: 'deliver-messages', cron: '', run: deliverMessages })
const later = (moment: string) => city.moveTo(moment)

describe('R reminders beside the inbox', () => {
  it('an address is used only once the code sent to it has come back', async () => {
    Object.assign(city.platform.settings, { smtp: null })
    const address = { body: { address: 'haoruo@example.org' } }
    expect((await city.as('secA1')(setAddress, address)).problem.code).toBe('MAIL_NOT_SET')
    Object.assign(city.platform.settings, { smtp: `smtp://127.0.0.1:${portOf(smtp.server)}` })
    refusing = true
    expect((await city.as('secA1')(setAddress, address)).problem.code).toBe('MAIL_FAILED')
    expect((await city.as('secA1')(readReminders)).body.address).toBeNull()
    refusing = false
    expect((await city.as('secA1')(setAddress, address)).body).toMatchObject({
      ...{ address: 'h***@example.org', confirmed: false, mode: 'atOnce' },
    })
    expect((await city.as('secA1')(setAddress, address)).problem.code).toBe('MAIL_SOON')
    const code = /验证码：(\d{6})/.exec(mails[0]!.text)![1]!
    const wrong = code === '000000' ? '000001' : '000000'
    await run()
    await owned('secA1', '还不该发')
    await run()
    expect(mails).toHaveLength(1)
    expect((await city.as('secA1')(confirmAddress, { body: { code: wrong } })).problem.code).toBe('MAIL_CODE')
    const good = await city.as('secA1')(confirmAddress, { body: { code } })
    expect(good.body.confirmed, JSON.stringify(good.problem)).toBe(true)
    const sealed = await city.owner.query('select address_sealed from desk_reminder')
    expect(sealed.rows[0].address_sealed).not.toContain('example')
  })

  it('what comes within a minute goes in one mail, never twice, and not what was read', async () => {
    await later('2026-03-02T11:00:00+08:00')
    await run()
    await owned('secA1', '第一条')
    await owned('secA1', '第二条')
    await owned('memA1', '没有留地址的人')
    await owned('secA1', '已经读过')
    await city.owner.query("update inbox_item set read_at = now() where title_zh = '已经读过'")
    await run()
    await run()
    const mine = mails.filter(mail => mail.text.includes('第一条'))
    expect(mine).toHaveLength(1)
    expect(mine[0]).toMatchObject({ to: 'haoruo@example.org' })
    expect(mine[0]!.text).toMatch(/第二条[\s\S]*\/today/)
    expect(mine[0]!.text).not.toContain('已经读过')
  })

  it('waits for the end of the quiet hours, and for the morning when one mail a day is wanted', async () => {
    const wish = { mode: 'atOnce' as const, quietFrom: '21:00', quietUntil: '07:30', hook: true }
    const half = await city.as('secA1')(setReminders, { body: { ...wish, quietUntil: null } })
    expect(half.problem.errors?.[0]?.pointer).toBe('/quietUntil')
    await city.as('secA1')(setReminders, { body: wish })
    await later('2026-03-02T22:00:00+08:00')
    await owned('secA1', '夜里的消息')
    await run()
    expect(mails).toEqual([])
    await later('2026-03-03T07:31:00+08:00')
    await run()
    expect(mails.map(mail => mail.text)).toEqual([expect.stringContaining('夜里的消息')])
    await city.as('secA1')(setReminders, { body: { ...wish, mode: 'daily' } })
    await later('2026-03-03T09:00:00+08:00')
    await owned('secA1', '上午的消息')
    await run()
    expect(mails).toHaveLength(1)
    await later('2026-03-04T08:31:00+08:00')
    await run()
    expect(mails).toHaveLength(2)
    await city.as('secA1')(setReminders, { body: { ...wish, quietFrom: null, quietUntil: null } })
  })

  it('is tried again later, given up at last, and then seen by the person and the system administrator', async () => {
    refusing = true
    await later('2026-03-05T09:00:00+08:00')
    await owned('secA1', '发不出去')
    const times = ['09:00', '09:02', '09:10', '09:50', '12:30']
    for (const time of times) {
      await later(`2026-03-05T${time}:00+08:00`)
      await run()
    }
    expect((await city.as('system')(readDeliveries)).body).toEqual({ waiting: 1, failed: [] })
    await later('2026-03-06T01:00:00+08:00')
    await run()
    const failed = (await city.as('system')(readDeliveries)).body
    expect(failed).toMatchObject({ waiting: 0, failed: [{ channel: 'mail', count: 1, error: 'EENVELOPE 452' }] })
    expect((await city.as('secA1')(readReminders)).body.failedAt).not.toBeNull()
    refusing = false
    expect((await city.as('system')(retryDeliveries)).body).toEqual({ waiting: 1, failed: [] })
    await run()
    expect(mails.map(mail => mail.text)).toEqual([expect.stringContaining('发不出去')])
    expect((await city.as('secA1')(readReminders)).body.failedAt).toBeNull()
  })

  it('the messenger gets everybody’s messages signed, until a person does not want it', async () => {
    await later('2026-03-09T10:00:00+08:00')
    await run()
    Object.assign(city.platform.settings, { smtp: null, hook: `http://127.0.0.1:${portOf(hook)}/messages` })
    await owned('memA1', '请看公示')
    await run()
    const [post] = posts
    const signed = createHmac('sha256', SECRET).update(`${post!.stamp}.${post!.body}`).digest('hex')
    expect(post!.signature).toBe(`sha256=${signed}`)
    expect(JSON.parse(post!.body).messages).toContainEqual(
      expect.objectContaining({
        person: 'memA1',
        title: { zh: '请看公示', en: '请看公示' },
        link: expect.stringMatching(/^http.*\/today$/),
      }),
    )
    await city.as('memA1')(setReminders, { body: { mode: 'off', quietFrom: null, quietUntil: null, hook: false } })
    await owned('memA1', '不再转发')
    await run()
    expect(posts.some(each => each.body.includes('不再转发'))).toBe(false)
  })

  it('an address is forgotten when its owner says so', async () => {
    expect((await city.as('secA1')(dropAddress)).body).toMatchObject({ address: null, confirmed: false, mode: 'off' })
  })
})
