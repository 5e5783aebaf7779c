import { draftScheme, listSchemes, readScheme, saveScheme } from '@jiannuo/contract/appraisal/scheme.ts'
import type { WhatIfInput } from '@jiannuo/contract/appraisal/what-if.ts'
import type { Scheme } from '@jiannuo/engine/format.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useGo } from '../../app/location.ts'
import { query, useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { Button } from '../../ui/action/button.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { whatIfWords } from './words.ts'

/** Keeps what was turned as a draft: of the one looked at, or as the next version of the scheme in force. Nothing for who may not draft. */
export function SaveDraft({
  input: { level, scheme },
  draftId,
  draft,
}: {
  input: Pick<WhatIfInput, 'level' | 'scheme'>
  draftId: string | null
  draft: Scheme
}) {
  const words = useWords(whatIfWords)
  const go = useGo()
  const client = useQueryClient()
  const found = useQuery(query(listSchemes, { query: { subject: level } })).data
  const begin = useCommand(draftScheme)
  const save = useCommand(saveScheme)
  // Persons of a level have one line of schemes, units several: theirs is the line of the one they were scored by.
  const line = found?.schemes.find(each => each.sha256 === scheme.sha256)?.family ?? level
  const inForce = found?.schemes.find(each => each.inForce && each.family === line)
  const open = found?.schemes.find(each => each.id === draftId && each.state === 'draft')
  if (!found?.mayDraft || !(open ?? inForce)) return null

  async function keep() {
    const id =
      open?.id ?? (await begin.run({ body: { from: { kind: 'scheme', id: inForce!.id }, year: inForce!.year } }))?.id
    if (!id) return
    const [{ settings, savedAt, document }, { stringify }] = await Promise.all([
      client.fetchQuery({ ...query(readScheme, { params: { schemeId: id } }), staleTime: 0 }),
      import('yaml'),
    ])
    const { scheme, version, year } = document as unknown as Scheme
    const text = stringify({ ...draft, scheme, version, year }, { lineWidth: 0 })
    if (savedAt && (await save.run({ params: { schemeId: id }, body: { savedAt, text, settings } })))
      go(`/scheme/${id}/edit`)
  }

  return (
    <>
      <ProblemAlert problem={begin.problem ?? save.problem} />
      <Button kind="primary" busy={begin.busy || save.busy} onClick={() => void keep()}>
        {open ? words.saveInto : words.saveNew}
      </Button>
    </>
  )
}
