import { checkMidYear, confirmMidYear, enterProgress, readMyFulfilment } from '@jiannuo/contract/pledge/fulfilment.ts'
import { readUnitFulfilment } from '@jiannuo/contract/pledge/fulfilment-overview.ts'
import { listMyReports, saveReport, submitReport } from '@jiannuo/contract/pledge/report.ts'
import { expect } from 'vitest'
import { deeds } from './deeds.ts'
import type { Person } from './person.ts'
import type { Shown, Step } from './world.ts'

/** Where the shown people's own items are found in the list of deeds. */
const OWN: readonly (readonly [who: Shown, place: number])[] = [
  ['member', 0],
  ['branch', 14],
  ['organ', 15],
  ['group', 16],
]
const REVIEWERS = ['branch', 'organ', 'staff', 'city'] as const

export const fulfilling: Step[] = [
  [
    'progress is one figure and one line, at every level',
    async ({ product, at }) => {
      await product.moveTo('2026-05-11')
      for (const [who, place] of OWN) {
        const [party] = deeds(place)
        await openItem(at[who], party!.title)
        await at[who].press('保存进展')
        await at[who].page.locator('input:focus[aria-invalid=true]').waitFor()
        await at[who].fill('现在是', '1')
        await at[who].fill('一句话说明', '第一次已经办了。')
        await at[who].press('保存进展')
        await at[who].sees('第一次已经办了。')
      }
    },
  ],
  [
    'the mid-year check, and its confirmation by those who reviewed the pledges',
    async ({ product, at, cast, callers }) => {
      await product.moveTo('2026-07-02')
      for (const [who] of OWN) {
        await at[who].goTo('/fulfilment')
        for (let left = await at[who].page.getByRole('link', { name: '开始自查' }).count(); left > 0; left -= 1) {
          await at[who].follow('开始自查')
          await at[who].headed(/走到哪一步|没有要填的/)
          // The member’s business item stands still; everything else has begun.
          for (const field of await at[who].page.getByRole('textbox', { name: '现在是' }).all())
            if ((await field.inputValue()) === '') await field.fill(who === 'member' ? '0' : '6')
          await at[who].press('确认自查')
          await at[who].page.waitForURL('**/fulfilment')
          await at[who].page.getByRole('link', { name: '修改自查' }).first().waitFor()
        }
      }
      for (const caller of callers.values())
        for (const pledge of (await caller.send(readMyFulfilment)).pledges.filter(
          one => one.midYear?.checkedAt === null,
        ))
          await caller.send(checkMidYear, {
            params: { pledgeId: pledge.id },
            body: {
              items: pledge.items
                .filter(i => i.may.includes('progress'))
                .map(i => ({ itemId: i.id, achieved: half(i.target) })),
            },
          })
      for (const who of REVIEWERS) {
        await at[who].goTo('/unit-fulfilment')
        await at[who].press(/^一并确认\d+份年中自查$/)
        await at[who].sees(/^已确认\d+份$/)
      }
      const second = callers.get(cast.branchSecretaries[1]!.login)!
      const { items } = await second.send(readUnitFulfilment, { query: { limit: 50 } })
      await second.send(confirmMidYear, {
        body: { pledgeIds: items.filter(one => one.mayConfirm).map(one => one.pledgeId) },
      })
    },
  ],
  [
    'a lagging item gets a rectification that clears its light',
    async ({ at: { member, branch }, kept }) => {
      const lagging = (await member.send(readMyFulfilment)).pledges[0]!.items[1]!
      expect(lagging.light).toBe('red')
      kept.set('item', lagging.id)
      await openItem(member, lagging.title)
      await member.fill('为什么滞后', '上半年抽调防汛，资料没有收齐。')
      await member.fill('怎么补上', '七月起每周归档两座。')
      await member.press('开始整改')
      await member.fill('整改结果', '已归档8座，进度排到每周。')
      await member.press('报整改结果')
      await member.sees('待复核')
      await branch.goTo(`/fulfilment/items/${lagging.id}`)
      await branch.press('认可整改')
      await branch.sees('已整改')
      expect((await member.send(readMyFulfilment)).pledges[0]!.items[1]!.light).toBe('green')
    },
  ],
  [
    'by the end of autumn most items are done, some only half',
    async ({ product, callers }) => {
      await product.moveTo('2026-11-16')
      let at = 0
      for (const caller of callers.values())
        for (const pledge of (await caller.send(readMyFulfilment)).pledges) {
          at += 1
          for (const item of pledge.items.filter(one => one.may.includes('progress'))) {
            const achieved = item.kind === 'business' && at % 4 === 3 ? half(item.target) : whole(item.target)
            await caller.send(enterProgress, { params: { itemId: item.id }, body: { achieved, statement: '年底对账' } })
          }
        }
    },
  ],
  [
    'reports are composed from the pledge and a few own words, handed in, and remarked on',
    async ({ product, at, callers }) => {
      await product.moveTo('2026-12-02')
      for (const [who] of OWN) {
        await at[who].goTo('/my-report')
        for (;;) {
          const heading = await at[who].heading()
          if (!heading.startsWith('写')) break
          await at[who].fill('自己的话', '承诺的事都有结果，差在上半年起步慢，明年一月就排好。')
          await at[who].press('提交述职')
          await at[who].headed('2026年述职已提交')
        }
      }
      for (const caller of callers.values())
        for (const report of (await caller.send(listMyReports)).reports.filter(one => one.state === 'draft')) {
          const params = { pledgeId: report.pledgeId }
          await caller.send(saveReport, { params, body: { text: '按承诺办结，问题见台账。', savedAt: report.savedAt } })
          await caller.send(submitReport, { params })
        }
      const { branch, member } = at
      await branch.goTo('/reports')
      await branch.page
        .getByRole('listitem')
        .or(branch.page.getByRole('row'))
        .filter({ hasText: member.name })
        .getByRole('link')
        .first()
        .click()
      await branch.fill('点评', '起步慢是实话，明年看一月。')
      await branch.press('保存点评')
      await member.goTo('/my-report')
      await member.sees('起步慢是实话，明年看一月。')
    },
  ],
]

async function openItem(person: Person, title: string): Promise<void> {
  await person.goTo('/fulfilment')
  await person.follow(new RegExp(title))
  await person.page.waitForURL('**/fulfilment/items/*')
  await person.heading()
}

const half = (target: string | null) => String(Math.floor(Number(target ?? 100) / 2))
const whole = (target: string | null) => String(Number(target ?? 100))
