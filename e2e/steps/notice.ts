import { listNotices, readNotice } from '@jiannuo/contract/disclosure.ts'
import { listApproved, openPledgeNotices } from '@jiannuo/contract/pledge/notice.ts'
import { listMyPledges } from '@jiannuo/contract/pledge/pledge.ts'
import { expect } from 'vitest'
import { keptIn, type Step } from './world.ts'

export const disclosing: Step[] = [
  [
    'approved pledges go on notice inside their units, opened by whoever reviewed them',
    async ({ at, cast, callers }) => {
      for (const who of ['branch', 'organ', 'staff', 'city'] as const) {
        await at[who].goTo('/notices')
        await at[who].press(/^公示这\d+份$/)
        await at[who].headed(/件公示正在进行/)
      }
      const second = callers.get(cast.branchSecretaries[1]!.login)!
      const { units } = await second.send(listApproved)
      await second.send(openPledgeNotices, {
        body: { pledgeIds: units.flatMap(unit => unit.pledges.map(one => one.id)) },
      })
    },
  ],
  [
    'a colleague objects to one pledge, and its author learns neither who nor what',
    async ({ at: { colleague, member }, kept }) => {
      await colleague.goTo('/notices')
      await colleague.page
        .getByRole('listitem')
        .filter({ hasText: /\d\d份承诺/ })
        .getByRole('link', { name: '查看' })
        .first()
        .click()
      await colleague.press(`对${member.name}的承诺提意见`)
      await colleague.fill('哪一处，为什么', '微党课只讲一次偏少，建议改为两次。')
      await colleague.press('提交意见')
      await colleague.sees('意见已提交，答复后会通知您')
      const noticeId = new URL(colleague.page.url()).pathname.split('/').at(-1)!

      kept.set('notice', noticeId)
      const seen = await member.send(readNotice, { params: { noticeId } })
      expect([seen.objections, seen.mine]).toEqual([null, []])
    },
  ],
  [
    'the reviewer sees by whom and answers in writing',
    async world => {
      const { branch, colleague, member } = world.at
      await branch.goTo('/notices')
      await branch.headed('有1条意见等您答复')
      await branch.goTo(`/notices/${keptIn(world, 'notice')}`)
      await branch.sees(new RegExp(`${colleague.name}.*针对${member.name}的承诺`))
      await branch.choose('核查结果', '维持：公示的内容不变')
      await branch.fill('答复', '已与本人核对，另有两次在党小组讲，承诺不变。')
      await branch.press('书面答复')
      await branch.sees('意见都答复了')
    },
  ],
  [
    'when the notice has run out every pledge is in force',
    async ({ product, at, callers }) => {
      await product.moveTo('2026-03-23')
      const states = []
      for (const caller of callers.values())
        for (const one of (await caller.send(listMyPledges)).pledges)
          states.push(`${caller.name} ${one.level} ${one.state}`)
      expect(states.filter(state => !state.endsWith('inForce'))).toEqual([])
      expect((await at.city.send(listNotices, { query: {} })).items.map(notice => notice.state)).toEqual(['closed'])
      await at.member.goTo('/my-pledge')
      await at.member.sees('生效')
    },
  ],
]
