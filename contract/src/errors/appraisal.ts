import { counted } from '../counted.ts'
import { defineErrors, type Sentence } from './define.ts'

export const APPRAISAL_ERRORS = defineErrors({
  ROUND_EXISTS: {
    status: 409,
    say: () => ({ zh: '这一级在这个单位的考评已经开始', en: 'The round of this level in this unit is open already' }),
    next: { zh: '请在考评列表中打开它', en: 'Open it from the list of rounds' },
  },
  NOBODY_TO_APPRAISE: {
    status: 409,
    say: () => ({
      zh: '这个单位还没有人的承诺生效，没有考评对象',
      en: 'No pledge is in force in this unit; there is nobody to appraise',
    }),
    next: { zh: '请先完成承诺的审定和公示', en: 'Finish review and notice of the pledges first' },
  },
  NOTHING_FILED: {
    status: 409,
    say: () => ({
      zh: '这一级、这一年还没有备案的结果，没有可以试算的数据',
      en: 'Nothing of this level is filed for that year; there is nothing to try a scheme on',
    }),
    next: { zh: '请先完成一年的评定和备案，或者换一个年度', en: 'File a year first, or choose another year' },
  },
  CYCLE_CLOSED: {
    status: 409,
    say: (d: { year: number }) => ({ zh: `${d.year}年度已经办结`, en: `The year ${d.year} is closed` }),
    next: { zh: '请选择进行中的年度', en: 'Choose a year in hand' },
  },
  TELLER_UNFIT: {
    status: 422,
    say: (d: { zh: string; en: string }) => ({ zh: d.zh, en: d.en }),
    next: {
      zh: '请在本机关党员中另选一人，不能是本轮考评对象',
      en: 'Choose another member of the organ who is not appraised in this round',
    },
  },
  REPRESENTATIVES_MISSING: {
    status: 422,
    say: () => ({ zh: '还没有填写代表人数', en: 'The number of representatives is missing' }),
    next: { zh: '请填写到会代表人数，没有代表就填0', en: 'Enter the number of representatives, 0 if there are none' },
  },
  GRADE_UNKNOWN: {
    status: 422,
    say: (d: { grade: string; known: string }) => ({
      zh: `方案没有等次“${d.grade}”，可选：${d.known}`,
      en: `The scheme has no grade "${d.grade}"; accepted: ${d.known}`,
    }),
    next: { zh: '请从方案的等次中选择', en: 'Choose one of the scheme’s grades' },
  },
  LIMIT_UNKNOWN: {
    status: 422,
    say: (d: { known: string }) => ({
      zh: `方案没有这个否决或限制项，可选：${d.known || '无'}`,
      en: `The scheme has no such veto or limit; accepted: ${d.known || 'none'}`,
    }),
    next: { zh: '请从方案的否决和限制项中选择', en: 'Choose one of the scheme’s vetoes and limits' },
  },
  RATING_ONESELF: {
    status: 422,
    say: () => ({
      zh: '不能以组织名义评定或答复自己',
      en: 'Nobody rates or answers himself in the organisation’s name',
    }),
    next: { zh: '请由班子其他成员或上级组织办理', en: 'Another member of the committee or the unit above does this' },
  },
  DOCUMENT_NOT_TAKEN: {
    status: 422,
    say: () => ({
      zh: '这一级在系统内评定，不录入文件决定',
      en: 'This level is rated here; a decision by document is not entered',
    }),
    next: { zh: '请去掉文件号，填写等次和理由', en: 'Remove the document and give grade and reason' },
  },
  PANELS_UNFINISHED: {
    status: 409,
    say: (d: { count: number; first: Sentence; unit: string }) => ({
      zh: `还有${d.count}个纸质评议没有计完，第1个：${d.first.zh}（${d.unit}）`,
      en: `${counted(d.count, 'paper panel is', 'paper panels are')} not counted yet; the first: ${d.first.en} (${d.unit})`,
    }),
    next: {
      zh: '请两名计票人录完，或写明没有组织的原因',
      en: 'Let both tellers finish, or record why the panel was not held',
    },
  },
  PANELS_MISSING: {
    status: 409,
    say: (d: { zh: string; en: string }) => ({ zh: `评议还没有齐：${d.zh}`, en: `Ratings are missing: ${d.en}` }),
    next: {
      zh: '请补齐；不补的，确认后按方案的缺项规定计算',
      en: 'Complete them, or confirm and compute with them as missing, as the scheme says',
    },
  },
  FACTS_UNFIT: {
    status: 422,
    say: (d: { zh: string; en: string }) => ({ zh: d.zh, en: d.en }),
    next: { zh: '请改正后重新计算', en: 'Correct it and compute again' },
  },
  RESULT_STALE: {
    status: 409,
    say: () => ({
      zh: '试算以后评议或数据有变化，现在的结果已经过时',
      en: 'Ratings or facts have changed since the computation; these results are out of date',
    }),
    next: { zh: '请重新计算，再定等次', en: 'Compute again, then decide' },
  },
  OBJECTION_OVER: {
    status: 409,
    say: (d: { until: string }) => ({
      zh: `异议期已在${d.until}前结束`,
      en: `Objections were possible until the day before ${d.until}`,
    }),
    next: { zh: '如有新情况，请向上级组织反映', en: 'If something new has come up, tell the organisation above' },
  },
  OBJECTION_EXISTS: {
    status: 409,
    say: () => ({ zh: '您已经对这个结果提出过异议', en: 'You have objected to this result already' }),
    next: { zh: '请等待书面答复', en: 'Wait for the written answer' },
  },
  NODE_UNKNOWN: {
    status: 422,
    say: () => ({ zh: '结果里没有这一项', en: 'The result has no such part' }),
    next: { zh: '请从结果页的各项中选择一项', en: 'Choose one of the parts on the result page' },
  },
  FILING_OBSTACLE: {
    status: 409,
    say: (d: { zh: string; en: string }) => ({ zh: d.zh, en: d.en }),
    next: { zh: '请先办完再备案', en: 'Finish this first, then file' },
  },
  RESULT_NOT_PUBLIC: {
    status: 409,
    say: () => ({
      zh: '方案规定结果不公开，或者已经公开过',
      en: 'The scheme keeps its results from the public, or they are public already',
    }),
    next: {
      zh: '需要公开的，请在方案的新版本中写明公开到哪一步',
      en: 'To publish, say in a new version of the scheme what may be seen',
    },
  },
  SCHEME_NOT_ADAPTABLE: {
    status: 409,
    say: () => ({
      zh: '这个方案不能由机关另行制定',
      en: 'Organs may not adapt this scheme',
    }),
    next: {
      zh: '请按上级发布的方案执行，或请工委放开',
      en: 'Use it as published, or ask the work committee to allow it',
    },
  },
  SCHEME_DRAFT_EXISTS: {
    status: 409,
    say: () => ({ zh: '这个方案已有一份草稿在改', en: 'A draft of this scheme is being worked on already' }),
    next: { zh: '请在方案列表中打开那份草稿', en: 'Open that draft from the list of schemes' },
  },
  SCHEME_SOURCE_UNKNOWN: {
    status: 422,
    say: () => ({ zh: '没有这个模板或方案', en: 'There is no such template or scheme' }),
    next: { zh: '请从模板或已发布的方案中选择', en: 'Choose a template or a published scheme' },
  },
  SCHEME_UNFIT: {
    status: 422,
    say: (d: { count: number; zh: string; en: string }) => ({
      zh: `还有${d.count}处不符合要求，第1处：${d.zh}`,
      en: `${counted(d.count, 'thing stands', 'things stand')} in the way; the first: ${d.en}`,
    }),
    next: { zh: '请在编辑页逐处改好再提交', en: 'Mend each of them in the editor and try again' },
  },
  SCHEME_SECOND_PERSON: {
    status: 403,
    say: () => ({
      zh: '写过或提交过这份方案的人不能发布它',
      en: 'Whoever wrote or handed in a scheme does not publish it',
    }),
    next: { zh: '请由另一位同志发布', en: 'Another person of the office has to publish it' },
  },
  SCHEME_IN_EFFECT: {
    status: 409,
    say: (d: { from: string }) => ({
      zh: `方案自${d.from}起已经生效，不能撤回`,
      en: `The scheme has been in force since ${d.from}`,
    }),
    next: { zh: '请另起一个新版本', en: 'Draft a new version instead' },
  },
})
