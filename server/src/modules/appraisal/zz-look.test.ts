import { createHash, randomBytes, randomUUID } from 'node:crypto'
import fastifyStatic from '@fastify/static'
import * as api from '@jiannuo/contract/appraisal.ts'
import * as filing from '@jiannuo/contract/appraisal-filing.ts'
import * as rating from '@jiannuo/contract/appraisal-rating.ts'
import * as result from '@jiannuo/contract/appraisal-result.ts'
import { chromium } from 'playwright-core'
import { it } from 'vitest'
import { buildApp } from '../../platform/http/app.ts'
import { allRoutes } from '../../routes.ts'
import { openTestCity } from '../../testing/city.ts'
import { arrangeBranch, countSitting, openAndStart, subjectOf } from './testing/arrange.ts'

it('look', async () => {
  const city = await openTestCity('2026-12-22')
  const cycleId = await arrangeBranch(city)
  const app = await buildApp(city.platform, allRoutes(city.platform))
  await app.register(fastifyStatic, { root: '/tmp/appr-dist', wildcard: false, index: false })
  app.get('/*', (_request, reply) => reply.sendFile('index.html'))
  await app.listen({ port: 5687, host: '127.0.0.1' })
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const secretOf = async (who: never, capacity: string) => {
    const secret = randomBytes(32).toString('base64url')
    const sha = createHash('sha256').update(secret).digest('hex')
    await city.owner.query('select open_session($1, $2, $3, $4, false, true, $5, $6)', [
      city.authorityId,
      city.account[who],
      randomUUID(),
      sha,
      '127.0.0.1',
      'test',
    ])
    await city.owner.query('update identity_session set capacity_key = $1 where secret_sha256 = $2', [capacity, sha])
    return secret
  }
  const shoot = async (
    who: string,
    capacity: string | null,
    path: string,
    name: string,
    wide: boolean,
    act?: (page: import('playwright-core').Page) => Promise<unknown>,
  ) => {
    const context = await browser.newContext({
      viewport: wide ? { width: 1280, height: 900 } : { width: 375, height: 800 },
      locale: 'zh-CN',
    })
    await context.addCookies([
      {
        name: 'jiannuo',
        value: await secretOf(who as never, capacity ?? city.capacity[who as never]),
        url: 'http://127.0.0.1:5687',
      },
    ])
    const page = await context.newPage()
    page.on('console', m => m.type() === 'error' && console.log(name, m.text()))
    page.on('pageerror', e => console.log(name, 'ERR', e.message))
    await page.goto(`http://127.0.0.1:5687${path}`)
    await page.waitForTimeout(1500)
    await act?.(page)
    const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    if (Number(over) > 0) console.log(name, 'OVERFLOW', over)
    await page.screenshot({ path: `/tmp/appr-shots/${name}.png`, fullPage: true })
    await context.close()
  }
  const round = await openAndStart(city, 'secA1', { cycleId, level: 'member', unitId: city.unit.a1 })
  const peer = round.sittings.find(each => each.source === 'peer')!.id
  const demo = round.sittings.find(each => each.source === 'democratic')!.id
  await city.as('secA1')(api.prepareSitting, {
    params: { sittingId: peer },
    body: { added: null, firstTeller: city.person.memA2, secondTeller: city.person.ocsA },
  })
  await shoot('secA1', null, '/appraisal', 'rounds', true)
  await shoot('secA1', null, `/appraisal/${round.id}`, 'round', true, p =>
    p.getByRole('button', { name: '定计票人' }).first().click(),
  )
  await shoot('secA1', null, `/appraisal/slips/${peer}`, 'slips', true)
  await shoot('secA1', null, `/appraisal/${round.id}/organisation`, 'organisation', true)
  await shoot('memA1', 'member', '/my-results', 'mine-phone', false)
  const own = (await city.as('memA1')(rating.listOwnAppraisals)).body.items[0]!
  await shoot('memA1', 'member', `/my-results/${own.subjectId}/self`, 'self-phone', false)
  await shoot('memA2', 'member', `/tellings/${peer}`, 'telling-phone', false)
  const rate = async (name: string, grade: string) =>
    city.as(name === '周海若' ? 'depA1' : 'secA1')(rating.rateAsOrganisation, {
      params: { subjectId: subjectOf(round, name) },
      body: { grade, reason: '支委会研究', document: null },
    })
  for (const [n, g] of [
    ['陈砚青', 'excellent'],
    ['何静言', 'excellent'],
    ['许知非', 'qualified'],
    ['唐志遥', 'qualified'],
    ['周海若', 'qualified'],
  ])
    await rate(n!, g!)
  const counted = { by: 'secA1', tellers: ['memA2', 'ocsA'] } as const
  const best = (slips: number) => ({ 陈砚青: { excellent: slips }, 何静言: { excellent: slips } })
  await countSitting(city, round, {
    ...counted,
    sitting: peer,
    added: null,
    handedOut: 8,
    usual: { excellent: 3, qualified: 4 },
    other: best(7),
  })
  await countSitting(city, round, {
    ...counted,
    sitting: demo,
    added: 4,
    handedOut: 12,
    usual: { excellent: 4, qualified: 6 },
    other: best(10),
  })
  await city.as('secA1')(api.enterFacts, {
    params: { roundId: round.id },
    body: {
      entries: [
        { subjectId: subjectOf(round, '许知非'), fact: 'trainingHours', value: '20', document: '学习记录' },
        { subjectId: subjectOf(round, '许知非'), fact: 'honours', value: '1', document: '表彰' },
      ],
    },
  })
  await city.as('secA1')(result.computeRound, { params: { roundId: round.id } })
  await shoot('secA1', null, `/appraisal/${round.id}/facts`, 'facts', true)
  await shoot('secA1', null, `/appraisal/${round.id}/results`, 'results', true)
  const rows = (await city.as('secA1')(result.readResults, { params: { roundId: round.id } })).body.rows
  const chosen: Record<string, string> = { 陈砚青: 'excellent', 何静言: 'qualified' }
  await city.as('secA1')(result.decideGrades, {
    params: { roundId: round.id },
    body: {
      meeting: '规划支部支委会',
      meetingOn: '2026-12-22',
      grades: rows
        .filter(r => !r.ungraded)
        .map(r => ({ subjectId: r.subjectId, grade: chosen[r.name] ?? r.proposed!, reason: null })),
    },
  })
  await city.as('secA1')(result.releaseResults, { params: { roundId: round.id } })
  const dep = rows.find(r => r.name === '许知非')!.id
  await shoot('depA1', 'member', `/results/${dep}`, 'trace', true)
  await shoot('depA1', 'member', `/results/${dep}`, 'trace-phone', false)
  await shoot('depA1', 'member', `/results/${dep}/objection?node=training`, 'objection-phone', false)
  await city.as('depA1', 'member')(result.raiseObjection, {
    params: { resultId: dep },
    body: { node: 'training', text: '集中学习36学时，只计了20学时' },
  })
  await shoot('secA1', null, '/appraisal/objections', 'objections', true, p =>
    p.getByRole('button', { name: '答复' }).first().click(),
  )
  await shoot('secA1', null, `/appraisal/${round.id}/filing`, 'filing-early', true)
  const o = (await city.as('secA1')(result.listObjections, { query: {} })).body.items[0]!
  await city.as('secA1')(result.answerObjection, {
    params: { objectionId: o.id },
    body: {
      answer: '核对属实',
      outcome: { kind: 'recomputed', facts: [{ fact: 'trainingHours', value: '36', document: '签到表' }] },
    },
  })
  await city.moveTo('2027-01-20')
  const filed = await city.as('secA1')(filing.fileRound, { params: { roundId: round.id } })
  await shoot('ocsA', null, `/appraisal/filings/${filed.body.filingId}`, 'filing', true)
  await shoot('ocsA', null, '/appraisal/eligibility', 'eligibility', true)
  await shoot('staff', null, `/scheme/${round.scheme.id}`, 'scheme', true)
  await shoot('depA1', 'member', '/my-results', 'mine2-phone', false)
  await browser.close()
  await app.close()
  await city.close()
}, 180_000)
