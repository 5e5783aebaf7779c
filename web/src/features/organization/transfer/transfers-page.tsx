import { listTransfers, type Transfer } from '@jiannuo/contract/membership/transfer.ts'
import { useList } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithYear } from '../../../i18n/format.ts'
import { Go } from '../../../ui/go.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { memberWords } from '../member/words.ts'
import { names } from '../names.ts'
import { transferWords } from './words.ts'

const waits = ({ may }: Transfer) => may.release || may.receive

/** Transfers from and to one's scope, those that wait first: /organisation/transfers */
export function TransfersPage() {
  const words = useWords(transferWords)
  const name = useWords(memberWords).name
  const states = useWords(names).transfer
  const { items, more } = useList(listTransfers, { query: {} })
  const waiting = items.filter(waits)
  const columns: Column<Transfer>[] = [
    {
      key: 'name',
      head: name,
      cell: t => <Go to={`/organisation/transfers/${t.id}`}>{t.memberName}</Go>,
      phone: 'name',
      noWrap: true,
    },
    { key: 'from', head: words.from, cell: t => t.from.name, phone: 'hidden' },
    { key: 'to', head: words.to, cell: t => t.to.name, phone: 'note' },
    { key: 'on', head: words.effective, cell: t => dayWithYear(t.effectiveOn), phone: 'reason', noWrap: true },
    {
      key: 'state',
      head: words.waiting,
      cell: t => <StatusTag tone={waits(t) ? 'warn' : 'neutral'}>{states[t.state]}</StatusTag>,
      phone: 'light',
    },
  ]
  return (
    <Page title={words.title(waiting.length)}>
      <Card flush>
        <DataTable
          caption={words.title(waiting.length)}
          columns={columns}
          groups={[
            { title: words.waiting, rows: waiting },
            { title: words.others, rows: items.filter(t => !waits(t)) },
          ]}
          rowKey={t => t.id}
          more={more}
          empty={<Empty title={words.none}>{words.noneNote}</Empty>}
        />
      </Card>
    </Page>
  )
}
