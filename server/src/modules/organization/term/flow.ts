import type { TermState } from '@jiannuo/contract/organization/unit.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import type { z } from 'zod'

type State = z.output<typeof TermState>
export type TermAction = 'request' | 'approved' | 'refused' | 'extended'

/** State → what may be done → the state that follows. A closed term is over; the next one is opened by the superior. */
export const TERM_FLOW: Record<State, Partial<Record<TermAction, State>>> = {
  normal: { request: 'requested' },
  requested: { approved: 'approved', refused: 'normal', extended: 'extended' },
  approved: {},
  extended: { request: 'requested' },
  closed: {},
}

export const TERM_WORDS: Record<State, Both> = {
  normal: { zh: '正常', en: 'normal' },
  requested: { zh: '已请示', en: 'requested' },
  approved: { zh: '已批复', en: 'approved' },
  extended: { zh: '延期', en: 'extended' },
  closed: { zh: '已届满', en: 'over' },
}
