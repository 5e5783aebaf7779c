import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { rosterRows } from '../../bench/roster-rows.ts'
import { ROSTER_SHEETS, writeWorkbook } from '../../server/src/modules/documents/index.ts'

/** The units of a city before its roster comes in. */
export const CITY = { code: 'C0', name: '中共云汀市委' }
export const WORK_COMMITTEE = { code: 'G0', name: '中共云汀市委机关工委' }

export interface Someone {
  login: string
  name: string
}

/** Who holds which post in the imported city, and the members of the two branches. */
export interface Cast {
  staff: Someone
  cityStaff: Someone
  groupSecretary: Someone
  organSecretary: Someone
  organDeputy: Someone
  branchSecretaries: Someone[]
  /** Members in service without a post above the branch, by branch. */
  members: Someone[][]
  branchNames: string[]
}

/** Writes the roster of a second, small city: one organ with Party group, organ committee and two branches of 14. */
export async function writeRoster(folder: string): Promise<{ path: string; cast: Cast }> {
  const rows = rosterRows({ organs: 1, branchesPerOrgan: 2, members: 28, city: CITY, workCommittee: WORK_COMMITTEE })
  // The generator retires every sixth member; those with posts serve, and one stays retired who owes no pledge.
  for (const member of rows.members) if (member.memberCode !== 'P000019') member.memberState = 'inService'
  const last = rows.members.at(-1)!
  rows.posts.push({ memberCode: last.memberCode ?? '', memberName: last.memberName ?? '', unitCode: CITY.code, postKind: 'organizationDepartmentStaff', fromOn: '2024-01-10' })
  const path = join(folder, 'roster.xlsx')
  await writeWorkbook(createWriteStream(path), ROSTER_SHEETS.map(spec => ({ spec, rows: rows[spec.key as keyof typeof rows] })), '2026-01-05')
  const someone = (code: string): Someone => ({ login: code, name: rows.members.find(member => member.memberCode === code)?.memberName ?? '' })
  const holders = (unit: string, kind: string) => rows.posts.filter(post => post.unitCode === unit && post.postKind === kind).map(post => someone(post.memberCode ?? ''))
  const branches = rows.units.filter(unit => unit.unitKind === 'branch')
  const above = new Set(rows.posts.filter(post => !branches.some(branch => branch.unitCode === post.unitCode)).map(post => post.memberCode))
  const cast: Cast = {
    staff: holders('G0', 'workCommitteeStaff')[0]!,
    cityStaff: holders('C0', 'organizationDepartmentStaff')[0]!,
    groupSecretary: holders('J001Z', 'partyGroupSecretary')[0]!,
    organSecretary: holders('J001', 'secretary')[0]!,
    organDeputy: holders('J001', 'deputySecretary')[0]!,
    branchSecretaries: branches.map(branch => holders(branch.unitCode ?? '', 'secretary')[0]!),
    members: branches.map(branch =>
      rows.members
        .filter(m => m.branchCode === branch.unitCode && m.memberState === 'inService' && !above.has(m.memberCode))
        .map(m => someone(m.memberCode ?? ''))
        .filter(m => !rows.posts.some(post => post.memberCode === m.login && post.postKind === 'secretary')),
    ),
    branchNames: branches.map(branch => branch.unitName ?? ''),
  }
  return { path, cast }
}
