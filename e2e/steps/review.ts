import { listMyPledges, readPledge } from '@jiannuo/contract/pledge/pledge.ts'
import { approvePledge, listReviews, returnPledge } from '@jiannuo/contract/pledge/review.ts'
import { expect } from 'vitest'
import { deeds } from './deeds.ts'
import type { Person } from './person.ts'
import type { Step } from './world.ts'

export const reviewing: Step[] = [
  [
    'the branch secretary returns a pledge with a comment on one item; nobody else can',
    async world => {
      const { product, at, cast, callers, kept } = world
      await product.moveTo('2026-02-05')
      const pledgeId = (await at.member.send(listMyPledges)).pledges[0]!.id
      kept.set('pledge', pledgeId)
      const foreign = callers.get(cast.members[1]![5]!.login)!
      expect((await foreign.ask(readPledge, { params: { pledgeId } })).status).toBe(401)
      await foreign.send(listMyPledges)
      expect((await foreign.ask(readPledge, { params: { pledgeId } })).status).toBe(404)
      expect((await foreign.ask(approvePledge, { params: { pledgeId } })).status).toBe(404)
      const second = callers.get(cast.branchSecretaries[1]!.login)!
      await second.actAs('branchSecretary')
      expect((await second.ask(returnPledge, { params: { pledgeId }, body: { reason: '…' } })).status).toBe(404)

      const { branch, member } = at
      await branch.actAs('branchSecretary')
      await branch.goTo('/review')
      await branch.follow(new RegExp(member.name))
      await branch.press('提意见')
      await branch.fill(/您的意见/, '请写明讲给谁听')
      await branch.press('保存意见')
      await branch.press('退回修改（1 条意见）')
      await branch.page.waitForURL('**/review')
    },
  ],
  [
    'the member mends that item alone and submits again',
    async ({ at: { member } }) => {
      await member.goTo('/my-pledge')
      await member.follow('去改')
      await member.headed('改 2026 年承诺书：1 项有意见')
      await member.sees('请写明讲给谁听')
      await member.fill('做什么', `${deeds(0)[0]!.title}，讲给新入职的同志`)
      await member.press('提交审核')
      await member.page.waitForURL('**/my-pledge')
      await member.sees('待审')
    },
  ],
  [
    'the second submission shows what changed and is approved',
    async ({ at: { branch, member } }) => {
      await branch.goTo('/review')
      await branch.follow(new RegExp(member.name))
      await branch.sees(/第 2 次提交，改了 1 项/)
      await branch.press('通过')
      await branch.page.waitForURL('**/review')
    },
  ],
  [
    'those without a remark are approved together, and every level approves',
    async ({ at, cast, callers }) => {
      const { branch } = at
      await branch.goTo('/review')
      await branch.press('一并通过')
      await branch.headed('没有等您审的承诺')
      const second = callers.get(cast.branchSecretaries[1]!.login)!
      for (const { id } of (await second.send(listReviews, { query: { limit: 50 } })).items)
        await second.send(approvePledge, { params: { pledgeId: id } })
      for (const [who, role] of [
        ['organ', 'organCommittee'],
        ['staff', 'workCommittee'],
        ['city', 'cityCommittee'],
      ] as const) {
        await at[who].actAs(role)
        await approveEach(at[who])
      }
      const states = new Set<string>()
      for (const caller of callers.values())
        for (const { state } of (await caller.send(listMyPledges)).pledges) states.add(`${caller.name} ${state}`)
      expect([...states].filter(state => !state.endsWith('approved'))).toEqual([])
    },
  ],
]

/** Reads and approves every pledge that waits, on the page. */
async function approveEach(reviewer: Person): Promise<void> {
  for (
    let heading = await reviewer.goTo('/review');
    heading.includes('份承诺等您审');
    heading = await reviewer.heading()
  ) {
    if (await reviewer.page.getByRole('button', { name: '通过', exact: true }).isHidden())
      await reviewer.page.locator('a.pledge-queue-row').first().click()
    await reviewer.press('通过')
    await reviewer.leaves(heading)
  }
}
