import { ADJUSTMENTS, pledges } from '../parts.ts'
import { facts, known, template } from '../template/build.ts'
import { both, head } from '../template/parts.ts'
import { COMPLETED, LOCAL, source } from '../template/source.ts'

/** Points of persons that make those of sections and departments (R4.8); persons are neither ranked nor shown. */
export const unitPoints = template({
  id: 'person-section-department',
  title: both('个人、科室、部门积分', 'Points from person to section to department'),
  family: 'memberPoints',
  subject: 'person',
  sources: [
    source(
      '积分制考核与红黄绿挂牌（莱西，城市实践）',
      '个人、科室、部门三级积分',
      'S',
      '城市经验材料',
      'the city’s own account',
    ),
    LOCAL,
  ],
  note: COMPLETED,
  leftOut: [
    both(
      '分值没有公布：清单按时办结 70、承诺 30 为本地值',
      'no points are printed: 70 for work lists done on time and 30 for pledges are local',
    ),
    both('红黄绿的界线没有公布：本地为 85、60 分', 'bounds of the plates are not printed: 85 and 60 are local'),
    both(
      '来源公开晾晒个人得分：按减负规定不公布个人得分和名次，只公布部门得分',
      'the source shows persons’ scores in public: under the rules on reducing burdens only departments’ are shown',
    ),
    both(
      '月度、季度考核：采用时为每期写明 period',
      'for monthly and quarterly rounds give the adopted scheme its period',
    ),
  ],
  facts: [
    ...facts(
      {
        workListDue: ['count', 'none', '清单到期事项', 'Work-list items due'],
        workListOnTime: ['count', 'up', '其中按时办结事项', 'Work-list items done on time'],
      },
      'month',
    ),
    ...known('pledgeCompletion', 'honours', 'criticisms', 'criticismsRectified'),
  ],
  publicScores: 'none',
  publicUnits: { section: 'none', department: 'all' },
  body: {
    scopes: ['section', 'department'],
    groups: [
      head('work-lists', 70, '日周月季年工作清单', 'Work lists of day, week, month, quarter and year', [
        {
          id: 'on-time',
          title: both('清单按时办结率', 'Work-list items done on time'),
          method: { kind: 'ratio', of: 'workListOnTime', per: 'workListDue', points: 70 },
        },
      ]),
      pledges(30),
    ],
    adjustments: ADJUSTMENTS,
    bonusCap: 5,
    deductionCap: 10,
    limits: { min: 0, max: 100 },
    lights: { green: 85, yellow: 60 },
    rollUp: [
      { scope: 'section', by: 'mean' },
      { scope: 'department', by: 'mean', from: 'section', weight: 'count' },
    ],
  },
})
