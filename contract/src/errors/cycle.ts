import { defineErrors } from './define.ts'

export const CYCLE_ERRORS = defineErrors({
  CYCLE_EXISTS: {
    status: 409,
    say: (d: { year: number }) => ({ zh: `${d.year}年度已经建好`, en: `The year ${d.year} is already set up` }),
    next: { zh: '请打开该年度调整时间，或换一个年度', en: 'Open that year to adjust its dates, or choose another' },
  },
  NO_CYCLE: {
    status: 409,
    say: () => ({ zh: '现在没有进行中的年度', en: 'There is no year in hand' }),
    next: { zh: '请机关工委先建好年度周期', en: 'The work committee sets up the year first' },
  },
  PHASE_NOT_BEGUN: {
    status: 409,
    say: (d: { phase: { zh: string; en: string }; from: string }) => ({
      zh: `${d.phase.zh}阶段${d.from}开始，现在还不能办`,
      en: `The phase “${d.phase.en}” begins on ${d.from}; this is not possible yet`,
    }),
    next: { zh: '草稿可以先写，开始以后再提交', en: 'You can draft already and submit once it has begun' },
  },
  LOCAL_DAY_EXISTS: {
    status: 409,
    say: (d: { day: string; reason: string }) => ({
      zh: `${d.day}已有本市规定：${d.reason}`,
      en: `${d.day} is already a day of the city’s own: ${d.reason}`,
    }),
    next: { zh: '请先撤回那一条，再重新登记', en: 'Withdraw that one first, then record it anew' },
  },
  LOCAL_DAY_NEEDLESS: {
    status: 422,
    say: (d: { day: string; working: boolean }) => ({
      zh: `${d.day}按全国日历本来就${d.working ? '上班' : '放假'}`,
      en: `By the national calendar ${d.day} is a day ${d.working ? 'of work' : 'off'} as it is`,
    }),
    next: {
      zh: '只登记和全国日历不同的日子，请去掉这一天',
      en: 'Only days that differ from the national calendar are recorded; leave this one out',
    },
  },
  LOCAL_DAY_WITHDRAWN: {
    status: 409,
    say: () => ({ zh: '这一天已经撤回', en: 'This day has been withdrawn already' }),
    next: { zh: '需要时可以重新登记', en: 'It can be recorded anew' },
  },
})
