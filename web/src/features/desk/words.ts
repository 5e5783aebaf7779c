import { counted } from '@jiannuo/contract/counted.ts'
import { dayWithYear, number } from '../../i18n/format.ts'

const zh = {
  fetching: '正在取您的待办',
  greeting: (name: string, today: string) => `${name}同志，今天是${today}`,
  asks: (n: number, overdue: number) =>
    n === 0
      ? '今天没有要办的事'
      : overdue === 0
        ? `请您办${n}件事`
        : overdue === n
          ? `有${n}件事已过期，还能补办`
          : `请您办${n}件事，其中${overdue}件已过期`,
  doneTitle: '都办好了。',
  upcoming: (what: string, on: string) => `下一件：${on}，${what}。到时会提醒您。`,
  nothingMore: '本年度没有要您办的事了。',
  left: (days: number, due: string) => (days === 0 ? `今天截止（${due}）` : `还剩${days}天，${due}截止`),
  due: (due: string) => `${due}截止`,
  overdue: (days: number, due: string) => `已过期${days}天（${due}截止）`,
  noDue: '没有截止日期',
  late: '现在还能办；办好后不再提示，迟办记录保留。',
  myItems: '我的承诺',
  tick: '竖线是时间进度',
  allItems: (n: number) => `全部${n}项`,
  noItems: '承诺还没有生效',
  noItemsNote: '生效以后，这里显示每一项的进展和灯。',
  reminded: '提醒：',
  lagging: '滞后：',
  finished: '已完成',
  rectified: '已整改',
  excused: '免责，不考',
  unwritten: '未填',
  now: (value: string, unit: string) => `现${value}${unit}`,
  of: (value: string, target: string, unit: string) => `${value} / ${target}${unit}`,
  year: '年度进程',
  noYear: '年度周期还没有设定。机关工委设定后，这里显示各阶段的日期。',
  phases: { pledge: '承诺', fulfilling: '践诺', midYear: '自查', reporting: '述职', rating: '评议', result: '结果' },
  inForce: (on: string) => `${on}生效`,
  until: (last: string) => `至${last}`,
  before: (last: string) => `${last}前`,
  nextYear: (range: string) => `次年${range}`,
  result: (year: number) => `${year}年度考评结果`,
  total: (value: string) => `${value}分`,
  why: '怎么来的',
  notices: '公示',
  noticeUntil: (unit: string, last: string, n: number) => `${unit}，${n}份，公示至${last}，可提意见`,
  notCounted: '本页不统计登录次数和在线时长。',
  branchKicker: (unit: string, today: string) => `${unit}，${today}`,
  week: (n: number, overdue: number) =>
    n === 0 ? '本周没有要办的事' : overdue === 0 ? `本周要办${n}件` : `本周要办${n}件，有${overdue}件超时限`,
  risesNote: (to: string) => `超时限还没有审定的，会转到${to}。`,
  firstReview: (due: string, to: string) => `最早一份${due}前审定，过期转${to}。`,
  deeds: (n: number) => `近30天已办${n}件`,
  deedsNote: (n: number) => `近30天已办${n}件。`,
  deed: (on: string, what: string, times: number) => `${on} ${what}${times > 1 ? `${times}次` : ''}`,
  waiting: (n: number) => `等您处理${n}件`,
  rule: (days: number, to: string) => `超过${days}个工作日未审，会转${to}`,
  waitedLate: (waited: number | null, late: number) =>
    waited === null ? `超时限${late}天` : `已等${waited}天，超时限${late}天`,
  waited: (days: number) => (days === 0 ? '今天送来' : `等了${days}天`),
  dueShort: (due: string) => `${due}前`,
  own: (n: number) => `您本人要办${n}件`,
  members: (n: number) => `党员践诺${n}人`,
  all: '全部',
  membersNone: '党员的承诺还没有生效',
  membersNoneNote: '生效以后，这里显示正常、提醒、滞后的人数，以及要谈一谈的人。',
  membersFine: '没有滞后，也没有要提醒的。',
  lights: { green: '正常', yellow: '提醒', red: '滞后', none: '未填', grey: '未到期或不考' },
  person: (items: number, title: string, reason: string) =>
    items > 1 ? `${items}项需要过问；“${title}”${reason}` : `“${title}”${reason}`,
  look: '看进展',
  term: '任期和换届',
  termNone: '还没有记录任期。',
  termFile: '支部档案',
  termClock: {
    running: (ends: string) => `${ends}届满`,
    due: (ends: string) => `${ends}届满，请着手换届`,
    extended: (ends: string) => `经批准延期至${ends}`,
    overdue: (ends: string) => `${ends}已届满，请请示换届或延期`,
  },
  termSpan: (from: string, ends: string) => `${dayWithYear(from)}—${dayWithYear(ends)}`,
  termState: {
    normal: '',
    requested: '已请示，等上级批复',
    approved: '已批复，请按期选举',
    extended: '已批准延期',
    closed: '',
  },
  number: (value: string) => number(Number(value), decimals(value)),
}

