import { type FactImport, previewFactImport, rememberFactColumns } from '@jiannuo/contract/fact-import.ts'
import { useState } from 'react'
import { useGo } from '../../../app/location.ts'
import { useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { keptFile } from '../../../ui/action/chosen-file.ts'
import { ColumnChoices } from '../../../ui/form/column-choices.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { importWords } from './words.ts'

/** What the headers of one's own table mean: remembered, and the same file read again. */
export function ColumnsCard({ data }: { data: FactImport }) {
  const words = useWords(importWords)
  const said = useLanguage()
  const go = useGo()
  const [fileGone, setFileGone] = useState(false)
  const again = useCommand(previewFactImport, { invalidates: [], onDone: found => go(`/fact-imports/${found.id}`) })
  const remember = useCommand(rememberFactColumns, { invalidates: [] })
  const { open, free } = data.columns
  const save = async (headers: Record<string, string | null>) => {
    await remember.run({ body: { headers } })
    const file = keptFile()
    const { about, period, document, office } = data
    const facts = data.facts.map(each => each.id).join(',')
    if (file) await again.run({ query: { about, period, document, office, facts }, body: file })
    else setFileGone(true)
  }
  return (
    <ColumnChoices
      columns={open.map(({ header, suggested }) => ({
        ...{ id: header, label: header },
        suggested: free.some(each => each.key === suggested) ? suggested : null,
        options: free.map(({ key, label, required }) => ({
          value: key,
          label: `${label[said]}${required ? ' *' : ''}`,
        })),
      }))}
      words={words}
      primary={data.errorCount > 0}
      busy={remember.busy || again.busy}
      onRemember={headers => void save(headers)}
    >
      <ProblemAlert problem={remember.problem ?? again.problem} />
      {fileGone && <InlineAlert tone="info" title={words.fileGone} />}
    </ColumnChoices>
  )
}
