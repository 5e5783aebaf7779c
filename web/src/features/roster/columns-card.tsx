import { previewRoster, type RosterPreview, type RosterSheet, rememberColumns } from '@jiannuo/contract/roster.ts'
import { useState } from 'react'
import { useGo } from '../../app/location.ts'
import { useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { language } from '../../i18n/language.ts'
import { keptFile } from '../../ui/action/chosen-file.ts'
import { ColumnChoices, type OpenColumn } from '../../ui/form/column-choices.tsx'
import { InlineAlert, ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { Waiting } from './waiting.tsx'
import { rosterWords } from './words.ts'

/** Headers nobody has explained yet, on sheets that still lack a column. */
export function openColumns(preview: RosterPreview): (OpenColumn & { sheet: RosterSheet; header: string })[] {
  return preview.columns.flatMap(({ sheet, headers, columns }) => {
    const taken = new Set(headers.map(h => h.key))
    const free = columns
      .filter(c => !taken.has(c.key))
      .map(c => ({ value: c.key, label: `${c.label[language()]}${c.required ? ' *' : ''}` }))
    const unknown = headers.filter(
      h => h.key === null && preview.remarks.some(r => r.column.letter === h.letter && r.column.header === h.header),
    )
    return unknown.map(({ header, suggested }) => ({
      ...{ id: `${sheet} ${header}`, sheet, header, label: header },
      ...{ suggested: taken.has(suggested) ? null : suggested, options: free },
    }))
  })
}

/** Which column is which: proposed, chosen, remembered, and the same file read again. */
export function ColumnsCard({ preview }: { preview: RosterPreview }) {
  const words = useWords(rosterWords)
  const go = useGo()
  const open = openColumns(preview)
  const [fileGone, setFileGone] = useState(false)
  const again = useCommand(previewRoster, { invalidates: [], onDone: found => go(`/roster/${found.id}`) })
  const remember = useCommand(rememberColumns, { invalidates: [] })
  const save = async (chosen: Record<string, string | null>) => {
    const sheets: Partial<Record<RosterSheet, Record<string, string | null>>> = {}
    for (const { id, sheet, header } of open)
      if (id in chosen) sheets[sheet] = { ...sheets[sheet], [header]: chosen[id] ?? null }
    await remember.run({ body: { sheets } })
    const file = keptFile()
    if (file) await again.run({ body: file })
    else setFileGone(true)
  }
  return (
    <ColumnChoices
      columns={open.map(each => ({ ...each, label: `${words.sheets[each.sheet]} · ${each.header}` }))}
      words={words}
      primary={preview.errorCount > 0}
      busy={remember.busy || again.busy}
      onRemember={chosen => void save(chosen)}
    >
      <ProblemAlert problem={remember.problem ?? again.problem} />
      {fileGone && <InlineAlert tone="info" title={words.fileGone} />}
      {again.busy && <Waiting say={words.working} note={words.workingNote} />}
    </ColumnChoices>
  )
}
