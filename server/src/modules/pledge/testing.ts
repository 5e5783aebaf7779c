import { randomUUID } from 'node:crypto'
import type { WrittenItem } from '@jiannuo/contract/pledge/pledge.ts'
import { listMyPledges, readPledge, saveItems, submitPledge } from '@jiannuo/contract/pledge/pledge.ts'
import type { Level } from '@jiannuo/contract/values.ts'
import type { TestCity } from '../../testing/city.ts'
import type { PersonKey } from '../../testing/fixture.ts'

/** A year in hand with the usual dates, inserted as owner. */
export async function insertTestCycle(city: TestCity, year = 2026): Promise<string> {
  const id = randomUUID()
  const starts = [
    ['preparing', '01-01'],
    ['pledging', '01-15'],
    ['review', '03-01'],
    ['fulfilling', '03-21'],
    ['reporting', '12-01'],
    ['rating', '12-21'],
  ] as const
  await city.insert('cycle_year', { id, year, title: `${year}年度`, created_at: `${year}-01-01T00:00:00Z` })
  const phase = (name: string, from_on: string, until_on: string) =>
    city.insert('cycle_phase', { cycle_id: id, phase: name, from_on, until_on })
  for (const [i, [name, from]] of starts.entries())
    await phase(name, `${year}-${from}`, starts[i + 1] ? `${year}-${starts[i + 1]![1]}` : `${year + 1}-01-11`)
  await phase('midYear', `${year}-07-01`, `${year}-07-16`)
  await phase('grading', `${year + 1}-01-11`, `${year + 1}-02-01`)
  await phase('filing', `${year + 1}-02-01`, `${year + 1}-03-01`)
  return id
}

const item = (
  kind: 'party' | 'business',
  title: string,
  target: string,
  unit: string,
  dueOn: string,
  weight: number,
): WrittenItem => ({
  id: randomUUID(),
  kind,
  title,
  target,
  unit,
  measures: '每月推进，按期对账。',
  dueOn,
  weight,
  dutyId: null,
  fact: null,
})

/** Items that draw no remark; one set for each author, so that they are not alike. */
export const GOOD: Record<string, () => WrittenItem[]> = {
  memA1: () => [
    item('party', '在支部讲1次微党课，题目结合防汛工作', '1', '次', '2026-06-30', 40),
    item('business', '完成24座水库安全鉴定资料归档', '24', '座', '2026-11-30', 60),
  ],
  mem2A1: () => [
    item('party', '结对帮助2名新入职青年，各谈心4次', '8', '次', '2026-10-31', 50),
    item('business', '涉水审批平均办理时间压到5天以内', '5', '天', '2026-12-15', 50),
  ],
  secA1: () => [
    item('party', '按季召开支部党员大会4次，缺一次当月补开', '4', '次', '2026-12-20', 50),
    item('business', '牵头编制流域规划3项并通过评审', '3', '项', '2026-11-30', 50),
  ],
  ocsA: () => [
    item('party', '2轮检查14个支部组织生活，问题全部销号', '2', '轮', '2026-10-15', 60),
    item('business', '压减机关会议三分之一，全年不超过40场', '40', '场', '2026-12-31', 40),
  ],
  pgsA: () => [
    item('party', '党组专题研究机关党建4次，每次定1件要事', '4', '次', '2026-12-20', 50),
    item('business', '全市水网骨干工程开工6处', '6', '处', '2026-09-30', 50),
  ],
}

/** Writes the author's good items into his pledge of that level; returns its id. */
export async function writeGood(city: TestCity, who: PersonKey, level: Level, items = GOOD[who]!()): Promise<string> {
  const head = (await city.as(who)(listMyPledges)).body.pledges.find(p => p.level === level)!
  const pledge = (await city.as(who)(readPledge, { params: { pledgeId: head.id } })).body
  await city.as(who)(saveItems, { params: { pledgeId: head.id }, body: { savedAt: pledge.savedAt, items } })
  return head.id
}
export async function submitGood(city: TestCity, who: PersonKey, level: Level, items = GOOD[who]!()): Promise<string> {
  const pledgeId = await writeGood(city, who, level, items)
  const { status, problem } = await city.as(who)(submitPledge, { params: { pledgeId } })
  if (status !== 200) throw new Error(`${who} ${level}: ${problem.detail}`)
  return pledgeId
}
