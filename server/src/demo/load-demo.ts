import { createHash } from 'node:crypto'
import type pg from 'pg'
import { proposePhases } from '../modules/cycle/index.ts'
import { hashPassword } from '../modules/identity/index.ts'
import { templatesFor } from '../modules/pledge/index.ts'
import { type CopyValue, copyRows } from '../platform/database/copy.ts'
import { layOutOrganization, type Organization, spell } from './organization.ts'
import { type People, peopleOrganization } from './people.ts'
import { choosePersonas, type Persona } from './personas.ts'
import { Random } from './random.ts'
import { SIZES } from './sizes.ts'
import { assessedUnits } from './year/assessed.ts'
import { yearFacts } from './year/facts.ts'
import { filedYear } from './year/filed.ts'
import { yearMeetings } from './year/meetings.ts'
import { pledgeRows } from './year/pledge-rows.ts'
import { pledgeYear } from './year/pledges.ts'
import { yearTaskLists } from './year/task-lists.ts'

/** The demo shows the middle of this year; the clock of a demo start runs from here. */
export const DEMO_TODAY = '2026-07-08'
export const DEMO_PASSWORD = 'qinglan-2026'
const SEED = 20_260_708

/** Loads the invented city 青澜市 in one transaction: organisation, members, posts, accounts, and two years of pledges. */
export async function loadDemo(client: pg.Client, size: 'full' | 'small'): Promise<Persona[]> {
  const random = new Random(SEED)
  const o = layOutOrganization(random, SIZES[size])
  const people = peopleOrganization(random, o, SIZES[size])
  const personas = choosePersonas(o, people)
  const authority = random.uuid()
  await client.query('begin')
  try {
    await client.query('insert into authority (authority_id, name, city) values ($1, $2, $3)', [
      authority,
      o.workCommittee.name,
      '青澜市',
    ])
    await client.query('update installation set demo = $1', [size])
    const load: Load = (table, columns, rows) =>
      copyRows(client, table, ['authority_id', ...columns], prefixed(authority, rows))
    await loadOrganization(load, random, o)
    await loadPeople(load, random, people)
    await loadAccounts(load, random, people, personas)
    const cycles = await loadCycles(
      load,
      random,
      people.posts.find(p => p.kind === 'workCommitteeStaff')?.member.id ?? people.members[0]!.id,
    )
    await loadAdoptions(load, random, o, people, cycles[Number(DEMO_TODAY.slice(0, 4))]!)
    const pledges = pledgeYear(random, o, people, DEMO_TODAY)
    for (const part of pledgeRows(random, pledges, people, cycles, DEMO_TODAY))
      await load(part.table, part.columns, part.rows)
    const lastYear = Number(DEMO_TODAY.slice(0, 4)) - 1
    const facts = yearFacts(SEED + 1, o, people, pledges, lastYear)
    const filed = { random, o, people, authority, cycle: cycles[lastYear]!, year: lastYear, known: facts.known }
    const assessed = assessedUnits(new Random(SEED + 2), { o, people, authority, year: lastYear }, facts.rows)
    const branches = o.grassroots.filter(unit => unit.kind === 'branch' || unit.kind === 'jointBranch')
    const meetings = yearMeetings(SEED + 3, branches, people, DEMO_TODAY)
    const taskLists = yearTaskLists(SEED + 4, o, people, DEMO_TODAY)
    for (const part of [...facts.rows, ...filedYear(filed, pledges), ...assessed, ...meetings, ...taskLists])
      await load(part.table, part.columns, part.rows)
    await client.query('select place_units($1)', [authority])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  await client.query('analyze')
  return personas
}

export type Load = (table: string, columns: string[], rows: Iterable<readonly CopyValue[]>) => Promise<void>

function* prefixed(authority: string, rows: Iterable<readonly CopyValue[]>): Generator<CopyValue[]> {
  for (const row of rows) yield [authority, ...row]
}

async function loadOrganization(load: Load, random: Random, o: Organization) {
  const columns = [
    'id',
    'code',
    'kind',
    'name',
    'pinyin',
    'initials',
    'organ_class',
    'staff_count',
    'founded_on',
    'purpose',
  ]
  await load(
    'organization_unit',
    columns,
    o.units.map(u => [
      u.id,
      u.code,
      u.kind,
      u.name,
      spell(u.name).pinyin,
      spell(u.name).initials,
      u.organClass,
      u.staffCount,
      u.foundedOn,
      u.purpose === 'retired' ? null : u.purpose,
    ]),
  )
  await load(
    'organization_name',
    ['id', 'unit_id', 'name', 'from_on'],
    o.units.map(u => [random.uuid(), u.id, u.name, u.foundedOn]),
  )
  await load(
    'organization_relation',
    ['id', 'kind', 'upper_id', 'lower_id', 'from_on'],
    o.relations.map(r => [
      random.uuid(),
      r.kind,
      r.upper.id,
      r.lower.id,
      [r.lower.foundedOn, r.upper.foundedOn].sort()[1]!,
    ]),
  )
}

async function loadPeople(load: Load, random: Random, people: People) {
  const { members } = people
  await load(
    'membership_member',
    ['id', 'code', 'name', 'pinyin', 'initials', 'gender', 'born_on', 'joined_on', 'regular_on'],
    members.map(m => [
      m.id,
      m.code,
      m.name,
      spell(m.name).pinyin,
      spell(m.name).initials,
      m.gender,
      m.bornOn,
      m.joinedOn,
      m.kind === 'regular' ? nextYear(m.joinedOn) : null,
    ]),
  )
  await load(
    'membership_standing',
    ['id', 'member_id', 'kind', 'state', 'leading_cadre', 'from_on'],
    members.map(m => [random.uuid(), m.id, m.kind, m.state, m.leadingCadre, m.joinedOn]),
  )
  await load(
    'membership_belonging',
    ['id', 'member_id', 'unit_id', 'from_on'],
    members.map(m => [random.uuid(), m.id, m.branch.id, [m.belongsFrom, m.joinedOn].sort()[1]!]),
  )
  await load(
    'organization_term',
    ['id', 'unit_id', 'from_on', 'until_on'],
    people.terms.map(t => [random.uuid(), t.unit.id, t.fromOn, t.untilOn]),
  )
  await load(
    'organization_post',
    ['id', 'unit_id', 'kind', 'person_id', 'from_on'],
    people.posts.map(p => [p.id, p.unit.id, p.kind, p.member.id, p.fromOn]),
  )
  await load(
    'membership_service',
    ['id', 'member_id', 'unit_id', 'from_on', 'until_on'],
    people.services.map(s => [s.id, s.member.id, s.unit.id, s.fromOn, s.untilOn]),
  )
}

async function loadAccounts(load: Load, random: Random, people: People, personas: Persona[]) {
  const password = await hashPassword(DEMO_PASSWORD)
  const known = new Map(personas.map(p => [p.member?.id, p]))
  const at = '2026-01-04T01:00:00Z'
  const columns = [
    'id',
    'login',
    'person_id',
    'display_name',
    'password_hash',
    'one_time_sha256',
    'one_time_until',
    'demo_persona',
    'created_at',
  ]
  const ofMembers = people.members.map(m => {
    const persona = known.get(m.id)
    const code = persona ? null : createHash('sha256').update(random.uuid()).digest('hex')
    return [
      random.uuid(),
      persona?.login ?? m.code.toLowerCase(),
      m.id,
      m.name,
      persona ? password : null,
      code,
      code && '2026-12-31T00:00:00Z',
      persona?.ordinal ?? null,
      at,
    ]
  })
  const administrators = personas.filter(p => p.grant).map(p => ({ id: random.uuid(), ...p }))
  await load('identity_account', columns, [
    ...ofMembers,
    ...administrators.map(a => [a.id, a.login, null, a.title, password, null, null, a.ordinal, at]),
  ])
  await load(
    'identity_grant',
    ['id', 'account_id', 'role', 'from_on', 'granted_by', 'granted_at', 'signed_by', 'signed_at'],
    administrators.map(a => [random.uuid(), a.id, a.grant, '2026-01-04', random.uuid(), at, random.uuid(), at]),
  )
}

async function loadCycles(load: Load, random: Random, by: string): Promise<Record<number, string>> {
  const year = Number(DEMO_TODAY.slice(0, 4))
  const cycles = { [year - 1]: random.uuid(), [year]: random.uuid() }
  await load(
    'cycle_year',
    ['id', 'year', 'title', 'state', 'created_by', 'created_at'],
    [year - 1, year].map(y => [
      cycles[y]!,
      y,
      `${y}年度机关党建责任考评`,
      y === year ? 'open' : 'closed',
      by,
      `${y}-01-04T01:00:00Z`,
    ]),
  )
  await load(
    'cycle_phase',
    ['cycle_id', 'phase', 'from_on', 'until_on'],
    [year - 1, year].flatMap(y => proposePhases(y).map(p => [cycles[y]!, p.phase, p.from, p.until])),
  )
  return cycles
}

/** Seven of ten organs start from one of the shipped templates. */
async function loadAdoptions(load: Load, random: Random, o: Organization, people: People, cycle: string) {
  const templates = templatesFor(Number(DEMO_TODAY.slice(0, 4)))
  const at = '2026-01-12T02:00:00Z'
  await load(
    'pledge_template',
    ['id', 'title', 'origin', 'note', 'content', 'created_at'],
    templates.map(t => [t.id, t.title.zh, 'shipped', t.note.zh, JSON.stringify(t.levels), at]),
  )
  const secretary = (unit: string) => people.posts.find(p => p.unit.id === unit)?.member.id ?? people.members[0]!.id
  await load(
    'pledge_adoption',
    ['id', 'unit_id', 'cycle_id', 'template_id', 'content', 'adopted_by', 'adopted_at'],
    o.organs
      .filter(() => random.chance(0.7))
      .map(({ committee }) => {
        const template = random.pick(templates)
        return [
          random.uuid(),
          committee.id,
          cycle,
          template.id,
          JSON.stringify(template.levels),
          secretary(committee.id),
          at,
        ]
      }),
  )
}

const nextYear = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('02-29', '03-01')}`
