import {
  downloadFactTemplate,
  type FactImportHead,
  IMPORT_ABOUT,
  type ImportAbout,
  listFactImports,
  previewFactImport,
} from '@jiannuo/contract/fact-import.ts'
import { listFacts } from '@jiannuo/contract/facts.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useGo } from '../../../app/location.ts'
import { address } from '../../../app/server/api.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Button, DownloadLink } from '../../../ui/action/button.tsx'
import { keepFile } from '../../../ui/action/chosen-file.ts'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { Field, FieldRow } from '../../../ui/form/field.tsx'
import { SearchSelect } from '../../../ui/form/search-select.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { importWords } from './words.ts'

/** 数据导入 /fact-imports: what to take in, the template, the file; below, what was taken in so far. */
export function ImportsPage() {
  const words = useWords(importWords)
  const { data } = useSuspenseQuery(query(listFactImports))
  return (
    <Page title={words.heading} kicker={words.kicker} note={words.note}>
      <Stack>
        <Card title={words.what}>
          <ImportForm />
        </Card>
        <Card title={words.past} flush>
          <Past imports={data.imports} />
        </Card>
      </Stack>
    </Page>
  )
}

/** As many columns as one file may have. */
const MOST_FACTS = 10
const PERIOD = /^20\d\d(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/

function ImportForm() {
  const words = useWords(importWords)
  const said = useLanguage()
  const go = useGo()
  const { data } = useSuspenseQuery(query(listFacts))
  const [about, setAbout] = useState<ImportAbout>('organ')
  const [facts, setFacts] = useState<readonly string[]>(['businessScore'])
  const [period, setPeriod] = useState('')
  const [basis, setBasis] = useState('')
  const [office, setOffice] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [missing, setMissing] = useState(false)
  const preview = useCommand(previewFactImport, { onDone: found => go(`/fact-imports/${found.id}`) })
  const open = data.facts.filter(each => each.about.includes(about) && each.reading !== 'derived')
  const taken = open.filter(each => facts.includes(each.id))
  const choice = { about, period: period.trim(), facts: taken.map(each => each.id).join(',') }
  const start = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!file)
    if (file) keepFile(file)
    if (file) void preview.run({ query: { ...choice, document: basis, office }, body: file })
  }
  return (
    <form className="form" onSubmit={start}>
      <FieldRow>
        <SelectField
          label={words.about}
          options={IMPORT_ABOUT.map(value => ({ value, label: words.abouts[value] }))}
          value={about}
          onChange={setAbout}
        />
        <SearchSelect
          label={words.fact}
          hint={words.factHint}
          options={open
            .filter(each => !facts.includes(each.id))
            .map(each => ({ value: each.id, label: each.title[said] }))}
          value=""
          onChange={id => setFacts([...taken.map(each => each.id), id].slice(-MOST_FACTS))}
        />
        <TextField label={words.period} hint={words.periodHint} value={period} onChange={setPeriod} />
      </FieldRow>
      {taken.length > 0 && (
        <ul className="chips" aria-label={words.chosen}>
          {taken.map(each => (
            <li key={each.id}>
              <Button small onClick={() => setFacts(facts.filter(id => id !== each.id))}>
                {words.drop(each.title[said])}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FieldRow>
        <TextField label={words.document} value={basis} onChange={setBasis} maxLength={60} />
        <TextField label={words.office} value={office} onChange={setOffice} maxLength={60} />
      </FieldRow>
      {PERIOD.test(choice.period) && taken.length > 0 ? (
        <DownloadLink href={address(downloadFactTemplate, { query: choice })}>{words.template}</DownloadLink>
      ) : (
        <span className="second">{words.templateFirst}</span>
      )}
      <Field label={words.file} hint={words.fileHint} error={missing ? words.noFile : undefined}>
        {wiring => (
          <input
            {...wiring}
            type="file"
            className="control"
            accept=".xlsx"
            onChange={event => setFile(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
      <ProblemAlert problem={preview.problem} />
      <div>
        <Button kind="primary" icon="upload" submit busy={preview.busy}>
          {words.upload}
        </Button>
      </div>
    </form>
  )
}

function Past({ imports }: { imports: readonly FactImportHead[] }) {
  const words = useWords(importWords)
  const said = useLanguage()
  const columns: Column<FactImportHead>[] = [
    {
      key: 'facts',
      head: words.fact,
      phone: 'name',
      cell: row => (
        <Go to={`/fact-imports/${row.id}`}>
          {row.facts.map(each => each.title[said]).join(' · ')} {row.period}
        </Go>
      ),
    },
    { key: 'about', head: words.about, phone: 'reason', cell: row => words.abouts[row.about] },
    { key: 'document', head: words.document, phone: 'note', cell: row => `${row.office} ${row.document}` },
    { key: 'by', head: words.by, phone: 'hidden', noWrap: true, cell: row => row.madeBy },
    { key: 'state', head: words.state, phone: 'light', noWrap: true, cell: row => words.states[row.state] },
  ]
  return (
    <DataTable
      caption={words.past}
      columns={columns}
      rows={imports}
      rowKey={row => row.id}
      empty={<Empty title={words.none}>{words.noneNote}</Empty>}
    />
  )
}
