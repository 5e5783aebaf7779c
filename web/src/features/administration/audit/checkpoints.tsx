import { listCheckpoints } from '@jiannuo/contract/identity/system.ts'
import { useList } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayAndTime } from '../../../i18n/format.ts'
import { Card } from '../../../ui/page/card.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { administrationWords } from '../words.ts'

/** Heads of the hashed log, for somebody outside this system to keep. */
export function Checkpoints() {
  const words = useWords(administrationWords)
  const { items, more } = useList(listCheckpoints, { query: { limit: 5 } })
  return (
    <Card title={words.heads} note={words.headsNote} flush>
      <DataTable
        caption={words.heads}
        rows={items}
        rowKey={head => String(head.size)}
        more={more}
        empty={<Empty title={words.noHeads} />}
        columns={[
          { key: 'size', head: words.rowsCount, cell: head => head.size, phone: 'name', numeric: true },
          { key: 'at', head: words.at, cell: head => dayAndTime(head.at), phone: 'note', noWrap: true },
          { key: 'sha256', head: 'SHA-256', cell: head => <code>{head.rootSha256}</code>, phone: 'below' },
          { key: 'sm3', head: 'SM3', cell: head => <code>{head.rootSm3}</code>, phone: 'below' },
        ]}
      />
    </Card>
  )
}
