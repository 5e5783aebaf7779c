/** The rows of a whole roster file, by sheet, in the form `writeWorkbook` takes. */
export interface RosterRows {
  units: Row[]
  members: Row[]
  posts: Row[]
}
type Row = Record<string, string>

export interface RosterSize {
  organs: number
  branchesPerOrgan: number
  members: number
  /** Codes and names of the two units a city has from its set-up. */
  city?: { code: string; name: string }
  workCommittee?: { code: string; name: string }
}

/** The size of the reference city: 1,640 organisations and 21,365 members. */
export const WHOLE_CITY: RosterSize = { organs: 99, branchesPerOrgan: 14, members: 21_365 }
/** Small enough to look at: two organs with three branches each. */
export const SMALL_CITY: RosterSize = { organs: 2, branchesPerOrgan: 3, members: 48 }

const CLASSES = ['综合管理类', '经济发展类', '社会事业类', '执法监管类']
const PLACES = ['云', '岚', '汀', '澄', '沧', '汐', '泽', '澜', '屿', '湾', '岭']
const SUBJECTS = ['统筹', '规划', '民生', '水系', '林地', '路网', '港航', '文博', '商务']
const SECTIONS = [
  '办公室',
  '综合处',
  '规划处',
  '政策法规处',
  '人事处',
  '财务处',
  '项目处',
  '监督处',
  '信息处',
  '服务处',
  '宣传处',
  '研究室',
  '档案处',
  '后勤处',
  '技术处',
  '审批处',
]
const SURNAMES = [
  '赵',
  '钱',
  '孙',
  '李',
  '周',
  '吴',
  '郑',
  '王',
  '冯',
  '陈',
  '褚',
  '卫',
  '蒋',
  '沈',
  '韩',
  '杨',
  '欧阳',
  '上官',
  '单',
  '仇',
]
const FIRST = [...'砚清若望知云书景秋怀修远思静映明临青乐毓']
const SECOND = [...'宁川舒和微言山河霖澄然之华岚溪舟恒毅峰涛']

const two = (n: number) => String(n).padStart(2, '0')
const at = <T>(list: readonly T[], i: number): T => list[i % list.length]!

/** The roster of an invented second city; the same size gives the same rows. */
export function rosterRows(size: RosterSize): RosterRows {
  const { city = { code: 'C0', name: '中共云汀市委' }, workCommittee = { code: 'G0', name: '中共云汀市委机关工委' } } =
    size
  const rows: RosterRows = { units: [], members: [], posts: [] }
  const unit = (unitCode: string, unitName: string, unitKind: string, more: Row = {}) =>
    rows.units.push({ unitCode, unitName, unitKind, foundedOn: '2013-03-01', ...more })
  unit(city.code, city.name, 'cityCommittee')
  unit(workCommittee.code, workCommittee.name, 'workCommittee', { parentCode: city.code })
  const branches = layOutOrgans(size, city.code, workCommittee.code, unit)
  for (let i = 0; i < size.members; i += 1) rows.members.push(inventMember(i, at(branches, i)))
  fillPosts(rows, branches, workCommittee.code)
  return rows
}

interface Branch {
  code: string
  organ: string
  section: string
  first: boolean
}

function layOutOrgans(
  { organs, branchesPerOrgan }: RosterSize,
  city: string,
  workCommittee: string,
  unit: (code: string, name: string, kind: string, more?: Row) => unknown,
): Branch[] {
  const branches: Branch[] = []
  for (let o = 0; o < organs; o += 1) {
    const code = `J${String(o + 1).padStart(3, '0')}`
    const name = `市${at(PLACES, Math.floor(o / SUBJECTS.length))}${at(SUBJECTS, o)}局`
    const organClass = at(CLASSES, o)
    unit(`${code}Y`, name, 'businessUnit', { organClass, staffCount: String(branchesPerOrgan * 13) })
    unit(`${code}Z`, `${name}党组`, 'leadingPartyGroup', { parentCode: city, organClass })
    unit(code, `${name}机关党委`, 'organCommittee', {
      parentCode: workCommittee,
      concreteLeaderCode: `${code}Z`,
      businessUnitCode: `${code}Y`,
      organClass,
    })
    for (let b = 0; b < branchesPerOrgan; b += 1) {
      const section = at(SECTIONS, b)
      unit(`${code}-${two(b + 1)}`, `${name}${section}党支部`, 'branch', {
        parentCode: code,
        businessUnitCode: `${code}Y`,
      })
      branches.push({ code: `${code}-${two(b + 1)}`, organ: code, section, first: b === 0 })
    }
  }
  return branches
}

