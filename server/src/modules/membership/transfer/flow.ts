import type { TransferState } from '@jiannuo/contract/membership/transfer.ts'

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

export const TRANSFER_WORDS: Record<TransferState, string> = {
  requested: '待转出',
  released: '待接收',
  received: '已接收',
  refused: '已退回',
  withdrawn: '已撤回',
}
export const ACTION_WORDS: Record<TransferAction, string> = {
  release: '转出',
  receive: '接收',
  refuse: '退回',
  withdraw: '撤回',
}
