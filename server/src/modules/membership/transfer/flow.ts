import type { TransferState } from '@jiannuo/contract/membership/transfer.ts'
import type { Both } from '@jiannuo/contract/values.ts'

export type TransferAction = 'release' | 'receive' | 'refuse' | 'withdraw'
/** Whose turn a step is: the side left, the side joined, or whoever asked (the member, or the side left). */
export type Side = 'from' | 'to' | 'asker'

/** State → what may be done, by whom, and the state that follows. */
export const TRANSFER_FLOW: Record<
  TransferState,
  Partial<Record<TransferAction, { by: Side; next: TransferState }>>
> = {
  requested: {
    release: { by: 'from', next: 'released' },
    refuse: { by: 'from', next: 'refused' },
    withdraw: { by: 'asker', next: 'withdrawn' },
  },
  released: {
    receive: { by: 'to', next: 'received' },
    refuse: { by: 'to', next: 'refused' },
    withdraw: { by: 'asker', next: 'withdrawn' },
  },
  received: {},
  refused: {},
  withdrawn: {},
}

export const TRANSFER_WORDS: Record<TransferState, Both> = {
  requested: { zh: '待转出', en: 'waiting for the branch left' },
  released: { zh: '待接收', en: 'waiting for the branch joined' },
  received: { zh: '已接收', en: 'completed' },
  refused: { zh: '已退回', en: 'sent back' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
}
export const ACTION_WORDS: Record<TransferAction, string> = {
  release: '转出',
  receive: '接收',
  refuse: '退回',
  withdraw: '撤回',
}
