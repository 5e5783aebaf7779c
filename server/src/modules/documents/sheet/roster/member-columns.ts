import type { SheetSpec } from '../column-spec.ts'
import { CODE, choice, column, NONE } from './column.ts'

const YES_NO = [choice('yes', '是', 'yes', 'TRUE', '1', 'Y', '√'), choice('no', '否', 'no', 'FALSE', '0', 'N', '×')]

export const MEMBERS: SheetSpec = {
  key: 'members',
  zh: '党员',
  en: 'Members',
  required: true,
  aliases: ['党员名册', '党员花名册', '党员信息', '花名册', '名册'],
  columns: [
    column('memberCode', 'text', '党员编号', 'Member code', {
      ...CODE,
      required: true,
      aliases: ['编号', '党员编码', '人员编号', '工号'],
      why: '本系统内唯一的编号，任职表用它指向本人',
      whyEn: 'unique; the posts sheet refers to the member by it',
    }),
    column('memberName', 'text', '姓名', 'Name', {
      max: 50,
      required: true,
      personName: true,
      aliases: ['党员姓名', '名字'],
      why: '按身份证件书写',
      whyEn: 'as on the identity card',
    }),
    column('branchCode', 'text', '所在支部编码', 'Branch code', {
      ...CODE,
      required: true,
      aliases: ['支部编码', '党支部编码', '所在党支部编码', '所属支部编码'],
      why: '组织关系所在的支部',
      whyEn: 'the branch the member belongs to',
    }),
    column('groupCode', 'text', '党小组编码', 'Group code', {
      ...CODE,
      blanks: NONE,
      aliases: ['所在党小组编码', '党小组'],
      why: '所在党小组；没有党小组的留空',
      whyEn: 'the group within the branch, if any',
    }),
    column('memberKind', 'choice', '党员类别', 'Member kind', {
      required: true,
      aliases: ['人员类别', '党员类型'],
      choices: [
        choice('regular', '正式党员', 'regular member', '正式'),
        choice('probationary', '预备党员', 'probationary member', '预备'),
      ],
      why: '预备党员没有表决权、选举权和被选举权',
      whyEn: 'a probationary member has no vote',
    }),
    column('memberState', 'choice', '党员状态', 'Member state', {
      required: true,
      aliases: ['状态', '在职状态', '在岗情况'],
      choices: [
        choice('inService', '在职', 'in service', '在岗', '在职党员', '在岗职工'),
        choice('retired', '离退休', 'retired', '退休', '离休', '离退休党员', '退休党员'),
        choice('floating', '流动', 'floating', '流动党员', '外出流动'),
        choice('longAway', '长期外出', 'long away', '长期外出党员'),
      ],
      why: '没有岗位的离退休、长期流动党员不作岗位承诺',
      whyEn: 'retired and floating members without a post make no post pledge',
    }),
    column('gender', 'choice', '性别', 'Gender', {
      aliases: [],
      blanks: NONE,
      choices: [choice('male', '男', 'male', 'M'), choice('female', '女', 'female', 'F')],
      why: '用于队伍结构统计',
      whyEn: 'for statistics',
    }),
    column('bornOn', 'day', '出生日期', 'Born on', {
      blanks: NONE,
      aliases: ['出生年月日', '出生年月', '生日'],
      why: '用于队伍结构统计和退休提醒',
      whyEn: 'for statistics and retirement reminders',
    }),
    column('joinedOn', 'day', '入党日期', 'Joined on', {
      required: true,
      aliases: ['入党时间', '加入党组织日期', '加入中共组织日期'],
      why: '支部党员大会通过为预备党员之日',
      whyEn: 'the day the branch assembly admitted the member on probation',
    }),
    column('becameRegularOn', 'day', '转正日期', 'Became regular on', {
      blanks: NONE,
      aliases: ['转正时间', '转为正式党员日期'],
      why: '预备党员留空；党龄从这一天算起',
      whyEn: 'blank on probation; standing is counted from this day',
    }),
    column('leadingCadre', 'choice', '党员领导干部', 'Leading cadre', {
      choices: YES_NO,
      blanks: NONE,
      aliases: ['领导干部', '是否领导干部', '是否党员领导干部'],
      why: '领导干部另有双重组织生活和更高的考评要求',
      whyEn: 'leading cadres take part twice and meet higher standards',
    }),
    column('sectionName', 'text', '处室', 'Section', {
      max: 60,
      blanks: NONE,
      aliases: ['所在处室', '科室', '部门', '所在部门'],
      why: '岗位职责按处室分解',
      whyEn: 'duties are broken down by section',
    }),
    column('phone', 'phone', '手机号', 'Mobile phone', {
      blanks: NONE,
      aliases: ['手机', '手机号码', '联系电话', '电话', '移动电话'],
      why: '首次登录和提醒；按敏感信息保护',
      whyEn: 'for the first sign-in and reminders; kept as sensitive',
    }),
    column('idNumber', 'idNumber', '身份证号', 'ID number', {
      blanks: NONE,
      aliases: ['身份证号码', '公民身份号码', '居民身份证号', '身份证'],
      why: '仅用于识别重名和重复；按敏感信息保护',
      whyEn: 'only tells namesakes and duplicates apart; kept as sensitive',
    }),
  ],
}
