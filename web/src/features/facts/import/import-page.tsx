import {
  confirmFactImport,
  discardFactImport,
  downloadFactErrors,
  type FactChange,
  type FactImport,
  readFactImport,
  withdrawFactImport,
} from '@jiannuo/contract/fact-import.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useParam } from '../../../app/location.ts'
import { address } from '../../../app/server/api.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Button, ButtonLink, DownloadLink } from '../../../ui/action/button.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { ColumnsCard } from './columns-card.tsx'
import { importWords } from './words.ts'

type Fault = FactImport['errors'][number]

/** One import /fact-imports/$id: what is wrong, what changes, and what may be done with it now. */
export function ImportPage() {
  const words = useWords(importWords)
  const said = useLanguage()
  const { data } = useSuspenseQuery(query(readFactImport, { params: { id: useParam('id') } }))
  const { counts } = data
  const note = `${data.facts.map(each => each.title[said]).join(' · ')} ${data.period} · ${data.fileName} · ${words.counted(counts.new, counts.changed, counts.unchanged)}`
  return (
    <Page title={titleOf(data, words)} kicker={words.kicker} note={note}>
      <Stack>
        {data.state === 'open' && data.columns.open.length > 0 && data.columns.free.length > 0 && (
          <ColumnsCard data={data} />
        )}
        {data.errors.length > 0 && (
          <Card
            title={words.errors}
            note={words.errorsShown(data.errors.length, data.errorCount)}
            extra={
              <DownloadLink href={address(downloadFactErrors, { params: { id: data.id } })}>
                {words.downloadErrors}
              </DownloadLink>
            }
            flush
          >
            <Errors errors={data.errors} />
          </Card>
        )}
        {data.changes.length > 0 && (
          <Card title={data.state === 'open' ? words.changes : words.changed} flush>
            <Changes changes={data.changes} />
          </Card>
        )}
        <Actions data={data} />
      </Stack>
    </Page>
  )
}

function titleOf({ state, errorCount, counts }: FactImport, words: (typeof importWords)['zh']): string {
  const changes = counts.new + counts.changed
  if (state === 'confirmed') return words.doneHeading(changes)
  if (state === 'withdrawn') return words.withdrawnHeading
  if (state === 'discarded') return words.discardedHeading
  if (errorCount > 0) return words.errorsHeading(errorCount)
  return changes > 0 ? words.cleanHeading(changes) : words.nothingHeading
}

function Errors({ errors }: { errors: readonly Fault[] }) {
  const words = useWords(importWords)
  const said = useLanguage()
  const columns: Column<Fault>[] = [
    {
      key: 'place',
      head: words.place,
      phone: 'name',
      noWrap: true,
      cell: e => words.cell(e.sheet, e.row, e.column.letter),
    },
    { key: 'value', head: words.value, phone: 'note', cell: e => e.value || words.blank },
    { key: 'wrong', head: words.wrong, phone: 'below', cell: e => e[said] },
    { key: 'accepted', head: words.accepted, phone: 'below', cell: e => e.accepted[said] },
  ]
  return (
    <DataTable
      caption={words.errors}
      columns={columns}
      rows={errors}
      rowKey={e => `${e.row} ${e.column.letter} ${e.zh}`}
    />
  )
}

function Changes({ changes }: { changes: readonly FactChange[] }) {
  const words = useWords(importWords)
  const said = useLanguage()
  const columns: Column<FactChange>[] = [
    { key: 'subject', head: words.subject, phone: 'name', cell: row => row.subject },
    { key: 'fact', head: words.fact, phone: 'note', cell: row => row.fact[said] },
    { key: 'from', head: words.from, phone: 'reason', numeric: true, cell: row => row.from ?? words.blank },
    { key: 'to', head: words.to, phone: 'light', numeric: true, cell: row => row.to },
    { key: 'row', head: words.row, phone: 'hidden', numeric: true, cell: row => row.row },
  ]
  return (
    <DataTable caption={words.changes} columns={columns} rows={changes} rowKey={row => `${row.row} ${row.fact.zh}`} />
  )
}

function Actions({ data }: { data: FactImport }) {
  const words = useWords(importWords)
  const go = useGo()
  const [sure, setSure] = useState(false)
  const params = { id: data.id }
  const confirm = useCommand(confirmFactImport)
  const withdraw = useCommand(withdrawFactImport, { onDone: () => setSure(false) })
  const discard = useCommand(discardFactImport, { onDone: () => go('/fact-imports') })
  const writes = data.state === 'open' && data.errorCount === 0 && data.changes.length > 0
  return (
    <div className="form">
      <ProblemAlert problem={confirm.problem ?? withdraw.problem ?? discard.problem} />
      {sure && (
        <InlineAlert tone="info" title={words.withdraw}>
          {words.withdrawNote}
        </InlineAlert>
      )}
      <div>
        {writes && (
          <Button
            kind="primary"
            icon="check"
            busy={confirm.busy}
            onClick={() => void confirm.run({ params, body: { digest: data.digest } })}
          >
            {words.confirm}
          </Button>
        )}{' '}
        {data.state === 'open' && (
          <Button busy={discard.busy} onClick={() => void discard.run({ params })}>
            {words.discard}
          </Button>
        )}
        {data.state === 'confirmed' && (
          <Button busy={withdraw.busy} onClick={() => (sure ? void withdraw.run({ params }) : setSure(true))}>
            {sure ? words.withdrawSure : words.withdraw}
          </Button>
        )}{' '}
        <ButtonLink to="/fact-imports">{words.back}</ButtonLink>
      </div>
    </div>
  )
}
