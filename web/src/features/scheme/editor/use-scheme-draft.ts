import {
  checkSchemeText,
  readScheme,
  type SchemeCheck,
  type SchemePage,
  type SchemeSettings,
  saveScheme,
} from '@jiannuo/contract/appraisal/scheme.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../../app/server/api.ts'
import { ProblemError } from '../../../app/server/problem.ts'
import { query } from '../../../app/server/query.ts'
import type { Path } from '../form/form-context.ts'
import { editText, moveText, readText } from '../form/scheme-text.ts'

const CHECK_MS = 400
const SAVE_MS = 1200
const AGAIN_MS = 5000

/** One draft behind form and text: checked while one types, saved after a pause, one saving after the other. */
export function useSchemeDraft(scheme: SchemePage) {
  const client = useQueryClient()
  const [text, setText] = useState(scheme.text)
  const [settings, setSettings] = useState(scheme.settings)
  const [check, setCheck] = useState<SchemeCheck>(scheme.check)
  const [node, setNode] = useState(() => readText(scheme.text))
  const [state, setState] = useState<'saved' | 'saving' | 'unsaved'>('saved')
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const params = { schemeId: scheme.id }
  const work = useRef({
    text,
    settings,
    savedAt: scheme.savedAt ?? '',
    dirty: false,
    chain: Promise.resolve(true),
    saving: 0,
    checking: 0,
    asked: 0,
  })

  async function checkNow() {
    const asked = ++work.current.asked
    try {
      const found = await call(checkSchemeText, { body: { text: work.current.text, schemeId: scheme.id } })
      // A later text was asked about meanwhile: its answer counts.
      if (asked === work.current.asked) setCheck(found)
    } catch {
      // The next saving tells what is wrong with the connection.
    }
  }
  async function saveOnce(): Promise<boolean> {
    const w = work.current
    if (!w.dirty) return true
    w.dirty = false
    setState('saving')
    const { text: sent, settings } = w
    try {
      const reply = await call(saveScheme, { params, body: { savedAt: w.savedAt, text: sent, settings } })
      w.savedAt = reply.savedAt
      // Whoever comes back to this page goes on from here, not from what was loaded first.
      client.setQueryData<SchemePage>(
        query(readScheme, { params }).queryKey,
        old => old && { ...old, text: sent, settings, savedAt: reply.savedAt, check: reply.check },
      )
      if (sent === w.text) setCheck(reply.check)
      setProblem(null)
      setState(w.dirty ? 'unsaved' : 'saved')
      return true
    } catch (error) {
      w.dirty = true
      setState('unsaved')
      const found = error instanceof ProblemError ? error : null
      setProblem(found)
      if (found?.code === 'NETWORK') w.saving = window.setTimeout(save, AGAIN_MS)
      return false
    }
  }
  /** Saves what is typed now; true once the server has it. */
  function save(): Promise<boolean> {
    window.clearTimeout(work.current.saving)
    work.current.chain = work.current.chain.then(saveOnce)
    return work.current.chain
  }
  function touched() {
    work.current.dirty = true
    setState('unsaved')
    window.clearTimeout(work.current.saving)
    if (problem?.code !== 'CHANGED_MEANWHILE') work.current.saving = window.setTimeout(save, SAVE_MS)
  }
  function type(next: string) {
    work.current.text = next
    setText(next)
    const read = readText(next)
    if (read) setNode(read)
    window.clearTimeout(work.current.checking)
    work.current.checking = window.setTimeout(checkNow, CHECK_MS)
    touched()
  }
  const edit = (path: Path, value: unknown) => type(editText(work.current.text, path, value))
  const move = (list: Path, from: number, to: number) => type(moveText(work.current.text, list, from, to))
  function set(next: SchemeSettings) {
    work.current.settings = next
    setSettings(next)
    touched()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is left: what is typed must not be lost
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => work.current.dirty && event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.clearTimeout(work.current.checking)
      void save()
    }
  }, [])
  /** The form stands still while the text is no readable YAML: an edit would throw away what is being typed. */
  const formReady = readText(text) !== null
  return {
    text,
    type,
    node,
    edit,
    move,
    formReady,
    settings,
    set,
    check,
    save,
    state,
    savedAt: work.current.savedAt,
    problem,
  }
}
