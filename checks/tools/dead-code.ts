import type { Check, Problem } from '../check.ts'
import { runTool, unexplained } from './tool.ts'

interface Finding {
  readonly name: string
  readonly line?: number
}

/** One file of knip's JSON report; every other key holds the findings of one kind. */
type Row = { readonly file: string } & Readonly<Record<string, unknown>>

const isFinding = (entry: unknown): entry is Finding =>
  typeof entry === 'object' && entry !== null && 'name' in entry && typeof entry.name === 'string'

function findingsIn(row: Row): Problem[] {
  return Object.entries(row).flatMap(([kind, entries]) =>
    (Array.isArray(entries) ? entries.flat() : []).filter(isFinding).map(
      (entry): Problem => ({
        rule: 'dead-code',
        at: entry.line === undefined ? row.file : `${row.file}:${entry.line}`,
        say: `${kind}: ${entry.name}`,
      }),
    ),
  )
}

/** Files, exports and dependencies that nothing uses, and dependencies used without being named. */
export const deadCode: Check = {
  name: 'dead-code',
  async find(root) {
    const run = await runTool(root, 'knip/bin/knip.js', ['--no-progress', '--no-config-hints', '--reporter', 'json'])
    if (!run.out.trim().startsWith('{')) return [unexplained('dead-code', run)]
    const report: { readonly issues: readonly Row[] } = JSON.parse(run.out)
    const found = report.issues.flatMap(findingsIn)
    return run.code !== 0 && found.length === 0 ? [unexplained('dead-code', run)] : found
  },
}
