import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Check, Problem } from './check.ts'
import { readText } from './source/sources.ts'

const REGISTER = 'docs/coverage.md'
/** How many requirements each section has: R0.1–R0.12, R1.1–R1.7 and so on. */
const SECTIONS = [12, 7, 16, 10, 10]
const STATE = /^(works|partly|not yet)\b/

const IDS = SECTIONS.flatMap((count, section) => Array.from({ length: count }, (_, n) => `R${section}.${n + 1}`))

interface Row {
  readonly id: string
  readonly line: number
  readonly cells: readonly string[]
}

/** A row of the register is a table row whose first cell is a requirement id. */
function rowsOf(text: string): Row[] {
  return text.split('\n').flatMap((line, index) => {
    const cells = line.split(/(?<!\\)\|/).map(cell => cell.trim())
    const id = /^\**(R\d\.\d+)\b/.exec(cells[1] ?? '')?.[1]
    return line.trimStart().startsWith('|') && id ? [{ id, line: index + 1, cells: cells.slice(2) }] : []
  })
}

/** A path is what stands in backticks, has a slash and no space; a rule or table name has none. */
const pathsOf = (cells: readonly string[]): string[] =>
  [...cells.join(' ').matchAll(/`([^`\s]+\/[^`\s]*)`/g)].map(found => found[1]!.replace(/:\d+$/, ''))

function rowProblems(root: string, row: Row): string[] {
  const state = row.cells.map(cell => STATE.exec(cell)?.[1]).find(found => found !== undefined)
  if (state === undefined) return [`${row.id} has no state: works, partly or not yet`]
  const paths = pathsOf(row.cells)
  const gone = paths.filter(path => !existsSync(join(root, path))).map(path => `${row.id} names ${path}: not there`)
  if (state !== 'not yet' && paths.length === 0) return [`${row.id} ${state}, but names no code or test`]
  return gone
}

/** The register of requirements is complete, names each once, and points at code and tests that exist. */
export const coverageRegister: Check = {
  name: 'coverage-register',
  find(root) {
    const rule = 'coverage-register'
    if (!existsSync(join(root, REGISTER))) return [{ rule, at: REGISTER, say: 'not there' }]
    const rows = rowsOf(readText(root, REGISTER))
    const problems = rows.flatMap((row): Problem[] =>
      rowProblems(root, row).map(say => ({ rule, at: `${REGISTER}:${row.line}`, say })),
    )
    for (const id of IDS) {
      const count = rows.filter(row => row.id === id).length
      if (count !== 1) problems.push({ rule, at: REGISTER, say: `${id} stands ${count} times instead of once` })
    }
    for (const row of rows.filter(row => !IDS.includes(row.id)))
      problems.push({ rule, at: `${REGISTER}:${row.line}`, say: `${row.id} is no requirement` })
    return problems
  },
}
