import {
  type Pledge,
  type PledgeItem,
  type Remark,
  readPledge,
  saveItems,
  type WrittenItem,
} from '@jiannuo/contract/pledge/pledge.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../../app/server/api.ts'
import { ProblemError } from '../../../app/server/problem.ts'
import { query } from '../../../app/server/query.ts'

/** An item as it is typed: a target that is no number yet and an empty day are kept here and not sent. */
export interface TypedItem extends Omit<WrittenItem, 'target' | 'dueOn'> {
  target: string
  dueOn: string
}

const PAUSE_MS = 700
const AGAIN_MS = 5000
const NUMBER = /^-?\d{1,12}(\.\d{1,4})?$/
const plain = (text: string) => text.normalize('NFKC').replaceAll(/[,\s]/g, '')

export const isNumber = (text: string) => NUMBER.test(plain(text))
const typedItem = ({ position: _, state: _s, achieved: _a, ...i }: PledgeItem): TypedItem => ({
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

/** The draft of a pledge, saved as one types, one saving after the other; each answers the check of what was saved. */
export function useDraft(pledge: Pledge, checked: Remark[]) {
  const client = useQueryClient()
  const [items, setItems] = useState(() => pledge.items.map(typedItem))
  const [remarks, setRemarks] = useState(checked)
  const [state, setState] = useState<'saved' | 'saving' | 'unsaved'>('saved')
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const work = useRef({ items, savedAt: pledge.savedAt, dirty: false, chain: Promise.resolve(true), timer: 0 })

  async function saveOnce(): Promise<boolean> {
    const w = work.current
    if (!w.dirty) return true
    w.dirty = false
    setState('saving')
    const sent = w.items.map(written)
    try {
      const reply = await call(saveItems, {
        params: { pledgeId: pledge.id },
        body: { savedAt: w.savedAt, items: sent },
      })
      w.savedAt = reply.savedAt
      client.setQueryData<Pledge>(
        query(readPledge, { params: { pledgeId: pledge.id } }).queryKey,
        old =>
          old && {
            ...old,
            savedAt: reply.savedAt,
            items: sent.map((i, position) => ({ ...i, position, state: 'notStarted' as const, achieved: null })),
          },
      )
      setRemarks(reply.remarks)
      setProblem(null)
      setState(w.dirty ? 'unsaved' : 'saved')
      return true
    } catch (error) {
      w.dirty = true
      setState('unsaved')
      const found = error instanceof ProblemError ? error : null
      setProblem(found)
      if (found?.code === 'NETWORK') w.timer = window.setTimeout(save, AGAIN_MS)
      return false
    }
  }
  /** Saves what is typed now; true once the server has it. */
  function save(): Promise<boolean> {
    window.clearTimeout(work.current.timer)
    work.current.chain = work.current.chain.then(saveOnce)
    return work.current.chain
  }
  function change(next: TypedItem[]) {
    Object.assign(work.current, { items: next, dirty: true })
    setItems(next)
    window.clearTimeout(work.current.timer)
    if (problem?.code !== 'CHANGED_MEANWHILE') work.current.timer = window.setTimeout(save, PAUSE_MS)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is left: what is typed must not be lost
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => work.current.dirty && event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      void save()
    }
  }, [])
  return { items, change, save, remarks, state, savedAt: work.current.savedAt, problem }
}
