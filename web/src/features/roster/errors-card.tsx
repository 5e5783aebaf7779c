import { downloadErrors, type RosterPreview } from '@jiannuo/contract/roster.ts'
import { address } from '../../app/server/api.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { language } from '../../i18n/language.ts'
import { DownloadLink } from '../../ui/action/button.tsx'
import { Card } from '../../ui/page/card.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { rosterWords } from './words.ts'

type RosterError = RosterPreview['errors'][number]

/** Every error with its place, what is wrong and what is accepted; the whole list as a file. */
export function ErrorsCard({ preview }: { preview: RosterPreview }) {
  const words = useWords(rosterWords)
  const said = language()
  const columns: Column<RosterError>[] = [
    {
      key: 'place',
      head: words.place,
      cell: e => words.cell(e.sheet, e.row, e.column.letter),
      noWrap: true,
      phone: 'name',
    },
    { key: 'header', head: words.header, cell: e => e.column.header.replace('*', ''), noWrap: true, phone: 'light' },
    { key: 'value', head: words.value, cell: e => e.value || words.blank, phone: 'note' },
    { key: 'what', head: words.what, cell: e => e[said], phone: 'below' },
    { key: 'accepted', head: words.accepted, cell: e => e.accepted[said], phone: 'below' },
  ]
  return (
    <Card
      title={words.errorsTitle}
      note={words.errorsShown(preview.errors.length, preview.errorCount)}
      extra={
        <DownloadLink href={address(downloadErrors, { params: { id: preview.id } })}>
          {words.downloadErrors}
        </DownloadLink>
      }
      flush
    >
      <DataTable
        caption={words.errorsTitle}
        columns={columns}
        rows={preview.errors}
        rowKey={e => `${e.sheet} ${e.row} ${e.column.letter}${e.column.header} ${e.zh}`}
      />
    </Card>
  )
}
