import type { Place, Relation, WalkingRole } from './world.ts'

/** What a caller sends, before the schema of the route has seen it. */
export interface Sent {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  payload?: Buffer
}

/** Roles of one row of the table: one, several, or a group. */
type Who = WalkingRole | 'everyone' | 'business' | 'administrators' | 'offices'
const GROUPS: Record<Exclude<Who, WalkingRole>, readonly WalkingRole[]> = {
  everyone: [
    'member',
    'branchCommittee',
    'branchSecretary',
    'organCommittee',
    'partyGroupMember',
    'partyGroupSecretary',
    'workCommittee',
    'districtCommittee',
    'cityCommittee',
    'systemAdministrator',
    'securityAdministrator',
    'auditAdministrator',
  ],
  business: [
    'member',
    'branchCommittee',
    'branchSecretary',
    'organCommittee',
    'partyGroupMember',
    'partyGroupSecretary',
    'workCommittee',
    'districtCommittee',
    'cityCommittee',
  ],
  administrators: ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'],
  /** Offices that act for a unit over others. */
  offices: ['branchSecretary', 'organCommittee', 'workCommittee', 'districtCommittee', 'cityCommittee'],
}

/** `{ branchSecretary: 'self own' }`; `*` is every relation, `-` a route about nothing in particular. */
type Rows = Partial<Record<Who, string>>

/**
 * One route of the table. `about`: `nothing` (a list, one's own account), `unit`, or `person` (adds the walker's own object).
 * `allow` lists who gets through, `refuse` who meets 403, everybody else meets `rest`. What stands elsewhere, in another city, is never allowed.
 */
export interface Entry {
  about: 'nothing' | 'unit' | 'person'
  given?: (place: Place) => Sent | Promise<Sent>
  allow: Rows
  refuse?: Rows
  /** Exceptions to `refuse`: cells that meet 404. */
  hide?: Rows
  rest: 403 | 404
  /** Works before sign-in; nothing to walk. */
  public?: true
}
export type Table = Record<string, Entry>

export const isPublic: Entry = { about: 'nothing', allow: { everyone: '-' }, rest: 403, public: true }

const RELATIONS: Record<Entry['about'], readonly (Relation | null)[]> = {
  nothing: [null],
  unit: ['own', 'child', 'parent', 'sibling', 'guided', 'foreign', 'elsewhere'],
  person: ['self', 'own', 'child', 'parent', 'sibling', 'guided', 'foreign', 'elsewhere'],
}
export const relationsOf = (entry: Entry) => RELATIONS[entry.about]

export type Expected = 'allowed' | 403 | 404
/** What the table says about one cell; `elsewhere` may be refused either way, but never allowed. */
export function expected(entry: Entry, role: WalkingRole, relation: Relation | null): Expected {
  const names = (rows: Rows | undefined) =>
    Object.entries(rows ?? {}).some(([who, relations]) => concerns(who as Who, role) && covers(relations, relation))
  if (relation === 'elsewhere') return entry.rest
  if (names(entry.allow)) return 'allowed'
  if (names(entry.hide)) return 404
  if (names(entry.refuse)) return 403
  return entry.rest
}

const concerns = (who: Who, role: WalkingRole) =>
  who === role || (who in GROUPS && GROUPS[who as keyof typeof GROUPS].includes(role))
const covers = (relations: string, relation: Relation | null) =>
  relations === '*' || relations.split(' ').includes(relation ?? '-')
