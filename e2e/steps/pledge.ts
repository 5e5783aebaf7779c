import { listMyPledges, type PledgeHead, readCheck, readPledge, saveItems, submitPledge, type WrittenItem } from '@jiannuo/contract/pledge.ts'
import { expect } from 'vitest'
import { deeds } from './deeds.ts'
import type { Person } from './person.ts'

/** Writes the pledge of one level in the editor, item by item as one types, and submits it. */
export async function writeInEditor(person: Person, level: string, place: number): Promise<void> {
  const { page } = person
  await person.goTo('/my-pledge')
  await page.locator('.row, li').filter({ hasText: level }).getByRole('link', { name: '去写' }).first().click()
  await page.getByRole('heading', { level: 1, name: '写 2026 年承诺书' }).waitFor()
  for (const item of deeds(place)) {
    await person.press(item.kind === 'party' ? '添加党建事项' : '添加业务事项')
    await page.getByLabel('做什么').fill(item.title)
    await page.getByLabel('目标值').fill(String(item.target))
    await page.getByLabel('单位', { exact: true }).fill(item.unit)
    await page.getByLabel('完成时间').fill(item.dueOn ?? '')
    await page.getByLabel('怎么做（践诺措施）').fill(item.measures)
    await page.getByLabel('权重', { exact: true }).fill(String(item.weight))
  }
  await person.press('提交审核')
  await page.waitForURL('**/my-pledge')
  await person.sees('您的承诺都交了')
}

/** The same by the interface; the check must find nothing that has to be mended. */
export async function writeQuietly(person: Person, head: PledgeHead, items: WrittenItem[]): Promise<void> {
  const params = { pledgeId: head.id }
  const { savedAt } = await person.send(readPledge, { params })
  await person.send(saveItems, { params, body: { savedAt, items } })
  const { remarks } = await person.send(readCheck, { params })
  expect(remarks.filter(remark => remark.severity === 'must').map(remark => remark.zh)).toEqual([])
  await person.send(submitPledge, { params, body: {} })
}

/** Every pledge the person still has to write. */
export const owed = async (person: Person): Promise<PledgeHead[]> => (await person.send(listMyPledges)).pledges.filter(one => one.state === 'draft' || one.state === 'returned')
