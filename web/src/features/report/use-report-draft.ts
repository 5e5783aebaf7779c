import { listMyReports, type Report, readReport, saveReport } from '@jiannuo/contract/pledge/report.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../app/server/api.ts'
import { ProblemError } from '../../app/server/problem.ts'
import { keyOf } from '../../app/server/query.ts'

const PAUSE_MS = 700
const AGAIN_MS = 5000

/** The own words of a report, saved as one types, one saving after the other. */
export function useReportDraft(report: Report) {
  const client = useQueryClient()
  const [text, setText] = useState(report.text)
  const [state, setState] = useState<'saved' | 'saving' | 'unsaved'>('saved')
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const work = useRef({
    text: report.text,
    savedAt: report.savedAt,
    dirty: false,
    chain: Promise.resolve(true),
    timer: 0,
  })

  async function saveOnce(): Promise<boolean> {
    const w = work.current
    if (!w.dirty) return true
    w.dirty = false
    setState('saving')
    try {
      w.savedAt = (
        await call(saveReport, { params: { pledgeId: report.pledgeId }, body: { text: w.text, savedAt: w.savedAt } })
      ).savedAt
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
  function save(): Promise<boolean> {
    window.clearTimeout(work.current.timer)
    work.current.chain = work.current.chain.then(saveOnce)
    return work.current.chain
  }
  function change(next: string) {
    Object.assign(work.current, { text: next, dirty: true })
    setText(next)
    window.clearTimeout(work.current.timer)
    if (problem?.code !== 'CHANGED_MEANWHILE') work.current.timer = window.setTimeout(save, PAUSE_MS)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is left: what is typed must not be lost
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => work.current.dirty && event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      void save().then(() =>
        Promise.all([listMyReports, readReport].map(route => client.invalidateQueries({ queryKey: keyOf(route) }))),
      )
    }
  }, [])
  return { text, change, save, state, savedAt: work.current.savedAt, problem }
}
