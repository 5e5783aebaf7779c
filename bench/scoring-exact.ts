import { bothWays } from '@jiannuo/engine/samples/near-ties.ts'

const CASES = 1_000_000
const SHOWN = 5

/** A million subjects of random schemes near ties: what columns find against what fractions find. */
export async function benchScoringExact(): Promise<boolean> {
  const start = performance.now()
  let cases = 0
  let decidedExactly = 0
  const differing: number[] = []
  for (let seed = 1; cases < CASES && differing.length < SHOWN; seed++) {
    const both = bothWays(seed)
    if (both.byColumns !== both.inFractions) differing.push(seed)
    cases += both.cases
    decidedExactly += both.decidedExactly
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(
    `scoring-exact: ${cases} cases in ${seconds} s, fractions decided ${decidedExactly}; seeds that differ: ${differing.join(', ') || 'none'}`,
  )
  return differing.length === 0
}
