import type { SheetSpec } from '../column-spec.ts'
import { CODE, choice, column, NONE, STILL } from './column.ts'

/** Posts, with the words rosters use for them. */
export const POST_KINDS = [
  choice('secretary', '书记', 'secretary', '党支部书记', '支部书记', '机关党委书记', '党总支书记'),
  choice('deputySecretary', '副书记', 'deputy secretary', '党支部副书记', '支部副书记', '机关党委副书记'),
  choice('fullTimeDeputySecretary', '专职副书记', 'full-time deputy secretary', '机关党委专职副书记'),
  choice('organizationMember', '组织委员', 'organization member'),
  choice('publicityMember', '宣传委员', 'publicity member'),
  choice('disciplineMember', '纪检委员', 'discipline member', '纪律检查委员'),
  choice('committeeMember', '委员', 'committee member', '机关党委委员', '支部委员', '支委'),
  choice('groupLeader', '党小组长', 'group leader', '党小组组长', '小组长'),
  choice('partyGroupSecretary', '党组书记', 'Party group secretary'),
  choice('partyGroupMember', '党组成员', 'Party group member', '党组副书记'),
  choice('workCommitteeStaff', '机关工委工作人员', 'work committee staff', '工委工作人员'),
  choice('districtStaff', '区机关工委工作人员', 'district work committee staff', '县机关工委工作人员'),
  choice('organizationDepartmentStaff', '市委组织部工作人员', 'organization department staff', '组织部工作人员'),
  choice('fullTimePartyStaff', '专职党务工作人员', 'full-time Party staff', '专职党务干部', '党务工作者'),
]

export const POSTS: SheetSpec = {
  key: 'posts',
  zh: '任职',
  en: 'Posts',
  required: false,
  aliases: ['任职情况', '党内职务', '党内任职', '职务'],
  columns: [
    column('memberCode', 'text', '党员编号', 'Member code', {
      ...CODE,
      required: true,
      aliases: ['编号', '党员编码', '人员编号', '工号'],
      why: '任职人，须在党员表中',
      whyEn: 'the post holder, listed on the members sheet',
    }),
    column('memberName', 'text', '姓名', 'Name', {
      max: 50,
      personName: true,
      aliases: ['党员姓名', '名字', '任职人'],
      why: '供填表人核对，须与党员表一致',
      whyEn: 'for the reader; must agree with the members sheet',
    }),
    column('unitCode', 'text', '任职组织编码', 'Unit code', {
      ...CODE,
      required: true,
      aliases: ['组织编码', '所在组织编码', '党组织编码'],
      why: '在哪个组织任职，须在组织表中',
      whyEn: 'where the post is held, listed on the units sheet',
    }),
    column('postKind', 'choice', '职务', 'Post', {
      choices: POST_KINDS,
      required: true,
      aliases: ['党内职务', '职务名称', '任职'],
      why: '决定能办理和审定的事项',
      whyEn: 'decides what the holder may do and review',
    }),
    column('fromOn', 'day', '任职日期', 'From', {
      required: true,
      aliases: ['任职时间', '任职起始日期', '当选日期', '任现职日期'],
      why: '从这一天起任职',
      whyEn: 'the first day in post',
    }),
    column('untilOn', 'day', '免职日期', 'Until', {
      blanks: STILL,
      aliases: ['免职时间', '离任日期', '卸任日期'],
      why: '这一天起不再任职；在任的留空',
      whyEn: 'the first day no longer in post; blank while in post',
    }),
    column('termFrom', 'day', '本届起始日期', 'Term from', {
      blanks: NONE,
      aliases: ['本届选举日期', '换届日期', '届期起始日期'],
      why: '本届委员会选举产生之日；非选举职务留空',
      whyEn: 'the day the present committee was elected; blank for appointed posts',
    }),
    column('termUntil', 'day', '本届届满日期', 'Term until', {
      blanks: NONE,
      aliases: ['届满日期', '届满时间', '届期届满日期', '任期届满日期'],
      why: '这一天起应已换届：三年一届、2023-07-01 选举的填 2026-07-01',
      whyEn: 'the first day the term no longer covers: 2026-07-01 for three years from 2023-07-01',
    }),
  ],
}
