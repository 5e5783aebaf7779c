import type { ChangeRow } from '@jiannuo/contract/organization-change.ts'
import type { PostKind, RelationKind, Term, UnitKind } from '@jiannuo/contract/organization.ts'
import type { TransferState } from '@jiannuo/contract/membership-transfer.ts'

type Named<K extends string> = Record<K, string>

const zh = {
  unit: {
    cityCommittee: '市委',
    workCommittee: '机关工委',
    districtWorkCommittee: '区县机关工委',
    leadingPartyGroup: '党组',
    organCommittee: '机关党委',
    generalBranch: '党总支',
    branch: '党支部',
    jointBranch: '联合党支部',
    temporaryOrganization: '临时党组织',
    group: '党小组',
    businessUnit: '业务单位',
    section: '处室',
  } satisfies Named<UnitKind>,
  post: {
    secretary: '书记',
    deputySecretary: '副书记',
    fullTimeDeputySecretary: '专职副书记',
    organizationMember: '组织委员',
    publicityMember: '宣传委员',
    disciplineMember: '纪检委员',
    committeeMember: '委员',
    groupLeader: '党小组长',
    partyGroupSecretary: '党组书记',
    partyGroupMember: '党组成员',
    workCommitteeStaff: '机关工委干部',
    districtStaff: '区县工委干部',
    organizationDepartmentStaff: '市委组织部干部',
    fullTimePartyStaff: '专职党务干部',
  } satisfies Named<PostKind>,
  relation: { leads: '统一领导', leadsConcretely: '具体领导', guides: '指导', partOf: '隶属', formedIn: '组建于' } satisfies Named<RelationKind>,
  change: { setUp: '设立', merge: '合并', split: '分设', dissolve: '撤销', move: '调整隶属', rename: '更名', counterChange: '反向变更' } satisfies Named<ChangeRow['kind']>,
  termState: { normal: '正常', requested: '已请示', approved: '已批复', extended: '延期', closed: '已届满' } satisfies Named<Term['state']>,
  termClock: { running: '任期内', due: '待换届', extended: '延期中', overdue: '逾期' } satisfies Named<Term['clock']>,
  transfer: { requested: '待转出', released: '待接收', received: '已接收', refused: '已退回', withdrawn: '已撤回' } satisfies Named<TransferState>,
  memberKind: { regular: '正式党员', probationary: '预备党员' },
  memberState: { inService: '在职', retired: '离退休', floating: '流动', longAway: '长期外出' },
  gender: { female: '女', male: '男' },
}

const en: typeof zh = {
  unit: {
    cityCommittee: 'city committee',
    workCommittee: 'work committee',
    districtWorkCommittee: 'district work committee',
    leadingPartyGroup: 'leading Party group',
    organCommittee: 'organ committee',
    generalBranch: 'general branch',
    branch: 'branch',
    jointBranch: 'joint branch',
    temporaryOrganization: 'temporary organisation',
    group: 'group',
    businessUnit: 'business unit',
    section: 'section',
  },
  post: {
    secretary: 'secretary',
    deputySecretary: 'deputy secretary',
    fullTimeDeputySecretary: 'full-time deputy secretary',
    organizationMember: 'organisation member',
    publicityMember: 'publicity member',
    disciplineMember: 'discipline member',
    committeeMember: 'committee member',
    groupLeader: 'group leader',
    partyGroupSecretary: 'Party group secretary',
    partyGroupMember: 'Party group member',
    workCommitteeStaff: 'work committee staff',
    districtStaff: 'district work committee staff',
    organizationDepartmentStaff: 'organisation department staff',
    fullTimePartyStaff: 'full-time Party staff',
  },
  relation: { leads: 'leads', leadsConcretely: 'leads concretely', guides: 'guides', partOf: 'part of', formedIn: 'formed in' },
  change: { setUp: 'set up', merge: 'merge', split: 'split', dissolve: 'dissolve', move: 'move', rename: 'rename', counterChange: 'counter-change' },
  termState: { normal: 'normal', requested: 'requested', approved: 'approved', extended: 'extended', closed: 'ended' },
  termClock: { running: 'in term', due: 'renewal due', extended: 'extended', overdue: 'overdue' },
  transfer: { requested: 'waiting for release', released: 'waiting to be received', received: 'received', refused: 'refused', withdrawn: 'withdrawn' },
  memberKind: { regular: 'regular', probationary: 'probationary' },
  memberState: { inService: 'in service', retired: 'retired', floating: 'floating', longAway: 'long away' },
  gender: { female: 'female', male: 'male' },
}

/** What kinds and states are called, the same word everywhere. */
export const names = { zh, en }
