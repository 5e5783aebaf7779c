import type { OFFICE_ASKS } from '@jiannuo/contract/desk/desk.ts'
import { both } from '../../../../../platform/http/serve.ts'
import { type AskWords, are, type Group, levelOf } from './group.ts'

const stays = (rises: string | null) =>
  rises
    ? both(`过期未审会转到${rises}。`, `If not reviewed in time it rises to ${rises}.`)
    : both('过期仍由您审定，并再提醒一次。', 'Overdue it stays with you, and you are reminded once more.')

export const OFFICE_WORDS: Record<(typeof OFFICE_ASKS)[number], (group: Group) => AskWords> = {
  reviewPledge: g => ({
    title: both(`${g.names.zh}的承诺`, `The pledge of ${g.names.en}`),
    why: both(
      `${g.first.unit_name ?? ''}，${levelOf(g.first).zh}`,
      `${g.first.unit_name ?? ''}, ${levelOf(g.first).en}`,
    ),
    action: both('审定', 'Review'),
    minutes: 3,
    link: `/review/${g.first.object_id ?? ''}`,
    next: stays(g.rises),
  }),
  reviewAmendment: g => ({
    title: both(`${g.names.zh}的承诺修改申请`, `${g.names.en} asks to amend the pledge`),
    why: both(`原因：${g.first.detail ?? ''}`, `Reason: ${g.first.detail ?? ''}`),
    action: both('审定', 'Review'),
    minutes: 2,
    link: `/review/${g.first.object_id ?? ''}`,
    next: stays(g.rises),
  }),
  openNotice: g => ({
    title: both(`公示${g.n}份已审定的承诺`, `Put ${are(g.n, 'approved pledge', 'approved pledges')} on notice`),
    why: g.names,
    action: both('公示', 'Publish'),
    minutes: 1,
    link: '/notices',
    next: both('期满没有异议即生效。', 'Without an objection they are in force when the notice ends.'),
  }),
  answerObjection: g => ({
    title: both(`答复${g.n}件公示异议`, `Answer ${are(g.n, 'objection', 'objections')} to a notice`),
    why: both(g.first.detail ?? '', g.first.detail ?? ''),
    action: both('答复', 'Answer'),
    minutes: 5 * g.n,
    link: `/notices/${g.first.object_id ?? ''}`,
    next: both(
      '不答复，公示不能结束，承诺不能生效。',
      'Until answered the notice cannot end and the pledges are not in force.',
    ),
  }),
  confirmMidYear: g => ({
    title: both(`${g.names.zh}的年中自查`, `Mid-year check of ${g.names.en}`),
    why: both(`${g.n}份，看过可一并确认`, `${are(g.n, 'check', 'checks')}; can be confirmed together`),
    action: both(`确认${g.n}份`, `Confirm ${g.n}`),
    minutes: Math.max(1, g.n),
    link: '/unit-fulfilment',
    next: both(
      '不确认不影响灯色，自查记录照样保留。',
      'Unconfirmed it changes no light; the check is kept all the same.',
    ),
  }),
  acceptRectification: g => ({
    title: both(`${g.names.zh}的整改办结`, `${g.names.en} reports a rectification done`),
    why: both(g.first.detail ?? '', g.first.detail ?? ''),
    action: both('核实', 'Look'),
    minutes: 2,
    link: `/fulfilment/items/${g.first.object_id ?? ''}`,
    next: both(
      '确认后灯转绿；没有办好可以退回再改。',
      'Accepted, the light clears; otherwise it is opened again with the reason.',
    ),
  }),
  remarkReport: g => ({
    title: both(`${g.names.zh}的述职`, `Reports of ${g.names.en}`),
    why: both(`${g.n}份等您点评`, `${are(g.n, 'report', 'reports')} to remark on`),
    action: both('点评', 'Remark'),
    minutes: 4 * g.n,
    link: '/reports',
    next: both('本人和本单位党员看得到点评。', 'The author and the members of the unit read the remark.'),
  }),
  openRound: g => ({
    title: both(`开始${levelOf(g.first).zh}评议`, `Open the rating of ${levelOf(g.first).en}s`),
    why: both(
      `${g.first.amount}人的承诺已生效，评议阶段已到`,
      `${are(g.first.amount, 'pledge is', 'pledges are')} in force and the rating phase has begun`,
    ),
    action: both('去准备', 'Prepare'),
    minutes: 5,
    link: '/appraisal',
    next: both('开始后请被评的人自评，再定计票人。', 'Then those appraised rate themselves, and tellers are named.'),
  }),
  rateOrganisation: g => ({
    title: both(`对${g.n}人作组织评定`, `Rate ${are(g.n, 'person', 'persons')} for the organisation`),
    why: g.names,
    action: both('评定', 'Rate'),
    minutes: 2 * g.n,
    link: `/appraisal/${g.first.object_id ?? ''}/organisation`,
    next: both('评完才能计算结果。', 'The results can be computed once it is done.'),
  }),
  rateUnits: ({ first }) => ({
    title: both(
      `评${first.amount}个单位：${first.detail ?? ''}`,
      `Rate ${are(first.amount, 'unit', 'units')}: ${first.detail ?? ''}`,
    ),
    why: both(
      '方案要本单位或上级组织给出评定；没有评定的按方案的缺项规定计算。',
      'The scheme asks for the unit’s own rating or that of the committee above; without it counts as missing, as the scheme says.',
    ),
    action: both('评定', 'Rate'),
    minutes: 2 * first.amount,
    link: `/assessments/${first.object_id ?? ''}/panels`,
    next: both('评完由考核单位计算，会议审定。', 'Then the office computes and a meeting decides.'),
  }),
  decideResults: ({ first }) => ({
    title: both(
      `给${first.amount}名${levelOf(first).zh}定等次`,
      `Decide the grades of ${first.amount} (${levelOf(first).en})`,
    ),
    why: both(
      '结果已算出，由会议或负责人定。与建议不同的写明理由。',
      'The results are computed; a meeting or person decides. Other than proposed needs a reason.',
    ),
    action: both('定等次', 'Decide'),
    minutes: 10,
    link: `/appraisal/${first.object_id ?? ''}/results`,
    next: both(
      '定了以后告知本人，异议期满再备案。',
      'Then everybody is told; after the time for objections it is filed.',
    ),
  }),
  releaseResults: ({ first }) => ({
    title: both(
      `把结果告知${first.amount}名${levelOf(first).zh}`,
      `Tell ${first.amount} their results (${levelOf(first).en})`,
    ),
    why: both('等次已定，本人还看不到。', 'The grades are decided; those concerned do not see them yet.'),
    action: both('告知', 'Tell them'),
    minutes: 1,
    link: `/appraisal/${first.object_id ?? ''}`,
    next: both('从告知起计异议期。', 'The time for objections begins then.'),
  }),
  answerResultObjection: g => ({
    title: both(`答复${g.names.zh}的考评异议`, `Answer the objection of ${g.names.en}`),
    why: both('要书面答复：维持，或更正并说明。', 'In writing: upheld, or corrected and why.'),
    action: both('答复', 'Answer'),
    minutes: 10,
    link: '/appraisal/objections',
    next: both('不答复，这一批结果不能备案。', 'Until answered the results cannot be filed.'),
  }),
  fileResults: ({ first }) => ({
    title: both(
      `备案${first.amount}名${levelOf(first).zh}的结果`,
      `File the results of ${first.amount} (${levelOf(first).en})`,
    ),
    why: both('异议期已满，没有待答复的异议。', 'The time for objections is over and none waits.'),
    action: both('备案', 'File'),
    minutes: 2,
    link: `/appraisal/${first.object_id ?? ''}/filing`,
    next: both('备案后不能再改。', 'Once filed it cannot be changed.'),
  }),
  doTask: ({ first }) => ({
    title: both(first.detail ?? '', first.detail ?? ''),
    why: both(`${first.unit_name ?? ''}下达的任务`, `Asked by ${first.unit_name ?? ''}`),
    action: both('去办', 'Do it'),
    minutes: 5,
    link: `/tasks/${first.object_id ?? ''}`,
    next: both('答复后由下达单位确认销号。', 'Once answered, the unit that asked confirms and strikes it off.'),
    clause: { title: both(first.unit_name ?? '', first.unit_name ?? ''), article: both('任务清单', ', list of tasks') },
  }),
  settleTask: ({ first }) => ({
    title: both(`确认${first.amount}项任务的答复`, `Confirm ${are(first.amount, 'answer', 'answers')} to tasks`),
    why: both('对方已答复，等您销号或退回', 'Answered; they wait to be struck off or sent back'),
    action: both('去确认', 'Confirm'),
    minutes: Math.max(1, first.amount),
    link: '/tasks',
    next: both('确认前不计对方超期。', 'Until then the other unit is not late.'),
    clause: { title: both('本单位', 'Your unit'), article: both('下达的任务清单', '’s list of tasks') },
  }),
}
