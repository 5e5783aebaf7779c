import type { Organization } from './organization.ts'
import type { Member, People } from './people.ts'

export interface Persona {
  ordinal: number
  login: string
  /** What the chooser shows after the name. */
  title: string
  member: Member | null
  grant: string | null
}

/** The people the demo lets one try, each with the names used in the manual. They are invented like all others. */
export function choosePersonas(o: Organization, people: People): Persona[] {
  const organ = o.organs.find(g => g.name === '市水利局') ?? o.organs[0]!
  const holder = (unit: { id: string }, ...kinds: string[]) =>
    people.posts.find(p => p.unit.id === unit.id && kinds.includes(p.kind))?.member ?? null
  // The largest branch whose secretary holds no other post: he lands on his branch's page, not on a committee's.
  const onlyPost = (member: Member | null) => member && people.posts.filter(p => p.member === member).length === 1
  const branch = organ.branches
    .filter(b => b.purpose === null && b.kind === 'branch' && onlyPost(holder(b, 'secretary')))
    .sort((a, b) => (people.of.get(b)?.length ?? 0) - (people.of.get(a)?.length ?? 0))[0]!
  const secretary = holder(branch, 'secretary')
  const plain =
    people.of
      .get(branch)!
      .find(m => m.kind === 'regular' && m.state === 'inService' && !people.posts.some(p => p.member === m)) ?? null
  const rows: [login: string, name: string, title: string, Member | null][] = [
    ['dangyuan', '陈砚秋', '党员', plain],
    ['zhibu', '周海宁', '支部书记', secretary],
    ['jiguan', '罗敏', '机关党委', holder(organ.committee, 'fullTimeDeputySecretary', 'deputySecretary', 'secretary')],
    ['dangzu', '白启明', '党组书记', holder(organ.partyGroup, 'partyGroupSecretary')],
    ['gongwei', '韩立新', '机关工委干部', holder(o.workCommittee, 'workCommitteeStaff')],
    ['zuzhibu', '邱望舒', '市委组织部干部', holder(o.city, 'organizationDepartmentStaff')],
    ['qugongwei', '沈知行', '区机关工委干部', holder(o.districts[0]!, 'districtStaff')],
  ]
  const persons = rows.map(([login, name, title, member], i) => {
    if (member) member.name = name
    return { ordinal: i + 1, login, title, member, grant: null }
  })
  const administrators = [
    ['xitong', '系统管理员', 'systemAdministrator'],
    ['baomi', '安全保密管理员', 'securityAdministrator'],
    ['shenji', '安全审计员', 'auditAdministrator'],
  ] as const
  return [
    ...persons,
    ...administrators.map(([login, title, grant], i) => ({
      ordinal: rows.length + 1 + i,
      login,
      title,
      member: null,
      grant,
    })),
  ]
}
