import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Check, Problem } from './check.ts'
import { readText } from './source/sources.ts'

const RULE = 'settings-table'
const TABLE = 'server/src/platform/settings.ts'
const PAGES = [
  { path: 'README.md', language: 'en' },
  { path: 'README.zh-CN.md', language: 'zh' },
] as const

interface Setting {
  readonly name: string
  readonly default: string
  readonly zh: string
  readonly en: string
}

const cellsOf = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map(cell =>
      cell
        .trim()
        .replace(/^`(.*)`$/, '$1')
        .replaceAll('\\|', '|'),
    )

/** A row that documents a setting starts with its name in backticks: `| \`PORT\` | \`8080\` | meaning |`. */
const rowsOf = (text: string) =>
  text
    .split('\n')
    .flatMap((line, index) => (/^\| *`[A-Z][A-Z_]+` *\|/.test(line) ? [{ line: index + 1, cells: cellsOf(line) }] : []))

function pageProblems(root: string, path: string, language: 'zh' | 'en', settings: readonly Setting[]): Problem[] {
  if (!existsSync(join(root, path))) return [{ rule: RULE, at: path, say: 'not there' }]
  const rows = rowsOf(readText(root, path))
  const problems: Problem[] = []
  for (const setting of settings) {
    const count = rows.filter(({ cells }) => cells[0] === setting.name).length
    if (count !== 1)
      problems.push({ rule: RULE, at: path, say: `${setting.name} stands ${count} times instead of once` })
  }
  for (const { line, cells } of rows) {
    const setting = settings.find(({ name }) => name === cells[0])
    const at = `${path}:${line}`
    if (!setting) problems.push({ rule: RULE, at, say: `there is no setting ${cells[0]}` })
    else if (cells[1] !== setting.default || cells[2] !== setting[language])
      problems.push({
        rule: RULE,
        at,
        say: `should read: | \`${setting.name}\` | ${setting.default} | ${setting[language]} |`,
      })
  }
  return problems
}

/** What the READMEs say of the settings is what the program accepts. */
export const settingsTable: Check = {
  name: RULE,
  async find(root) {
    if (!existsSync(join(root, TABLE))) return [{ rule: RULE, at: TABLE, say: 'not there' }]
    const { SETTINGS_TABLE }: { SETTINGS_TABLE: readonly Setting[] } = await import(
      pathToFileURL(join(root, TABLE)).href
    )
    return PAGES.flatMap(({ path, language }) => pageProblems(root, path, language, SETTINGS_TABLE))
  },
}
