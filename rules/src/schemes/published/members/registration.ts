import { facts, template } from '../../template/build.ts'
import { below, both, evenly, given, grade, head } from '../../template/parts.ts'
import { PARTIAL, source } from '../../template/source.ts'

const QIAOXI = source('邢台市桥西区在职党员社区双报到积分办法', '志愿时长与单位资格', 'V2', '《河北日报》', '河北日报')

/** A year has 8,760 hours: no cap is ever reached at 60 points for 50 hours. */
const HOURS_OF_A_YEAR = 8760

/** 50 hours of volunteering give the 60 points to pass; more hours earn more. */
export const volunteerHours = template({
  id: 'qiaoxi-volunteer-hours',
  title: both('在职党员社区志愿服务积分', 'Volunteer hours of members in their community'),
  family: 'registration',
  subject: 'member',
  sources: [QIAOXI],
  note: PARTIAL,
  leftOut: [
    both(
      '50 小时得 60 分以外的折算没有写明，按同一比率（每小时 1.2 分）计，不设上限',
      'beyond 50 hours = 60 points no rate is printed: the same 1.2 an hour goes on without a cap',
    ),
    both(
      '中江县服务卡每季度返还一次，后果没有公布，不计分',
      'the service card that Zhongjiang county has returned each quarter has no printed effect',
    ),
  ],
  facts: facts({ volunteerHours: ['hours', 'up', '志愿服务时长', 'Hours of volunteering'] }),
  publicScores: 'none',
  body: {
    groups: [
      head('hours', HOURS_OF_A_YEAR * 1.2, '志愿服务', 'Volunteering', [
        evenly('volunteerHours', HOURS_OF_A_YEAR, HOURS_OF_A_YEAR * 1.2),
      ]),
    ],
    grades: [grade('passed', 60, '达标', 'Passed'), grade('notPassed', 0, '未达标', 'Not passed')],
  },
})

/** Units below 95 % of registration or completion lose award eligibility. */
export const unitRegistration = template({
  id: 'qiaoxi-unit-registration',
  title: both('单位双报到', 'Double registration of units'),
  family: 'registration',
  subject: 'organ',
  sources: [QIAOXI],
  note: PARTIAL,
  leftOut: [
    both(
      '单位没有公布的积分：得分只是报到率的百分数',
      'units have no printed points: the total is the registration rate in per cent',
    ),
    both('每季度走访社区没有公布后果，不计分', 'the quarterly visit to the community has no printed effect'),
  ],
  facts: facts({
    registrationShare: ['share', 'up', '在职党员报到率', 'Members registered'],
    registrationCompletion: ['share', 'up', '在职党员服务完成率', 'Members who completed their service'],
  }),
  publicScores: 'grades',
  body: {
    groups: [head('registration', 100, '报到率', 'Registration', [evenly('registrationShare', 1, 100)])],
    gates: [
      below('registrationShare', 0.95, { bars: ['advancedUnit'] }),
      below('registrationCompletion', 0.95, { bars: ['advancedUnit'] }),
    ],
  },
})

/** Half-yearly: who is not registered cannot be qualified or above. */
export const registeredGrade = template({
  id: 'foshan-registration-2022',
  title: both('双报到与党员等次挂钩（半年）', 'Registration tied to members’ grades (half-yearly)'),
  family: 'registration',
  subject: 'member',
  sources: [source('佛山市在职党员双报到管理（2022）', '未报到不得评为合格及以上', 'V2', '市新闻网站', 'city news')],
  note: PARTIAL,
  leftOut: [
    both(
      '等次分数线没有公布，以拟定等次计（4 为优秀，1 为不合格）',
      'cuts are not printed: the proposed grade is scored, 4 excellent to 1 unqualified',
    ),
    both('一年两次各开一轮，方案按年命名', 'runs twice a year, while the scheme is named after the year'),
    both('未录入是否报到的不作限制', 'a member whose registration was not entered is not limited'),
  ],
  facts: facts(
    {
      proposedMemberGrade: [
        'count',
        'up',
        '拟定等次（4 优秀、3 合格、2 基本合格、1 不合格）',
        'Grade proposed (4 excellent, 3 qualified, 2 basic, 1 unqualified)',
      ],
      communityRegistered: ['mark', 'up', '已到社区报到', 'Registered with the community'],
    },
    'halfYear',
  ),
  publicScores: 'none',
  body: {
    decimals: 0,
    groups: [head('proposal', 4, '拟定等次', 'Grade proposed', [given('proposedMemberGrade', 4)])],
    grades: [
      grade('excellent', 4, '优秀', 'Excellent'),
      grade('qualified', 3, '合格', 'Qualified'),
      grade('basic', 2, '基本合格', 'Basically qualified'),
      grade('unqualified', 0, '不合格', 'Unqualified'),
    ],
    gates: [below('communityRegistered', 1, { gradeAtMost: 'basic' })],
  },
})

export const REGISTRATION_TEMPLATES = [volunteerHours, unitRegistration, registeredGrade]
