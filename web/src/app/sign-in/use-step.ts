import { useRef, useState } from 'react'
import { ownProblem, ProblemError } from '../server/problem.ts'

/** Runs one step of signing in at a time and keeps what went wrong with it. */
export function useStep() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const running = useRef(false)
  async function run(step: () => Promise<void>) {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(null)
    try {
      await step()
    } catch (error) {
      setProblem(error instanceof ProblemError ? error : ownProblem('UNREADABLE', 0))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { run, busy, problem }
}
