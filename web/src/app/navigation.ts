import type { IconName } from '../ui/icon.tsx'

/** Who a page speaks to. */
export type Persona =
  | 'member'
  | 'branchSecretary'
  | 'organCommittee'
  | 'partyGroupSecretary'
  | 'workCommittee'
  | 'districtCommittee'
  | 'cityCommittee'
  | 'assignment'
  | 'administrator'

/** `tabs`: along the top; `side`: a column at the left; `none`: the assignment alone. */
export type Frame = 'tabs' | 'side' | 'none'

export const frames: Record<Persona, Frame> = {
  member: 'tabs',
  partyGroupSecretary: 'tabs',
  cityCommittee: 'tabs',
  branchSecretary: 'side',
  organCommittee: 'side',
  workCommittee: 'side',
  districtCommittee: 'side',
  administrator: 'side',
  assignment: 'none',
}

interface Entry {
  path: string
  zh: string
  en: string
  icon: IconName
  /** Carries the number of things that wait for the reader. */
  counted?: true
  /** Only for these roles of the persona. */
  roles?: readonly string[]
  /** Short name in the bottom bar of a phone; only entries with one stand there, the others behind 更多. */
  phone?: { zh: string; en: string }
}

export interface Group {
  title?: { zh: string; en: string }
  entries: readonly Entry[]
}

const entry = (
  path: string,
  zh: string,
  en: string,
  icon: IconName,
  more: Pick<Entry, 'counted' | 'phone' | 'roles'> = {},
): Entry => ({
  path,
  zh,
  en,
  icon,
  ...more,
})

const year = { zh: '年度', en: 'The year' }
const branch = { zh: '支部', en: 'Branch' }
const unit = { zh: '本单位', en: 'This unit' }
const appraisal = { zh: '考评', en: 'Appraisal' }
const supervision = { zh: '督办', en: 'Supervision' }
const base = { zh: '基础', en: 'Records' }

/**
 * The whole plan of navigation; an entry appears once its page is registered in routes.ts and not before.
 * The first entry shown is the home of its persona.
 */
