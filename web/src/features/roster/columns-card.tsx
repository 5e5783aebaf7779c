import { previewRoster, type RosterPreview, type RosterSheet, rememberColumns } from '@jiannuo/contract/roster.ts'
import { useState } from 'react'
import { useGo } from '../../app/location.ts'
import { useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { language } from '../../i18n/language.ts'
import { Button } from '../../ui/action/button.tsx'
import { SelectField } from '../../ui/form/choice-field.tsx'
import { Card } from '../../ui/page/card.tsx'
import { InlineAlert, ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { keptFile } from './chosen-file.ts'
import { Waiting } from './waiting.tsx'
import { rosterWords } from './words.ts'

interface OpenColumn {
  sheet: RosterSheet
  header: string
  suggested: string
  options: { value: string; label: string }[]
}

const UNDECIDED = '?'
const OUT = '-'

/** Headers nobody has explained yet, on sheets that still lack a column. */
export function openColumns(preview: RosterPreview): OpenColumn[] {
  return preview.columns.flatMap(({ sheet, headers, columns }) => {
    const taken = new Set(headers.map(h => h.key))
    const free = columns
      .filter(c => !taken.has(c.key))
      .map(c => ({ value: c.key, label: `${c.label[language()]}${c.required ? ' *' : ''}` }))
    const unknown = headers.filter(
      h => h.key === null && preview.remarks.some(r => r.column.letter === h.letter && r.column.header === h.header),
    )
    return unknown.map(({ header, suggested }) => ({
      sheet,
      header,
      suggested: suggested && !taken.has(suggested) ? suggested : UNDECIDED,
      options: free,
    }))
  })
}

/** Which column is which: proposed, chosen, remembered, and the same file read again. */
export function ColumnsCard({ preview }: { preview: RosterPreview }) {
  const words = useWords(rosterWords)
  const go = useGo()
  const open = openColumns(preview)
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const [fileGone, setFileGone] = useState(false)
  const again = useCommand(previewRoster, { invalidates: [], onDone: found => go(`/roster/${found.id}`) })
  const remember = useCommand(rememberColumns, { invalidates: [] })
  const keyOf = (column: OpenColumn) => `${column.sheet} ${column.header}`
  const choiceOf = (column: OpenColumn) => chosen[keyOf(column)] ?? column.suggested
  const save = async () => {
    const sheets: Partial<Record<RosterSheet, Record<string, string | null>>> = {}
    for (const column of open) {
      const choice = choiceOf(column)
      if (choice !== UNDECIDED)
        sheets[column.sheet] = { ...sheets[column.sheet], [column.header]: choice === OUT ? null : choice }
    }
    await remember.run({ body: { sheets } })
    const file = keptFile()
    if (file) await again.run({ body: file })
    else setFileGone(true)
  }
  return (
    <Card title={words.columnsTitle} note={words.columnsNote}>
      <div className="form">
        {open.map(column => (
          <SelectField
            key={keyOf(column)}
            label={`${words.sheets[column.sheet]} · ${column.header}`}
            width="medium"
            options={[
              { value: UNDECIDED, label: words.undecided },
              { value: OUT, label: words.leaveOut },
              ...column.options,
            ]}
            value={choiceOf(column)}
            onChange={choice => setChosen({ ...chosen, [keyOf(column)]: choice })}
          />
        ))}
        <ProblemAlert problem={remember.problem ?? again.problem} />
        {fileGone && <InlineAlert tone="info" title={words.fileGone} />}
        {again.busy && <Waiting say={words.working} note={words.workingNote} />}
        <div>
          <Button
            kind={preview.errorCount > 0 ? 'primary' : 'plain'}
            busy={remember.busy || again.busy}
            onClick={() => void save()}
          >
            {words.remember}
          </Button>
        </div>
      </div>
    </Card>
  )
}