const en: typeof zh = {
  fetching: 'Fetching what is asked of you',
  greeting: (name, today) => `${name}, today is ${today}`,
  asks: (n, overdue) =>
    n === 0
      ? 'Nothing is asked of you today'
      : overdue === 0
        ? `${things(n)} asked of you`
        : overdue === n
          ? `${things(n)} overdue, and can still be done`
          : `${things(n)} asked of you, ${overdue} overdue`,
  doneTitle: 'All done.',
  upcoming: (what, on) => `Next: ${what}, ${on}. You will be reminded.`,
  nothingMore: 'Nothing more is asked of you this year.',
  left: (days, due) => (days === 0 ? `Due today (${due})` : `${days} ${days === 1 ? 'day' : 'days'} left, due ${due}`),
  due: due => `Due ${due}`,
  overdue: (days, due) => `${days} ${days === 1 ? 'day' : 'days'} overdue (was due ${due})`,
  noDue: 'No due date',
  late: 'It can still be done; then it is asked no more, the delay stays on record.',
  myItems: 'My pledge',
  tick: 'the tick is the time elapsed',
  allItems: n => `All ${n} items`,
  noItems: 'Your pledge is not in force yet',
  noItemsNote: 'Once it is, the progress and light of every item stand here.',
  reminded: 'Needs attention: ',
  lagging: 'Lagging: ',
  finished: 'done',
  rectified: 'rectified',
  excused: 'excused, not appraised',
  unwritten: 'nothing reported',
  now: (value, unit) => `now ${value} ${unit}`,
  of: (value, target, unit) => `${value} / ${target} ${unit}`,
  year: 'The year',
  noYear: 'The year has not been set up yet. Once the work committee has, its phases stand here.',
  phases: {
    pledge: 'Pledge',
    fulfilling: 'Fulfil',
    midYear: 'Mid-year',
    reporting: 'Report',
    rating: 'Rating',
    result: 'Result',
  },
  inForce: on => `in force ${on}`,
  until: last => `through ${last}`,
  before: last => `by ${last}`,
  nextYear: range => `${range} next year`,
  result: year => `Result of ${year}`,
  total: value => `${value} points`,
  why: 'How it came about',
  notices: 'On notice',
  noticeUntil: (unit, last, n) => `${unit}, ${n} ${n === 1 ? 'paper' : 'papers'}, through ${last}; you may object`,
  notCounted: 'This page counts neither log-ins nor time online.',
  branchKicker: (unit, today) => `${unit}, ${today}`,
  week: (n, overdue) =>
    n === 0
      ? 'Nothing to do this week'
      : overdue === 0
        ? `${things(n)} to do this week`
        : `${things(n)} to do this week, ${overdue} past the time limit`,
  risesNote: to => `Reviews past their time limit rise to ${to}.`,
  firstReview: (due, to) => `The first review is due by ${due}; after that it goes to ${to}.`,
  deeds: n => `${counted(n, 'thing')} done in the last 30 days`,
  deedsNote: n => `${counted(n, 'thing')} done in the last 30 days.`,
  deed: (on, what, times) => `${on} ${what}${times > 1 ? `, ${times} times` : ''}`,
  waiting: n => `${things(n)} waiting for you`,
  rule: (days, to) => `Not reviewed within ${days} working days: rises to ${to}`,
  waitedLate: (waited, late) =>
    waited === null ? `${late} d past the limit` : `waited ${waited} d, ${late} past the limit`,
  waited: days => (days === 0 ? 'came today' : `waited ${days} d`),
  dueShort: due => `by ${due}`,
  own: n => `${things(n)} of your own`,
  members: n => `Fulfilment of ${n} members`,
  all: 'All',
  membersNone: 'No member’s pledge is in force yet',
  membersNoneNote: 'Once they are, the numbers on course, reminded and lagging stand here, and who needs a word.',
  membersFine: 'Nobody lags, nobody needs reminding.',
  lights: {
    green: 'on course',
    yellow: 'needs attention',
    red: 'lagging',
    none: 'nothing reported',
    grey: 'not due or not appraised',
  },
  person: (items, title, reason) =>
    items > 1 ? `${items} items need a word; “${title}”: ${reason}` : `“${title}”: ${reason}`,
  look: 'Look',
  term: 'Term and renewal',
  termNone: 'No term has been recorded.',
  termFile: 'Branch file',
  termClock: {
    running: ends => `ends ${ends}`,
    due: ends => `ends ${ends}: begin preparing the renewal`,
    extended: ends => `extended through ${ends}`,
    overdue: ends => `ended ${ends}: ask for the renewal or an extension`,
  },
  termSpan: (from, ends) => `${dayWithYear(from)} – ${dayWithYear(ends)}`,
  termState: {
    normal: '',
    requested: 'asked for, waiting for the reply',
    approved: 'approved, hold the election in time',
    extended: 'extension approved',
    closed: '',
  },
  number: value => number(Number(value), decimals(value)),
}

const things = (n: number) => `${n} ${n === 1 ? 'thing' : 'things'}`
const decimals = (value: string) => /\.(\d*[1-9])/.exec(value)?.[1]?.length ?? 0

export const deskWords = { zh, en }
