const states = {
  draft: '草稿',
  submitted: '待审',
  returned: '退回修改',
  approved: '已审定',
  onNotice: '公示中',
  inForce: '生效',
  amending: '修改中',
  closed: '已办结',
}
const phases = {
  preparing: '筹备',
  pledging: '承诺',
  review: '审定公示',
  fulfilling: '践诺',
  midYear: '年中自查',
  reporting: '述职',
  rating: '评议',
  grading: '定等',
  filing: '备案',
}
const levels = {
  member: '党员',
  branchSecretary: '支部书记',
  organCommitteeSecretary: '机关党委书记',
  partyGroupSecretary: '党组书记',
}

const zh = {
  states,
  phases,
  levels,
  noYear: '还没有建好年度周期',
  noYearNote: '机关工委建好周期后，承诺从筹备阶段开始。',
  toCycle: '去建年度周期',
  phaseLeft: (phase: string, days: number) => (days <= 0 ? `${phase}今天截止` : `${phase}还剩${days}天`),
  kicker: (unit: string, day: string) => `${unit}，${day}`,
  people: '人',
  papers: '份',
  things: '项',
  units: '个',
  days: (days: number) => `${days}天`,
  seeAll: '查看全部',
  table: '表格',
  chart: '图',
  light: { red: '滞后', yellow: '提醒', green: '正常', grey: '未到期' },
  and: '和',
  comma: '，',
  list: '、',
}

/** 1 branch, 2 branches. */
export const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`
/** Pledging: 3 days left. */
export const left = (phase: string, days: number) =>
  days <= 0 ? `${phase} ends today` : `${phase}: ${count(days, 'day')} left`

const en: typeof zh = {
  states: {
    draft: 'draft',
    submitted: 'submitted',
    returned: 'returned',
    approved: 'approved',
    onNotice: 'on notice',
    inForce: 'in force',
    amending: 'amending',
    closed: 'closed',
  },
  phases: {
    preparing: 'Preparing',
    pledging: 'Pledging',
    review: 'Review and notice',
    fulfilling: 'Fulfilling',
    midYear: 'Mid-year check',
    reporting: 'Reporting',
    rating: 'Rating',
    grading: 'Grading',
    filing: 'Filing',
  },
  levels: {
    member: 'Members',
    branchSecretary: 'Branch secretaries',
    organCommitteeSecretary: 'Organ committee secretaries',
    partyGroupSecretary: 'Party group secretaries',
  },
  noYear: 'No year is set up yet',
  noYearNote: 'Pledging begins once the work committee has set up the cycle.',
  toCycle: 'Set up the year',
  phaseLeft: left,
  kicker: (unit, day) => `${unit}, ${day}`,
  people: 'people',
  papers: '',
  things: '',
  units: '',
  days: days => count(days, 'day'),
  seeAll: 'See all',
  table: 'Table',
  chart: 'Chart',
  light: { red: 'lagging', yellow: 'attention', green: 'on course', grey: 'not due' },
  and: ' and ',
  comma: ', ',
  list: ', ',
}

export const overviewWords = { zh, en }
