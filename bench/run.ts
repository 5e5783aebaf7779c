import { benchImport } from './import.ts'
import { benchKill } from './kill.ts'
import { benchPledgeCheck } from './pledge-check.ts'
import { benchScoreFiles } from './score-files.ts'
import { benchScoring } from './scoring.ts'
import { benchScoringExact } from './scoring-exact.ts'
import { benchTaskLists } from './task-lists.ts'

/** What is measured, by name. Each prints its figures and says whether its goal was met. */
const BENCHES: Record<string, () => Promise<boolean>> = {
  import: benchImport,
  kill: benchKill,
  'pledge-check': benchPledgeCheck,
  'score-files': benchScoreFiles,
  scoring: benchScoring,
  'scoring-exact': benchScoringExact,
  'task-lists': benchTaskLists,
}

const asked = process.argv.slice(2)
const names = asked.length ? asked : Object.keys(BENCHES)
const unknown = names.filter(name => !BENCHES[name])
if (unknown.length) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}.`)
  process.exit(2)
}
for (const name of names) {
  console.log(`== ${name}`)
  if (!(await BENCHES[name]!())) process.exitCode = 1
}
