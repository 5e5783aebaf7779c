import { listDescriptions } from '@jiannuo/contract/pledge/duty.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Go } from '../../../ui/go.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Tabs } from './tabs.tsx'
import { officeWords } from './words.ts'

/** 岗位职责说明 /pledges/posts: those without one first. */
export function DescriptionsPage() {
  const words = useWords(officeWords)
  const { data } = useSuspenseQuery(query(listDescriptions))
  return (
    <Page title={words.posts(data.people.filter(p => p.position === null).length)} note={words.postsNote}>
      <Stack>
        <Tabs at="/pledges/posts" />
        <Card flush>
          <DataTable
            caption={words.tabs['/pledges/posts']}
            rows={data.people}
            rowKey={p => p.personId}
            columns={[
              {
                key: 'name',
                head: words.person,
                cell: p => <Go to={`/pledges/posts/${p.personId}`}>{p.personName}</Go>,
                noWrap: true,
                phone: 'name',
              },
              { key: 'unit', head: words.unit, cell: p => p.unitName, phone: 'note' },
              {
                key: 'position',
                head: words.position,
                cell: p => p.position ?? <span className="fine">{words.notWritten}</span>,
                phone: 'reason',
              },
            ]}
            footer={data.more ? words.more : undefined}
          />
        </Card>
      </Stack>
    </Page>
  )
}
