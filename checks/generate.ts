import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check, Problem } from './check.ts'
import { produceSchema, produceTables } from './generated/from-database.ts'
import { produceOpenApi } from './generated/open-api.ts'
import { produceSchemesPage } from './generated/schemes-page.ts'
import { isGenerated, readText, sourceFiles } from './source/sources.ts'

export interface Generated {
  /** Relative to the root. */
  readonly path: string
  readonly produce: (root: string) => Promise<string>
}

/** Files that are committed for review but written by a program. `npm run generate` writes them all. */
export const GENERATED: readonly Generated[] = [
  { path: 'server/src/platform/database/tables.ts', produce: produceTables },
  { path: 'server/schema.sql', produce: produceSchema },
  { path: 'server/openapi.json', produce: produceOpenApi },
  { path: 'docs/schemes.md', produce: produceSchemesPage },
]

const firstDifference = (a: string, b: string): number => {
  const lines = b.split('\n')
  return a.split('\n').findIndex((line, index) => line !== lines[index]) + 1
}

/** A file may not excuse itself from the size limits by a first line that nothing stands behind. */
const unwritten = (root: string, generated: readonly Generated[]): Problem[] =>
  sourceFiles(root)
    .filter(path => isGenerated(readText(root, path)) && !generated.some(entry => entry.path === path))
    .map(path => ({
      rule: 'generated',
      at: path,
      say: 'says it is generated, but no program of GENERATED writes it',
    }))

export const generatedUnchanged = (generated: readonly Generated[]): Check => ({
  name: 'generated',
  async find(root) {
    const problems = unwritten(root, generated)
    for (const { path, produce } of generated) {
      const there = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''
      const fresh = await produce(root)
      if (there === fresh) continue
      const at = `${path}:${firstDifference(fresh, there) || 1}`
      problems.push({ rule: 'generated', at, say: 'differs from what the code says: npm run generate' })
    }
    return problems
  },
})

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  for (const { path, produce } of GENERATED) {
    writeFileSync(join(root, path), await produce(root))
    console.log(`wrote ${path}`)
  }
}
