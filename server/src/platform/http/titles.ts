import type { Both } from '@jiannuo/contract/values.ts'
import type { Role } from './actor.ts'

const POSTS = {
  secretary: { zh: '书记', en: 'secretary' },
  deputySecretary: { zh: '副书记', en: 'deputy secretary' },
  fullTimeDeputySecretary: { zh: '专职副书记', en: 'full-time deputy secretary' },
  organizationMember: { zh: '组织委员', en: 'organization member' },
  publicityMember: { zh: '宣传委员', en: 'publicity member' },
  disciplineMember: { zh: '纪检委员', en: 'discipline member' },
  committeeMember: { zh: '委员', en: 'committee member' },
  groupLeader: { zh: '党小组长', en: 'group leader' },
  partyGroupSecretary: { zh: '党组书记', en: 'Party group secretary' },
  partyGroupMember: { zh: '党组成员', en: 'Party group member' },
  workCommitteeStaff: { zh: '机关工委干部', en: 'work committee staff' },
  districtStaff: { zh: '区县工委干部', en: 'district work committee staff' },
  organizationDepartmentStaff: { zh: '市委组织部干部', en: 'organization department staff' },
  fullTimePartyStaff: { zh: '专职党务干部', en: 'full-time Party staff' },
} satisfies Record<string, Both>
const ROLE_TITLES: Partial<Record<Role, Both>> = {
  member: { zh: '党员', en: 'member' },
  workCommittee: { zh: '机关工委干部', en: 'work committee staff' },
  districtCommittee: POSTS.districtStaff,
  cityCommittee: POSTS.organizationDepartmentStaff,
  systemAdministrator: { zh: '系统管理员', en: 'system administrator' },
  securityAdministrator: { zh: '安全保密管理员', en: 'security administrator' },
  auditAdministrator: { zh: '安全审计员', en: 'audit administrator' },
}

/** What a capacity is called: the post's own title, else the role's. */
export const titleOf = (role: Role | string, postKind: string | null): Both =>
  (postKind && (POSTS as Record<string, Both>)[postKind]) || ROLE_TITLES[role as Role] || { zh: role, en: role }
