import { expect, it } from 'vitest'
import { taskLight } from './task-light.ts'

const base = { state: 'open', dueOn: '2026-07-10', answeredOn: null, soonBy: '2026-07-13' } as const
const light = (change: Partial<Parameters<ReturnType<typeof taskLight.at>['compute']>[0]> & { today: string }) => {
  const found = taskLight.at(change.today).compute({ ...base, ...change })
  return found.kind === 'value' ? `${found.value.light} ${found.value.reason.zh}` : found.kind
}

it.each([
  [{ today: '2026-07-01', soonBy: '2026-07-06' }, 'green 还剩9天'],
  [{ today: '2026-07-06', soonBy: '2026-07-09' }, 'green 还剩4天'],
  [{ today: '2026-07-07', soonBy: '2026-07-10' }, 'yellow 还剩3天'],
  [{ today: '2026-07-10' }, 'yellow 今天到期'],
  [{ today: '2026-07-11' }, 'red 已超期1天，补办后转绿，迟办记录保留'],
  [{ today: '2026-07-20', state: 'answered', answeredOn: '2026-07-10' }, 'green 已答复，等待确认'],
  [{ today: '2026-07-20', state: 'answered', answeredOn: '2026-07-12' }, 'green 已答复，等待确认，迟了2天'],
  [{ today: '2026-07-20', state: 'settled', answeredOn: '2026-07-09' }, 'green 已销号'],
  [{ today: '2026-07-20', state: 'settled', answeredOn: '2026-07-11' }, 'green 已销号，迟了1天'],
  // What came back is to be done again, whatever was answered before.
  [{ today: '2026-07-20', answeredOn: '2026-07-09' }, 'red 已超期10天，补办后转绿，迟办记录保留'],
  [{ today: '2026-07-20', state: 'withdrawn' }, 'grey 已撤回，不再要求'],
] as const)('R4.4 the light of a task: %j', (change, said) => {
  expect(light(change)).toBe(said)
})
