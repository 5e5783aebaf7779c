import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { rosterRows } from '../../bench/roster-rows.ts'
import { ROSTER_SHEETS, writeWorkbook } from '../../server/src/modules/documents/index.ts'
import type { Someone } from './person.ts'

/** The units of a city before its roster comes in. */
export const CITY = { code: 'C0', name: '中共云汀市委' }
export const WORK_COMMITTEE = { code: 'G0', name: '中共云汀市委机关工委' }
/** Retired, so that somebody owes no pledge. */
const RETIRED = 'P000019'

/** Who holds which post in the imported city. */
export interface Cast {
  staff: Someone
  cityStaff: Someone
  groupSecretary: Someone
  organSecretary: Someone
  branchSecretaries: Someone[]
  /** Everybody in service, by branch. */
  members: Someone[][]
  /** The committee of the first branch, without its secretary. */
  committee: Someone[]
  /** Members of the first branch without any post. */
  plain: Someone[]
}

/** Writes the roster of a second, small city: one organ with Party group, organ committee and two branches of 14. */
export async function writeRoster(folder: string): Promise<{ path: string; cast: Cast }> {
  const rows = rosterRows({ organs: 1, branchesPerOrgan: 2, members: 28, city: CITY, workCommittee: WORK_COMMITTEE })
  for (const member of rows.members) member.memberState = member.memberCode === RETIRED ? 'retired' : 'inService'
  const { memberCode = '', memberName = '' } = rows.members.at(-1) ?? {}
  rows.posts.push({
    memberCode,
    memberName,
    unitCode: CITY.code,
    postKind: 'organizationDepartmentStaff',
    fromOn: '2024-01-10',
  })
  const path = join(folder, 'roster.xlsx')
  await writeWorkbook(
    createWriteStream(path),
    ROSTER_SHEETS.map(spec => ({ spec, rows: rows[spec.key as keyof typeof rows] })),
    '2026-01-05',
  )
  const holder = (unit: string, kind: string): Someone => {
    const post = rows.posts.find(one => one.unitCode === unit && one.postKind === kind)
    return { login: post?.memberCode ?? '', name: post?.memberName ?? '' }
  }
  const branches = rows.units.filter(unit => unit.unitKind === 'branch').map(unit => unit.unitCode ?? '')
  const members = branches.map(branch =>
    rows.members
      .filter(member => member.branchCode === branch && member.memberCode !== RETIRED)
      .map(member => ({ login: member.memberCode ?? '', name: member.memberName ?? '' })),
  )
  const cast: Cast = {
    staff: holder(WORK_COMMITTEE.code, 'workCommitteeStaff'),
    cityStaff: { login: memberCode, name: memberName },
    groupSecretary: holder('J001Z', 'partyGroupSecretary'),
    organSecretary: holder('J001', 'secretary'),
    branchSecretaries: branches.map(branch => holder(branch, 'secretary')),
    members,
    committee: (members[0] ?? []).filter(member =>
      rows.posts.some(
        post => post.memberCode === member.login && post.unitCode === branches[0] && post.postKind !== 'secretary',
      ),
    ),
    plain: (members[0] ?? []).filter(member => !rows.posts.some(post => post.memberCode === member.login)),
  }
  return { path, cast }
}
