import {
  listMyPledges,
  type PledgeHead,
  readCheck,
  readPledge,
  saveItems,
  submitPledge,
} from '@jiannuo/contract/pledge/pledge.ts'
import type { Level } from '@jiannuo/contract/values.ts'
import { expect } from 'vitest'
import { deeds } from './deeds.ts'
import type { Caller, Person } from './person.ts'
import type { Shown, Step } from './world.ts'

/** Who writes in the editor, and at which level; the others' pledges come by the interface. */
const WRITES: readonly (readonly [who: Shown, level: Level, title: string, place: number])[] = [
  ['member', 'member', '党员', 0],
  ['branch', 'branchSecretary', '支部书记', 14],
  ['organ', 'organCommitteeSecretary', '机关党委书记', 15],
  ['group', 'partyGroupSecretary', '党组书记', 16],
]

export const pledging: Step[] = [
  [
    'at each level one pledge is written in the editor, passes the check and is submitted',
    async ({ product, at }) => {
      await product.moveTo('2026-02-02')
      for (const [who, , title, place] of WRITES) await writeInEditor(at[who], title, place)
    },
  ],
  [
    'everybody else submits a pledge of his own, and the retired member owes none',
    async ({ cast, callers }) => {
      for (const branch of cast.members)
        for (const [place, { login }] of branch.entries()) {
          const caller = callers.get(login)!
          for (const head of await owed(caller))
            await writeQuietly(caller, head, head.level === 'member' ? place + 1 : 17)
        }
      expect(callers.has('P000019')).toBe(false)
    },
  ],
]

async function writeInEditor(person: Person, level: string, place: number): Promise<void> {
  const { page } = person
  await person.goTo('/my-pledge')
  await page.getByText(level, { exact: true }).first().waitFor()
  const row = page.getByRole('listitem').filter({ has: page.getByText(level, { exact: true }) })
  await row.getByRole('link', { name: '去写' }).click()
  await person.headed('写 2026 年承诺书')
  for (const item of deeds(place)) {
    await person.press(item.kind === 'party' ? '添加党建事项' : '添加业务事项')
    await person.fill('做什么', item.title)
    await person.fill('目标值', String(item.target))
    await person.fill('单位', item.unit)
    await page.getByLabel('完成时间').fill(item.dueOn ?? '')
    await person.fill('怎么做（践诺措施）', item.measures)
    await person.fill('权重', String(item.weight))
  }
  await person.press('提交审核')
  await page.waitForURL('**/my-pledge')
}

async function writeQuietly(caller: Caller, head: PledgeHead, place: number): Promise<void> {
  const params = { pledgeId: head.id }
  const { savedAt } = await caller.send(readPledge, { params })
  await caller.send(saveItems, { params, body: { savedAt, items: deeds(place) } })
  const { remarks } = await caller.send(readCheck, { params })
  expect(remarks.filter(remark => remark.severity === 'must').map(remark => `${caller.name}: ${remark.zh}`)).toEqual([])
  await caller.send(submitPledge, { params })
}

/** The pledges the caller still has to write. */
const owed = async (caller: Caller): Promise<PledgeHead[]> =>
  (await caller.send(listMyPledges)).pledges.filter(one => one.state === 'draft' || one.state === 'returned')
