import { type ChangeRow, listChanges } from '@jiannuo/contract/organization/change.ts'
import { useList } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithYear } from '../../../i18n/format.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { names } from '../names.ts'
import { useTextParam } from '../use-text-param.ts'
import { reorganizeWords } from './words.ts'

/** Reorganisations, newest first: /organisation/changes?unit=… */
export function ChangesPage() {
  const words = useWords(reorganizeWords)
  const kinds = useWords(names).change
  const [unitId] = useTextParam('unit')
  const { items, more } = useList(listChanges, { query: unitId ? { unitId } : {} })
  const columns: Column<ChangeRow>[] = [
    { key: 'kind', head: words.what, cell: c => kinds[c.kind], phone: 'name', noWrap: true },
    { key: 'units', head: words.concerned, cell: c => c.units.map(u => u.name).join('、'), phone: 'note' },
    { key: 'document', head: words.document, cell: c => c.document, phone: 'below' },
    {
      key: 'moved',
      head: words.members,
      cell: c => (c.membersMoved > 0 ? words.moved(c.membersMoved) : ''),
      phone: 'hidden',
      numeric: true,
    },
    { key: 'on', head: words.effective, cell: c => dayWithYear(c.effectiveOn), phone: 'reason', noWrap: true },
    {
      key: 'state',
      head: words.state,
      cell: c =>
        c.reversedBy ? (
          <StatusTag>{words.reversed}</StatusTag>
        ) : c.kind === 'counterChange' ? (
          words.standing
        ) : (
          <ButtonLink small to={`/organisation/changes/${c.id}`}>
            {words.reverse}
          </ButtonLink>
        ),
      phone: 'light',
    },
  ]
  return (
    <Page title={items.length > 0 && !more ? words.changesTitle(items.length) : words.changes}>
      <Card flush>
        <DataTable
          caption={words.title}
          columns={columns}
          rows={items}
          rowKey={c => c.id}
          more={more}
          empty={<Empty title={words.noChanges}>{words.noChangesNote}</Empty>}
        />
      </Card>
    </Page>
  )
}