export const navigation: Record<Persona, readonly Group[]> = {
  member: [
    {
      entries: [
        entry('/today', '今天', 'Today', 'home', { phone: { zh: '今天', en: 'Today' } }),
        entry('/my-pledge', '我的承诺', 'My pledge', 'pledge', { phone: { zh: '承诺', en: 'Pledge' } }),
        entry('/fulfilment', '我的践诺', 'My items', 'check', { phone: { zh: '践诺', en: 'Items' } }),
        entry('/my-report', '我的述职', 'My report', 'edit'),
        entry('/meetings', '组织生活', 'Meetings', 'people'),
        entry('/my-results', '我的结果', 'My results', 'result', { phone: { zh: '结果', en: 'Results' } }),
        entry('/unit-results', '单位考核结果', 'Results of units', 'result'),
        entry('/notices', '党务公开', 'Open affairs', 'book', { phone: { zh: '公开', en: 'Open' } }),
      ],
    },
  ],
  partyGroupSecretary: [
    {
      entries: [
        entry('/our-unit', '本单位', 'Our unit', 'home', { phone: { zh: '本单位', en: 'Our unit' } }),
        entry('/my-pledge', '我的承诺', 'My pledge', 'pledge', { counted: true, phone: { zh: '承诺', en: 'Pledge' } }),
        entry('/fulfilment', '我的践诺', 'My items', 'check', { counted: true, phone: { zh: '践诺', en: 'Items' } }),
        entry('/my-report', '我的述职', 'My report', 'edit', { counted: true }),
        entry('/tasks', '任务', 'Tasks', 'tasks', { counted: true }),
        entry('/decisions', '请我决定', 'To decide', 'review', { phone: { zh: '决定', en: 'Decide' } }),
        entry('/my-results', '我的结果', 'My results', 'result', { phone: { zh: '结果', en: 'Results' } }),
        entry('/unit-results', '单位考核结果', 'Results of units', 'result'),
      ],
    },
  ],
  branchSecretary: [
    {
      entries: [
        entry('/this-week', '本周', 'This week', 'home', { phone: { zh: '本周', en: 'Week' } }),
        entry('/my-pledge', '我的承诺', 'My pledge', 'edit', { counted: true, phone: { zh: '我的', en: 'Mine' } }),
        entry('/review', '待审', 'To review', 'review', { counted: true, phone: { zh: '待审', en: 'Review' } }),
        entry('/pledges', '承诺', 'Pledges', 'pledge'),
        entry('/unit-fulfilment', '党员践诺', 'Fulfilment', 'chart', { counted: true }),
        entry('/meetings', '组织生活', 'Meetings', 'calendar', { phone: { zh: '会议', en: 'Meetings' } }),
        entry('/tasks', '任务', 'Tasks', 'tasks', { counted: true }),
        entry('/members', '党员', 'Members', 'people'),
      ],
    },
    {
      title: year,
      entries: [
        entry('/fulfilment', '我的践诺', 'My items', 'check', { counted: true }),
        entry('/my-report', '我的述职', 'My report', 'edit', { counted: true }),
        entry('/reports', '述职报告', 'Reports', 'comment', { counted: true }),
        entry('/appraisal', '评议与结果', 'Rating and results', 'result', { counted: true }),
        entry('/unit-results', '单位考核结果', 'Results of units', 'result'),
        entry('/notices', '党务公开', 'Open affairs', 'book', { counted: true }),
      ],
    },
    { title: branch, entries: [entry('/organisation', '支部档案', 'Branch file', 'tree')] },
  ],
  organCommittee: [
    {
      entries: [
        entry('/branches', '支部总表', 'Branches', 'home', { phone: { zh: '总表', en: 'Branches' } }),
        entry('/review', '待审', 'To review', 'review', { counted: true, phone: { zh: '待审', en: 'Review' } }),
        entry('/my-pledge', '我的承诺', 'My pledge', 'edit', { counted: true, phone: { zh: '我的', en: 'Mine' } }),
      ],
    },
    {
      title: year,
      entries: [
        entry('/cycle', '周期与方案', 'Cycle and scheme', 'calendar'),
        entry('/scheme', '考评方案', 'Schemes', 'scheme'),
        entry('/pledges', '承诺践诺', 'Pledges', 'pledge'),
        entry('/unit-fulfilment', '践诺进度', 'Fulfilment', 'chart', { counted: true }),
        entry('/fulfilment', '我的践诺', 'My items', 'check', { counted: true }),
        entry('/my-report', '我的述职', 'My report', 'edit', { counted: true }),
        entry('/reports', '述职报告', 'Reports', 'comment', { counted: true }),
        entry('/appraisal', '考评结果', 'Appraisal', 'result', { counted: true }),
        entry('/assessments', '单位考核', 'Assessments', 'chart'),
        entry('/unit-results', '单位考核结果', 'Results of units', 'result'),
      ],
    },
    {
      title: unit,
      entries: [
        entry('/meetings', '组织生活', 'Meetings', 'calendar'),
        entry('/meetings/compliance', '支部组织生活', 'Branch life', 'table'),
        entry('/tasks', '任务', 'Tasks', 'tasks', { counted: true }),
        entry('/task-lists', '清单', 'Lists', 'table'),
        entry('/organisation', '组织与党员', 'Organisation', 'tree'),
        entry('/fact-imports', '数据导入', 'Data import', 'upload'),
        entry('/accounts', '账号与口令', 'Accounts', 'person'),
        entry('/notices', '党务公开', 'Open affairs', 'book', { counted: true }),
      ],
    },
  ],
  workCommittee: [
    {
      entries: [
        entry('/city', '全市总览', 'The city', 'home', { phone: { zh: '总览', en: 'City' } }),
        entry('/review', '待办', 'To do', 'review', { counted: true, phone: { zh: '待办', en: 'To do' } }),
      ],
    },
    {
      title: appraisal,
      entries: [
        entry('/cycle', '年度周期', 'Cycle', 'calendar'),
        entry('/pledges', '承诺践诺', 'Pledges', 'pledge'),
        entry('/unit-fulfilment', '践诺进度', 'Fulfilment', 'chart', { counted: true }),
        entry('/notices', '公示', 'Notices', 'book', { counted: true }),
        entry('/reports', '述职报告', 'Reports', 'comment', { counted: true }),
        entry('/scheme', '考评方案', 'Schemes', 'scheme'),
        entry('/appraisal', '结果与备案', 'Results and filing', 'result', { counted: true }),
        entry('/assessments', '单位考核', 'Assessments', 'chart', { roles: ['workCommittee'] }),
      ],
    },
    {
      title: supervision,
      entries: [
        entry('/task-lists', '清单', 'Lists', 'table'),
        entry('/tasks', '任务', 'Tasks', 'tasks', { counted: true }),
      ],
    },
    {
      title: base,
      entries: [
        entry('/meetings/compliance', '组织生活', 'Organisational life', 'table'),
        entry('/organisation', '组织与党员', 'Organisation', 'tree'),
        entry('/roster', '花名册导入', 'Roster import', 'upload'),
        entry('/fact-imports', '数据导入', 'Data import', 'upload', { roles: ['workCommittee'] }),
        entry('/accounts', '账号与口令', 'Accounts', 'person'),
        entry('/calendar', '工作日历', 'Calendar', 'calendar'),
      ],
    },
  ],
  districtCommittee: [
    {
      entries: [
        entry('/branches', '本区总表', 'The district', 'home', { phone: { zh: '总表', en: 'District' } }),
        entry('/review', '待审', 'To review', 'review', { counted: true, phone: { zh: '待审', en: 'Review' } }),
      ],
    },
    {
      title: year,
      entries: [
        entry('/cycle', '年度周期', 'Cycle', 'calendar'),
        entry('/pledges', '承诺践诺', 'Pledges', 'pledge'),
        entry('/unit-fulfilment', '践诺进度', 'Fulfilment', 'chart'),
        entry('/reports', '述职报告', 'Reports', 'comment'),
        entry('/notices', '公示', 'Notices', 'book'),
        entry('/appraisal', '结果与备案', 'Results and filing', 'result', { counted: true }),
      ],
    },
    {
      title: base,
      entries: [
        entry('/tasks', '任务', 'Tasks', 'tasks', { counted: true }),
        entry('/task-lists', '清单', 'Lists', 'table'),
        entry('/meetings/compliance', '组织生活', 'Organisational life', 'table'),
        entry('/organisation', '组织与党员', 'Organisation', 'tree'),
        entry('/calendar', '工作日历', 'Calendar', 'calendar'),
      ],
    },
  ],
  cityCommittee: [
    {
      entries: [
        entry('/level-four', '党组书记', 'Party group secretaries', 'home', {
          phone: { zh: '书记', en: 'Secretaries' },
        }),
        entry('/review', '待审', 'To review', 'review', { counted: true, phone: { zh: '待审', en: 'Review' } }),
        entry('/notices', '公示', 'Notices', 'book', { counted: true }),
        entry('/unit-fulfilment', '践诺进度', 'Fulfilment', 'chart', { counted: true }),
        entry('/reports', '述职报告', 'Reports', 'comment', { counted: true }),
        entry('/tasks', '任务', 'Tasks', 'tasks', { counted: true }),
        entry('/task-lists', '清单', 'Lists', 'table'),
        entry('/appraisal', '结果与备案', 'Results and filing', 'result', {
          counted: true,
          phone: { zh: '结果', en: 'Results' },
        }),
      ],
    },
  ],
  assignment: [{ entries: [entry('/assignment', '本次任务', 'Assignment', 'tasks')] }],
  administrator: [
    {
      entries: [
        entry('/accounts', '账号', 'Accounts', 'person', {
          roles: ['systemAdministrator', 'securityAdministrator'],
          phone: { zh: '账号', en: 'Accounts' },
        }),
        entry('/admin/grants', '授权', 'Grants', 'lock', { phone: { zh: '授权', en: 'Grants' } }),
        entry('/admin/system', '系统', 'System', 'gear', {
          roles: ['systemAdministrator'],
          phone: { zh: '系统', en: 'System' },
        }),
        entry('/admin/audit', '审计', 'Audit', 'log', {
          roles: ['auditAdministrator'],
          phone: { zh: '审计', en: 'Audit' },
        }),
      ],
    },
  ],
}

