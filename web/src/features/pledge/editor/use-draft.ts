import {
  type Pledge,
  type PledgeItem,
  type Remark,
  readCheck,
  readPledge,
  saveItems,
  type WrittenItem,
} from '@jiannuo/contract/pledge/pledge.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../app/server/api.ts'
import { query } from '../../../app/server/query.ts'
import { useAutosave } from '../../../app/server/use-autosave.ts'

/** An item as it is typed: a target that is no number yet and an empty day are kept here and not sent. */
export interface TypedItem extends Omit<WrittenItem, 'target' | 'dueOn'> {
  target: string
  dueOn: string
}

const NUMBER = /^-?\d{1,12}(\.\d{1,4})?$/
const plain = (text: string) => text.normalize('NFKC').replaceAll(/[,\s]/g, '')

export const isNumber = (text: string) => NUMBER.test(plain(text))
const typedItem = ({
  position: _,
  state: _s,
  achieved: _a,
  follows: _f,
  share: _share,
  ...i
}: PledgeItem): TypedItem => ({
  ...i,
  target: i.target ?? '',
  dueOn: i.dueOn ?? '',
})
const written = (i: TypedItem): WrittenItem => ({
  ...i,
  title: i.title.trim(),
  unit: i.unit.trim(),
  measures: i.measures.trim(),
  target: isNumber(i.target) ? plain(i.target) : null,
  dueOn: i.dueOn || null,
})

const NEW = { state: 'notStarted', achieved: null, follows: null, share: null } as const

/** The draft of a pledge, saved as one types; each saving answers the check of what was saved. */
export function useDraft(pledge: Pledge, checked: Remark[]) {
  const client = useQueryClient()
  const params = { pledgeId: pledge.id }
  const [remarks, setRemarks] = useState(checked)
  const { typed: items, ...draft } = useAutosave({
    first: pledge.items.map(typedItem),
    savedAt: pledge.savedAt,
    send: async (typed, savedAt) => {
      const reply = await call(saveItems, { params, body: { savedAt, items: typed.map(written) } })
      setRemarks(reply.remarks)
      client.setQueryData<Reply<typeof readCheck>>(
        query(readCheck, { params }).queryKey,
        old => old && { ...old, remarks: reply.remarks },
      )
      return reply.savedAt
    },
    keep: (typed, savedAt) =>
      client.setQueryData<Pledge>(
        query(readPledge, { params }).queryKey,
        old => old && { ...old, savedAt, items: typed.map((i, position) => ({ ...NEW, ...written(i), position })) },
      ),
  })
  return { items, remarks, ...draft }
}
