import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser'
import type { Check, Problem } from '../check.ts'
import { sourceFiles } from '../source/sources.ts'
import { BOUNDARIES, TIERS } from './boundary-rules.ts'

const WORKSPACES = ['engine', 'rules', 'contract', 'server', 'web']

async function read(root: string): Promise<ICruiseResult> {
  const folders = WORKSPACES.filter(folder => existsSync(join(root, folder)))
  const alias = Object.fromEntries(WORKSPACES.map(name => [`@jiannuo/${name}`, join(root, name, 'src')]))
  const { output } = await cruise(
    folders,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: BOUNDARIES },
      doNotFollow: { path: 'node_modules' },
      // Anchored: a package that is read from its own dist/ must not vanish.
      exclude: { path: `^(${WORKSPACES.join('|')})/(dist|\\.build|\\.data)/` },
      tsPreCompilationDeps: true,
    },
    { alias, exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  )
  if (typeof output === 'string') throw new Error(`dependency-cruiser gave no result: ${output}`)
  return output
}

/** A cruiser that cannot parse TypeScript reports no violation at all, so what it read is counted. */
function unread(root: string, result: ICruiseResult): Problem[] {
  const seen = new Set(result.modules.map(module => module.source))
  const wanted = sourceFiles(root).filter(path => WORKSPACES.includes(path.split('/')[0]!))
  return wanted
    .filter(path => !seen.has(path))
    .map(path => ({ rule: 'all-files-read', at: path, say: 'no boundary was checked here: it could not be read' }))
}

function unplaced(root: string): Problem[] {
  const placed = new Set(TIERS.flat())
  const found = sourceFiles(root).flatMap(path => /^server\/src\/modules\/([^/]+)\//.exec(path)?.[1] ?? [])
  return [...new Set(found)]
    .filter(module => !placed.has(module))
    .map(module => ({ rule: 'tiers', at: `server/src/modules/${module}`, say: 'give the module a place in TIERS' }))
}

/** A cycle is reported from each of its members. */
function oncePerCycle(violations: readonly IViolation[]): IViolation[] {
  const known = new Set<string>()
  return violations.filter(({ cycle }) => {
    const members = cycle
      ?.map(step => step.name)
      .sort()
      .join(' ')
    if (members === undefined) return true
    return !known.has(members) && known.add(members)
  })
}

export const boundaries: Check = {
  name: 'boundaries',
  async find(root) {
    const result = await read(root)
    const broken = oncePerCycle(result.summary.violations).map(
      (violation): Problem => ({
        rule: violation.rule.name,
        at: violation.from,
        say: `→ ${violation.to}: ${BOUNDARIES.find(rule => rule.name === violation.rule.name)?.comment ?? ''}`,
      }),
    )
    return [...broken, ...unread(root, result), ...unplaced(root)]
  },
}