/** The persona a capacity's role belongs to; a role not named here has an assignment and no navigation. */
const personaOfRole: Readonly<Record<string, Persona>> = {
  member: 'member',
  partyGroupMember: 'member',
  branchCommittee: 'member',
  branchSecretary: 'branchSecretary',
  organCommittee: 'organCommittee',
  partyGroupSecretary: 'partyGroupSecretary',
  workCommittee: 'workCommittee',
  districtCommittee: 'districtCommittee',
  cityCommittee: 'cityCommittee',
  systemAdministrator: 'administrator',
  securityAdministrator: 'administrator',
  auditAdministrator: 'administrator',
}

export const personaOf = (role: string): Persona => personaOfRole[role] ?? 'assignment'

/** Pages whose address does not begin with that of an entry they belong to. */
const BELONGING: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/fulfilment\/pledges\//, ['/unit-fulfilment']],
  [/^\/(results|tellings)\//, ['/my-results', '/appraisal']],
  [/^\/(assessed\/|assessments\/[^/]+\/panels)/, ['/assessments', '/unit-results']],
]

/** Whether a page stands under an entry of the navigation. */
export function belongsTo(path: string, entry: string): boolean {
  const exceptions = BELONGING.find(([pages]) => pages.test(path))
  return exceptions ? exceptions[1].includes(entry) : path === entry || path.startsWith(`${entry}/`)
}

/** The groups of a role's persona, without entries whose page is not there or that belong to another role. */
export const shownNavigation = (role: string, isRegistered: (path: string) => boolean): readonly Group[] =>
  navigation[personaOf(role)]
    .map(group => ({
      ...group,
      entries: group.entries.filter(entry => isRegistered(entry.path) && (entry.roles?.includes(role) ?? true)),
    }))
    .filter(group => group.entries.length > 0)
