import { defineErrors } from './define.ts'

export const ORGANIZATION_ERRORS = defineErrors({
  CHANGE_OBSTACLE: {
    status: 409,
    say: (d: { first: { zh: string; en: string }; count: number }) => ({
      zh: d.count > 1 ? `${d.first.zh}（共${d.count}处障碍）` : d.first.zh,
      en: d.count > 1 ? `${d.first.en} (${d.count} obstacles)` : d.first.en,
    }),
    next: { zh: '请先看“预览”，消除障碍后再办', en: 'Look at the preview and clear the obstacles first' },
  },
  POST_TAKEN: {
    status: 409,
    say: (d: { post: string; holder: string; from: string }) => ({
      zh: `${d.post}现由${d.holder}同志担任（${d.from}起）`,
      en: `The post is held by ${d.holder} since ${d.from}`,
    }),
    next: { zh: '请先办理免去现任职务，再办理新的任职', en: 'End the present holder’s post first' },
  },
  POST_NOT_HERE: {
    status: 422,
    say: () => ({ zh: '这类组织不设这个职务', en: 'This kind of organisation has no such post' }),
    next: { zh: '请选择适合这类组织的职务', en: 'Choose a post that fits this kind of organisation' },
  },
  PERIOD_EMPTY: {
    status: 422,
    say: (d: { from: string }) => ({ zh: `结束日期应晚于${d.from}`, en: `The end must be later than ${d.from}` }),
    next: { zh: '请改正日期', en: 'Correct the date' },
  },
  TERM_NEEDS_END: {
    status: 422,
    say: () => ({
      zh: '规则没有给出这届任期的长度，请填写届满日期',
      en: 'No rule gives the length of this term; enter its end',
    }),
    next: { zh: '请填写届满日期', en: 'Enter the day the term ends' },
  },
  TERM_OVERLAPS: {
    status: 409,
    say: (d: { from: string }) => ({
      zh: `已有${d.from}开始的一届，新的一届应在其后`,
      en: `A term began on ${d.from}; the new one must begin later`,
    }),
    next: { zh: '请改正开始日期', en: 'Correct the first day' },
  },
  EXTENSION_TOO_LONG: {
    status: 422,
    say: (d: { latest: string }) => ({
      zh: `延期一般不超过一年，最晚到${d.latest}`,
      en: `An extension is at most one year, until ${d.latest}`,
    }),
    next: { zh: '请改为届满后一年以内的日期', en: 'Choose a day after the end and within a year of it' },
  },
})
