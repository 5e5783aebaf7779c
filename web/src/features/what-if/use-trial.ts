import type { WhatIfInput } from '@jiannuo/contract/appraisal/what-if.ts'
import type { Scheme } from '@jiannuo/engine/format.ts'
import { useEffect, useRef, useState } from 'react'
import type { Mover } from './reckon/compare.ts'
import type { Answer, Ask } from './reckon/worker.ts'

/** The latest answer; an older one stays on screen while the next is computed, so that nothing flickers. */
export interface Trial {
  answer: Extract<Answer, { kind: 'done' }> | null
  failed: string | null
  busy: boolean
}

/** One worker that is asked one thing at a time: while it computes, only the newest question of each kind waits. */
function openWorker(hear: (answer: Answer, busy: boolean) => void) {
  const worker = new Worker(new URL('./reckon/worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<'try' | 'export', Scheme>()
  let [running, number] = [false, 0]
  const next = () => {
    const [first] = waiting
    if (running || !first) return
    const [kind, draft] = first
    waiting.delete(kind)
    running = true
    number += 1
    worker.postMessage({ kind, number, draft } satisfies Ask)
  }
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    // A load that failed answers out of turn.
    if (data.number > 0) running = false
    hear(data, waiting.size > 0)
    next()
  }
  return {
    load: (input: Extract<Ask, { kind: 'load' }>['input'], base: Scheme) =>
      worker.postMessage({ kind: 'load', input, base } satisfies Ask),
    ask: (kind: 'try' | 'export', draft: Scheme) => {
      waiting.set(kind, draft)
      next()
    },
    stop: () => worker.terminate(),
  }
}

/** Scores the draft in a worker after every change; `exportAll` has everybody whom it moves told to `onExport`. */
export function useTrial(
  input: WhatIfInput,
  base: Scheme,
  draft: Scheme,
  onExport: (movers: readonly Mover[]) => void,
): Trial & { exportAll: () => void } {
  const worker = useRef<ReturnType<typeof openWorker> | null>(null)
  const told = useRef(onExport)
  told.current = onExport
  const [trial, setTrial] = useState<Trial>({ answer: null, failed: null, busy: true })
  useEffect(() => {
    const opened = openWorker((answer, busy) => {
      if (answer.kind === 'exported') told.current(answer.movers)
      else
        setTrial({
          answer: answer.kind === 'done' ? answer : null,
          failed: answer.kind === 'failed' ? answer.say : null,
          busy,
        })
    })
    const { subjects, scopes, facts, ratings, rulings } = input
    opened.load({ subjects, scopes, facts, ratings, rulings }, base)
    worker.current = opened
    return () => opened.stop()
  }, [input, base])
  useEffect(() => {
    worker.current?.ask('try', draft)
  }, [draft])
  return { ...trial, exportAll: () => worker.current?.ask('export', draft) }
}
