import type { listStaffing as api } from '@jiannuo/contract/organization/post.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { staffing } from '@jiannuo/rules/organization/office/staffing.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { memberCounts, postsOn, staffOfOrgans, unitsOf, visibleUnits } from '../sql.ts'
import { idsBelow } from '../structure/ids-below.ts'
import { treeOn } from '../structure/sql.ts'
import { postVerdicts } from '../structure/verdicts.ts'

/** Full-time deputies and Party staff of every organ committee in scope on a day, against 1%–2% of the staff. */
export async function listStaffing({ tx, actor, today }: Change, { query }: Input<typeof api>) {
  const on = query.on ?? today
  const { authorityId } = actor
  const visible = await visibleUnits(tx)
  const organs = (await unitsOf(tx, authorityId, on, ['organCommittee'])).filter(u => !visible || visible.has(u.id))
  const counts = await memberCounts(tx, on)
  const posts = await postsOn(
    tx,
    authorityId,
    on,
    organs.map(u => u.id),
  )
  const tree = await treeOn(tx, authorityId, on)
  const placed = new Map(tree.map(u => [u.id, u]))
  const staff = await staffOfOrgans(tx, authorityId, on)
  const rows = []
  for (const unit of organs) {
    const below = idsBelow(tree, unit.id)
    const held = posts.filter(p => p.unitId === unit.id).map(p => p.kind)
    const staffCount = unit.staffCount ?? staff.get(unit.id) ?? null
    const fullTimeDeputies = held.filter(kind => kind === 'fullTimeDeputySecretary').length
    const fullTime = fullTimeDeputies + held.filter(kind => kind === 'fullTimePartyStaff').length
    const members = below.reduce((sum, id) => sum + (counts.get(id)?.members ?? 0), 0)
    const regular = below.reduce((sum, id) => sum + (counts.get(id)?.regular ?? 0), 0)
    rows.push({
      unit: { id: unit.id, name: placed.get(unit.id)?.name ?? unit.name, kind: unit.kind },
      staffCount,
      fullTime,
      fullTimeDeputies,
      members,
      branches: below.filter(id => ['branch', 'jointBranch'].includes(placed.get(id)?.kind ?? '')).length,
      share: staffCount ? Math.floor((fullTime * 10_000) / staffCount) : null,
      verdicts: [
        ...ratio(staffCount, fullTime, held.length > 0, on),
        ...postVerdicts(unit.kind, members, regular, held, below.length - 1, on),
      ],
    })
  }
  return { rows, fullTimeDeputies: rows.reduce((sum, r) => sum + r.fullTimeDeputies, 0) }
}

function ratio(organStaff: number | null, fullTimePartyStaff: number, designatedPerson: boolean, today: string) {
  if (organStaff === null) return []
  const outcome = staffing.at(today).compute({ organStaff, fullTimePartyStaff, designatedPerson })
  return outcome.kind === 'value' ? outcome.value : []
}
