import { join } from 'node:path'
import type { Check, Problem } from './check.ts'
import { coverageRegister } from './coverage-register.ts'
import { checkDeployment } from './deployment.ts'
import { GENERATED, generatedUnchanged } from './generate.ts'
import { settingsTable } from './settings-table.ts'
import { forbiddenText } from './source/forbidden-text.ts'
import { pureClock } from './source/pure-clock.ts'
import { size } from './source/size.ts'
import { tableOwnership } from './source/table-ownership.ts'
import { boundaries } from './tools/boundaries.ts'
import { types } from './tools/compile.ts'
import { deadCode } from './tools/dead-code.ts'
import { lint } from './tools/lint.ts'

const CHECKS: readonly Check[] = [
  types,
  lint,
  boundaries,
  pureClock,
  deadCode,
  size,
  tableOwnership,
  forbiddenText,
  settingsTable,
  coverageRegister,
  { name: 'deployment', find: root => checkDeployment(root).map(say => ({ rule: 'deployment', at: '.', say })) },
  generatedUnchanged(GENERATED),
]

/** A check that throws has failed; the others still run. */
async function findings(check: Check, root: string): Promise<readonly Problem[]> {
  try {
    return await check.find(root)
  } catch (error) {
    return [{ rule: check.name, at: '.', say: error instanceof Error ? (error.stack ?? error.message) : String(error) }]
  }
}

/** Runs one check and says in one piece what it found. */
async function report(check: Check, root: string): Promise<{ held: boolean; said: string }> {
  const since = performance.now()
  const found = await findings(check, root)
  const broken = found.filter(({ note }) => !note)
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  const head = `${broken.length === 0 ? 'ok  ' : 'FAIL'}  ${check.name}  ${seconds} s  ${broken.length || ''}`.trimEnd()
  const lines = found.map(({ rule, at, say, note }) => `      ${note ? '(note) ' : ''}${at}  ${rule}: ${say}`)
  return { held: broken.length === 0, said: [head, ...lines].join('\n') }
}

const root = join(import.meta.dirname, '..')
const asked = process.argv.slice(2)
const unknown = asked.filter(name => !CHECKS.some(check => check.name === name))
if (unknown.length > 0) {
  console.error(`没有名为 ${unknown.join('、')} 的检查。There is no check named ${unknown.join(', ')}.`)
  console.error(CHECKS.map(check => check.name).join(' '))
  process.exit(2)
}
const chosen = CHECKS.filter(check => asked.length === 0 || asked.includes(check.name))
let failed = 0
const waiting = [...chosen]
/** Checks are taken one after the other; two lanes keep two processors at it. */
async function lane() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const { held, said } = await report(check, root)
    if (!held) failed++
    console.log(said)
  }
}
await Promise.all([lane(), lane()])
console.log(`check: ${chosen.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
