import { columnsOf } from '@jiannuo/engine/columns/from-rows.ts'
import { compile } from '@jiannuo/engine/plan/compile.ts'
import { run } from '@jiannuo/engine/plan/run.ts'
import { resultOf } from '@jiannuo/engine/result.ts'
import { anyInput, anyScheme, chanceOf } from '@jiannuo/engine/samples/near-ties.ts'

const CASES = 1_000_000
const SHOWN = 5

/** A million subjects of random schemes near ties: what columns find against what fractions find. */
export async function benchScoringExact(): Promise<boolean> {
  const start = performance.now()
  let cases = 0
  let decidedExactly = 0
  const differing: number[] = []
  for (let seed = 1; cases < CASES && differing.length < SHOWN; seed++) {
    const chance = chanceOf(seed)
    const scheme = anyScheme(chance)
    const columns = columnsOf(scheme, anyInput(chance, scheme))
    const plan = compile(scheme)
    const byColumns = run(plan, columns)
    if (JSON.stringify(resultOf(byColumns)) !== JSON.stringify(resultOf(run(plan, columns, 'exact'))))
      differing.push(seed)
    cases += columns.subjects.length
    decidedExactly += byColumns.decidedExactly
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(
    `scoring-exact: ${cases} cases in ${seconds} s, fractions decided ${decidedExactly}; seeds that differ: ${differing.join(', ') || 'none'}`,
  )
  return differing.length === 0
}
