import { counted } from '../counted.ts'
import { defineErrors } from './define.ts'

export const FULFILMENT_ERRORS = defineErrors({
  ITEM_FED: {
    status: 409,
    say: () => ({ zh: '这一项随工作记录自动更新，不用填写', en: 'This item moves by itself with the recorded facts' }),
    next: { zh: '数字不对，请到产生记录的地方更正', en: 'If the figure is wrong, correct it where it is recorded' },
  },
  ITEM_NOT_COMPLETE: {
    status: 422,
    say: (d: { achieved: string; target: string; unit: string }) => ({
      zh: `现在是${d.achieved}${d.unit}，承诺的是${d.target}${d.unit}，还不能办结`,
      en: `It stands at ${d.achieved}, the pledge says ${d.target} ${d.unit}; it cannot be marked done`,
    }),
    next: {
      zh: '请先填写最新进展，达到后自动办结',
      en: 'Enter the latest figure; it is done once it reaches the goal',
    },
  },
  SAMPLE_TOO_LARGE: {
    status: 422,
    say: (d: { candidates: number }) => ({
      zh: `可抽的事项只有${d.candidates}项`,
      en: `Only ${counted(d.candidates, 'item')} to draw from`,
    }),
    next: { zh: '请把抽查数改小，或等更多事项填了进展', en: 'Draw fewer, or wait until more items show progress' },
  },
  EVIDENCE_EMPTY: {
    status: 422,
    say: () => ({ zh: '请写一句说明或附一个文件', en: 'Write a sentence or attach a file' }),
    next: { zh: '两样有一样就可以', en: 'One of the two is enough' },
  },
  REPORT_TOO_LONG: {
    status: 422,
    say: (d: { max: number; over: number }) => ({
      zh: `述职报告最多${d.max}字，现在超出${d.over}字`,
      en: `A report has at most ${d.max} characters; this is ${d.over} over`,
    }),
    next: { zh: '请删减后再提交，已写的都在', en: 'Shorten it and submit again; what you wrote is kept' },
  },
  REPORT_EMPTY: {
    status: 422,
    say: () => ({ zh: '还没有写自己的话', en: 'Your own words are still missing' }),
    next: { zh: '请补充做得不够的地方和下一步打算', en: 'Add what fell short and what comes next' },
  },
})
