import type { SheetSpec } from '../column-spec.ts'
import { CODE, choice, column, NONE, STILL } from './column.ts'

/** Unit kinds, with the words rosters use for them. */
export const UNIT_KINDS = [
  choice('cityCommittee', '市委', 'city committee', '市委员会', '中共市委'),
  choice('workCommittee', '机关工委', 'organ work committee', '市直机关工委', '市直机关工作委员会', '直属机关工委'),
  choice(
    'districtWorkCommittee',
    '区机关工委',
    'district work committee',
    '区直机关工委',
    '县直机关工委',
    '区（市）机关工委',
    '区市机关工委',
  ),
  choice('leadingPartyGroup', '党组', 'leading Party group', '党组（党委）', '部门党组'),
  choice('organCommittee', '机关党委', 'organ committee', '机关委员会', '直属机关党委'),
  choice('generalBranch', '党总支', 'general branch', '党总支部', '机关党总支'),
  choice('branch', '党支部', 'branch', '支部', '机关党支部'),
  choice('jointBranch', '联合党支部', 'joint branch', '联合支部'),
  choice('temporaryOrganization', '临时党组织', 'temporary organization', '临时党支部', '临时支部'),
  choice('group', '党小组', 'group', '小组'),
  choice('businessUnit', '业务单位', 'business unit', '机关单位', '行政单位', '单位', '部门'),
  choice('section', '处室', 'section', '科室', '内设机构'),
]

export const UNITS: SheetSpec = {
  key: 'units',
  zh: '组织',
  en: 'Units',
  required: true,
  aliases: ['党组织', '组织名册', '党组织名册', '机构'],
  columns: [
    column('unitCode', 'text', '组织编码', 'Unit code', {
      ...CODE,
      required: true,
      aliases: ['编码', '组织代码', '党组织编码', '单位编码'],
      why: '本系统内唯一的编码，其他列和其他表用它指向这个组织',
      whyEn: 'unique; other columns and sheets refer to the unit by it',
    }),
    column('unitName', 'text', '组织名称', 'Unit name', {
      max: 100,
      required: true,
      aliases: ['名称', '党组织名称', '单位名称', '组织全称'],
      why: '全称，用于页面、公文和公示',
      whyEn: 'full name, shown on pages, documents and notices',
    }),
    column('unitKind', 'choice', '组织类型', 'Unit kind', {
      choices: UNIT_KINDS,
      required: true,
      aliases: ['类型', '组织类别', '党组织类型', '党组织类别'],
      why: '决定适用的任期、会议和考核规则',
      whyEn: 'decides which rules on terms, meetings and appraisal apply',
    }),
    column('parentCode', 'text', '上级组织编码', 'Parent code', {
      ...CODE,
      blanks: NONE,
      aliases: ['上级编码', '上级党组织编码', '隶属组织编码', '统一领导组织编码'],
      why: '统一领导关系中的上一级；最上级留空',
      whyEn: 'the unit above under unified leadership; blank for the topmost',
    }),
    column('concreteLeaderCode', 'text', '具体领导党组编码', 'Concrete leader code', {
      ...CODE,
      blanks: NONE,
      aliases: ['党组编码', '具体领导组织编码', '领导党组编码'],
      why: '对机关党委等进行具体领导的本单位党组',
      whyEn: 'the leading Party group of the unit that leads it in concrete matters',
    }),
    column('guidingUnitCode', 'text', '指导组织编码', 'Guiding unit code', {
      ...CODE,
      blanks: NONE,
      aliases: ['指导单位编码', '业务指导组织编码'],
      why: '负责指导而不领导的组织，例如市对区机关工委',
      whyEn: 'the unit that guides without leading, as the city does for a district',
    }),
    column('organClass', 'text', '机关类别', 'Organ class', {
      max: 30,
      blanks: NONE,
      aliases: ['单位类别', '考核类别', '分类', '考核分组'],
      why: '分类考核时与同类比较，类别由本市方案规定',
      whyEn: 'compared within its class in appraisal; the city scheme names the classes',
    }),
    column('foundedOn', 'day', '成立日期', 'Founded on', {
      required: true,
      aliases: ['成立时间', '组建日期', '批准成立日期', '设立日期'],
      why: '从这一天起参加覆盖、任期和考核的计算',
      whyEn: 'counted from this day on',
    }),
    column('endedOn', 'day', '撤销日期', 'Ended on', {
      blanks: STILL,
      aliases: ['撤销时间', '终止日期', '注销日期'],
      why: '这一天起不再存在；仍存在的留空',
      whyEn: 'the first day it no longer exists; blank while it exists',
    }),
    column('businessUnitCode', 'text', '所在单位编码', 'Business unit code', {
      ...CODE,
      blanks: NONE,
      aliases: ['业务单位编码', '行政单位编码', '所属单位编码'],
      why: '组织所在的机关或单位，业务考核成绩由它带来',
      whyEn: 'the organ it belongs to, which brings the business score',
    }),
    column('staffCount', 'integer', '职工人数', 'Staff count', {
      max: 100_000,
      blanks: NONE,
      aliases: ['在职职工人数', '编制人数', '编制数', '干部职工人数'],
      why: '用于计算党员比例和专职党务人员配备',
      whyEn: 'for the share of members and the staffing of Party work',
    }),
  ],
}
