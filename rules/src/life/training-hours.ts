import { type Bilingual, type Citation, cite, defineRule, type Outcome, value } from '../rule.ts'

export interface TrainingYear {
  /** Hours (学时) of collective study and training in the year, in tenths so that sums stay exact: 325 is 32.5. */
  tenths: number
  /** secretary: secretaries, deputies and committee members. */
  as: 'member' | 'secretary'
  /** Frail, ill or incapacitated: no hard demand. */
  excused: boolean
  /** The year is over. */
  over: boolean
}

export interface TrainingVerdict {
  state: 'kept' | 'running' | 'missed' | 'excused'
  neededTenths: number
  reason: Bilingual
  cite: Citation
}

const MEMBER = cite('中国共产党党员教育管理工作条例', '第二十条', 'V')
const SECRETARY = cite('2019—2023年全国党员教育培训工作规划', '培训学时', 'V2')
const EXCUSED = cite('中国共产党党员教育管理工作条例', '第二十三条', 'V')

const hours = (tenths: number) => String(tenths / 10)

/** 集中学习培训学时: whether a member has the hours of the year; 32 for members, 56 for secretaries and committee members. */
export const trainingHours = defineRule({
  id: 'life.training-hours',
  title: { zh: '集中学习培训学时', en: 'Training hours' },
  unit: 'tenths of an hour',
  versions: [
    {
      ...{ from: '2019-05-06', until: null, checkedOn: '2026-09-30' },
      ...{ cite: MEMBER, params: { member: 320, secretary: 560 } },
    },
  ],
  compute({ tenths, as, excused, over }: TrainingYear, needed): Outcome<TrainingVerdict> {
    const neededTenths = needed[as]
    const source = as === 'member' ? MEMBER : SECRETARY
    const has: Bilingual = {
      zh: `已有${hours(tenths)}学时，应有${hours(neededTenths)}学时`,
      en: `${hours(tenths)} hours of ${hours(neededTenths)}`,
    }
    if (excused)
      return value({
        ...{ state: 'excused' as const, neededTenths, cite: EXCUSED },
        reason: { zh: '年老体弱或患病，不作硬性要求', en: 'Excused for age or health' },
      })
    const state = tenths >= neededTenths ? 'kept' : over ? 'missed' : 'running'
    return value({ state, neededTenths, reason: has, cite: source })
  },
})
