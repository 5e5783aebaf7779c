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
import { query } from '../../../app/server/query.ts'
import { useAutosave } from '../../../app/server/use-autosave.ts'
import type { Path } from '../form/form-context.ts'
import { editText, moveText, readText } from '../form/scheme-text.ts'

const CHECK_MS = 400
const SAVE_MS = 1200

/** One draft behind form and text: checked while one types, saved after a pause. */
export function useSchemeDraft(scheme: SchemePage) {
  const client = useQueryClient()
  const params = { schemeId: scheme.id }
  const [check, setCheck] = useState<SchemeCheck>(scheme.check)
  const [node, setNode] = useState(() => readText(scheme.text))
  const work = useRef({ text: scheme.text, settings: scheme.settings, checking: 0, asked: 0 })
  const update = (part: Partial<SchemePage>) =>
    client.setQueryData<SchemePage>(query(readScheme, { params }).queryKey, old => old && { ...old, ...part })
  const { typed, change, ...draft } = useAutosave({
    ...{ first: { text: scheme.text, settings: scheme.settings }, savedAt: scheme.savedAt ?? '', pauseMs: SAVE_MS },
    send: async (sent, savedAt) => {
      const reply = await call(saveScheme, { params, body: { savedAt, ...sent } })
      if (sent.text === work.current.text) setCheck(reply.check)
      update({ check: reply.check })
      return reply.savedAt
    },
    keep: (sent, savedAt) => update({ ...sent, savedAt }),
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
  function type(next: string) {
    work.current.text = next
    const read = readText(next)
    if (read) setNode(read)
    window.clearTimeout(work.current.checking)
    work.current.checking = window.setTimeout(checkNow, CHECK_MS)
    change({ text: next, settings: work.current.settings })
  }
  const edit = (path: Path, value: unknown) => type(editText(work.current.text, path, value))
  const move = (list: Path, from: number, to: number) => type(moveText(work.current.text, list, from, to))
  function set(settings: SchemeSettings) {
    work.current.settings = settings
    change({ text: work.current.text, settings })
  }
  useEffect(() => () => window.clearTimeout(work.current.checking), [])
  /** The form stands still while the text is no readable YAML: an edit would throw away what is being typed. */
  const formReady = readText(typed.text) !== null
  return { ...typed, type, node, edit, move, formReady, set, check, ...draft }
}
