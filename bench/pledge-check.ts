import { checkPledge } from '../rules/src/pledge/check.ts'
import type { PledgeItem } from '../rules/src/pledge/remarks/remark.ts'

const COLLEAGUES = 150
const RUNS = 31
/** Comparing the same texts by sets of two characters, made anew for each pair, counts as one. */
const GOAL = 1

const WORDS = ['政府采购', '医保飞检', '城东片区', '国企审计', '不动产登记', '防汛演练', '窗口值班', '老旧小区']
const text = (n: number) =>
  `牵头推进${WORDS[n % WORDS.length]}第${n}阶段事项，每季度调度1次，年底前办结${n}件并形成清单`

const pairs = (of: string) => new Set(Array.from(of).flatMap((at, i, all) => (all[i + 1] ? [at + all[i + 1]] : [])))
function likeness(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)]
  return (2 * [...a].filter(each => b.has(each)).length) / (a.size + b.size)
}

/** The check of a pledge of five items against thirty others of five, as its author waits for it, beside a plain comparison of the texts. */
export async function benchPledgeCheck(): Promise<boolean> {
  const others = Array.from({ length: COLLEAGUES }, (_, n) => ({ label: `同事${n}`, text: text(n) }))
  const items: PledgeItem[] = Array.from({ length: 5 }, (_, n) => ({
    ...{ id: `${n}`, kind: 'business', title: text(n * 3 + 1), target: '10', unit: '件' },
    ...{ measures: '', dueOn: '2026-12-31', weight: 20, dutyId: null },
  }))
  const check = () =>
    checkPledge({
      items,
      year: 2026,
      others: { superior: others.slice(0, 10), colleagues: others.slice(10), lastYear: others.slice(0, 5) },
    })
  const plain = () => items.map(item => Math.max(...others.map(other => likeness(item.title, other.text))))
  const times = { check: [] as number[], plain: [] as number[] }
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, work] of Object.entries({ check, plain })) {
      const start = performance.now()
      work()
      times[name as keyof typeof times].push(performance.now() - start)
    }
  }
  const middle = (of: number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)]!
  const ratio = middle(times.check) / middle(times.plain)
  console.log(
    `check ${middle(times.check).toFixed(1)} ms, plain comparison ${middle(times.plain).toFixed(1)} ms: ${ratio.toFixed(2)} × (goal ${GOAL} ×)`,
  )
  return ratio <= GOAL
}
