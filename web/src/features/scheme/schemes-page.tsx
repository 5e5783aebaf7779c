import { listSchemes, type SchemeLine } from '@jiannuo/contract/appraisal/scheme.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { ButtonLink } from '../../ui/action/button.tsx'
import { Go } from '../../ui/go.tsx'
import { Card } from '../../ui/page/card.tsx'
import { Page } from '../../ui/page/page.tsx'
import { StatusTag } from '../../ui/signal/status-tag.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { schemeWords } from './words.ts'

const isDraft = ({ state }: SchemeLine) => state === 'draft' || state === 'submitted'

/** 考评方案 /scheme: what holds today first, what is being drafted next. */
export function SchemesPage() {
  const words = useWords(schemeWords)
  const { schemes, mayDraft } = useSuspenseQuery(query(listSchemes)).data
  const inForce = schemes.filter(each => each.inForce)
  const drafts = schemes.filter(isDraft)
  const past = schemes.filter(each => !each.inForce && !isDraft(each))
  const heading = schemes.length === 0 ? words.none : words.heading(inForce.length, drafts.length)
  return (
    <Page
      title={heading}
      note={words.note}
      actions={
        mayDraft && (
          <ButtonLink kind="primary" to="/scheme/templates">
            {words.fromTemplate}
          </ButtonLink>
        )
      }
    >
      <Card flush>
        <DataTable
          caption={heading}
          groups={[
            { title: words.groupsOf.drafts, rows: drafts },
            { title: words.groupsOf.inForce, rows: inForce },
            { title: words.groupsOf.past, rows: past },
          ].filter(each => each.rows.length > 0)}
          rowKey={row => row.id}
          empty={<Empty title={words.none}>{words.note}</Empty>}
          columns={[
            {
              key: 'title',
              head: words.scheme,
              phone: 'name',
              cell: row => (
                <Go to={row.state === 'submitted' ? `/scheme/${row.id}/publish` : `/scheme/${row.id}`}>{row.title}</Go>
              ),
            },
            { key: 'subject', head: words.subject, phone: 'note', cell: row => words.subjects[row.subject] },
            {
              key: 'version',
              head: words.version,
              phone: 'hidden',
              noWrap: true,
              cell: row => words.versionNo(row.year, row.version),
            },
            {
              key: 'owner',
              head: words.owner,
              phone: 'below',
              cell: row => (row.shipped ? words.shipped : row.ownerUnitName),
            },
            {
              key: 'days',
              head: words.days,
              phone: 'below',
              cell: row => words.since(row.effectiveFrom, row.effectiveUntil),
            },
            {
              key: 'state',
              head: words.state,
              phone: 'reason',
              noWrap: true,
              cell: row => <StatusTag>{words.states[row.state]}</StatusTag>,
            },
            {
              key: 'adoptions',
              head: words.adoptedBy,
              phone: 'hidden',
              numeric: true,
              cell: row => (row.adoptions > 0 ? words.adoptions(row.adoptions) : ''),
            },
          ]}
        />
      </Card>
    </Page>
  )
}