function inventMember(i: number, branch: Branch): Row {
  const year = 1960 + ((i * 7) % 42)
  const bornOn = `${year}-${two(1 + (i % 12))}-${two(1 + (i % 28))}`
  const probationary = i % 80 === 79
  const gender = (i * 3) % 7 < 3 ? 'female' : 'male'
  const joinedOn = probationary ? '2025-11-20' : `${Math.min(2023, year + 23)}-07-01`
  return {
    memberCode: `P${String(i + 1).padStart(6, '0')}`,
    memberName: `${at(SURNAMES, i * 11 + Math.floor(i / 13))}${at(FIRST, i * 3 + Math.floor(i / 7))}${i % 6 === 5 ? '' : at(SECOND, i * 7 + Math.floor(i / 17))}`,
    branchCode: branch.code,
    memberKind: probationary ? 'probationary' : 'regular',
    memberState: year < 1966 ? 'retired' : 'inService',
    gender,
    bornOn,
    joinedOn,
    becameRegularOn: probationary ? '' : `${Number(joinedOn.slice(0, 4)) + 1}-07-01`,
    leadingCadre: i % 29 === 0 ? 'yes' : 'no',
    sectionName: branch.section,
    phone: `138${String(10_000_000 + i)}`,
    idNumber: checked(`370299${bornOn.replaceAll('-', '')}${idSerial(i, gender)}`),
  }
}

/** Three digits, odd for men; people born on one day get different ones. */
const idSerial = (i: number, gender: string) =>
  String((Math.floor(i / 84) * 2 + (gender === 'male' ? 1 : 0)) % 1000).padStart(3, '0')

/** Appends the check character of GB 11643-1999. */
export function checked(first17: string): string {
  const sum = [...first17].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0)
  return first17 + '10X98765432'[sum % 11]
}

/** Every branch has a secretary, larger ones three committee members; every organ its Party group and organ committee; the work committee two of staff. */
function fillPosts(rows: RosterRows, branches: readonly Branch[], workCommittee: string) {
  const byBranch = Map.groupBy(
    rows.members.filter(m => m.memberKind === 'regular'),
    m => m.branchCode ?? '',
  )
  const post = (member: Row | undefined, unitCode: string, postKind: string, more: Row = {}) => {
    if (member)
      rows.posts.push({
        memberCode: member.memberCode ?? '',
        memberName: member.memberName ?? '',
        unitCode,
        postKind,
        fromOn: '2024-01-10',
        ...more,
      })
  }
  const term = { termFrom: '2024-01-10', termUntil: '2027-01-10' }
  for (const { code, organ, first } of branches) {
    const members = byBranch.get(code) ?? []
    post(members[0], code, 'secretary', term)
    if (members.length >= 7)
      for (const [i, kind] of ['organizationMember', 'publicityMember', 'disciplineMember'].entries())
        post(members[i + 1], code, kind, term)
    if (!first) continue
    post(members.at(-1), `${organ}Z`, 'partyGroupSecretary')
    post(members.at(-2), `${organ}Z`, 'partyGroupMember')
    post(members.at(-2), organ, 'secretary', { termFrom: '2024-01-10', termUntil: '2029-01-10' })
    post(members.at(-3), organ, 'deputySecretary', { termFrom: '2024-01-10', termUntil: '2029-01-10' })
  }
  for (const member of (byBranch.get(branches[0]?.code ?? '') ?? []).slice(1, 3))
    post(member, workCommittee, 'workCommitteeStaff')
}
