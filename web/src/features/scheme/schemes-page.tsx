import { listSchemes, type PanelOfScheme, readScheme } from '@jiannuo/contract/appraisal/round.ts'
import type { Scheme } from '@jiannuo/engine/format.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '../../../app/location.ts'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Go } from '../../../ui/go.tsx'
import { Card, Facts } from '../../../ui/page/card.tsx'
import { Columns, Page } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { useBoth, useNamed } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { filingWords } from './words.ts'

/** 考评方案 /scheme */
export function SchemesPage() {
  const words = useWords(filingWords)
  const common = useWords(appraisalWords)
  const { schemes } = useSuspenseQuery(query(listSchemes)).data
  return (
    <Page title={words.schemesHeading(schemes.length)} note={words.schemesNote}>
      <Card flush>
        <DataTable
          caption={words.schemesHeading(schemes.length)}
          rows={schemes}
          rowKey={row => row.id}
          empty={<Empty title={words.schemesHeading(0)}>{words.schemesNote}</Empty>}
          columns={[
            {
              key: 'title',
              head: words.scheme,
              phone: 'name',
              cell: row => <Go to={`/scheme/${row.id}`}>{row.title}</Go>,
            },
            { key: 'level', head: words.level, phone: 'note', cell: row => common.levels[row.level] },
            { key: 'year', head: words.year, phone: 'light', numeric: true, cell: row => row.year },
            { key: 'version', head: words.version, phone: 'hidden', numeric: true, cell: row => row.version },
            {
              key: 'origin',
              head: words.origin,
              phone: 'reason',
              cell: row => (row.shipped ? words.shipped : words.own),
            },
          ]}
        />
      </Card>
    </Page>
  )
}

/** 一个方案 /scheme/$id: points, panels and grades as they were hashed. */
export function SchemePage() {
  const words = useWords(filingWords)
  const common = useWords(appraisalWords)
  const language = useLanguage()
  const { data } = useSuspenseQuery(query(readScheme, { params: { schemeId: useParam('id') } }))
  // The server checked the document as a scheme before it sent it.
  const scheme = data.document as unknown as Scheme
  const named = useNamed(data.grades)
  const parts = scheme.groups.flatMap(group => [
    { id: group.id, title: group.title?.[language] ?? group.id, max: group.max },
    ...group.indicators.map(each => ({
      id: `${group.id} ${each.id}`,
      title: `— ${each.title?.[language] ?? each.id}`,
      max: null,
    })),
  ])
  return (
    <Page
      title={data.title}
      kicker={<Go to="/scheme">{words.scheme}</Go>}
      note={`${data.year} · ${common.levels[data.level]} · v${data.version} · ${data.shipped ? words.shipped : words.own}`}
    >
      <Columns
        aside={
          <Card title={words.bounds}>
            <Facts
              items={[
                ...(scheme.grades ?? []).map(each => ({
                  term: named(each.grade),
                  value: `${words.atLeast(each.atLeast)}${each.cap ? `，${words.cap(String(each.cap.share))}` : ''}`,
                })),
                { term: 'SHA-256', value: <code>{data.sha256.slice(0, 16)}</code> },
              ]}
            />
          </Card>
        }
      >
        <Card title={words.groups} flush>
          <DataTable
            caption={words.groups}
            rows={parts}
            rowKey={row => row.id}
            columns={[
              { key: 'group', head: words.group, phone: 'name', cell: row => row.title },
              { key: 'max', head: words.max, phone: 'light', numeric: true, cell: row => row.max },
            ]}
          />
        </Card>
        <PanelsTable panels={data.panels} />
      </Columns>
    </Page>
  )
}

function PanelsTable({ panels }: { panels: readonly PanelOfScheme[] }) {
  const words = useWords(filingWords)
  const both = useBoth()
  return (
    <Card title={words.panels} flush>
      <DataTable
        caption={words.panels}
        rows={panels}
        rowKey={row => row.id}
        columns={[
          { key: 'panel', head: words.panel, phone: 'name', cell: row => both(row.title) },
          { key: 'who', head: words.who, phone: 'note', cell: row => row.who.map(each => both(each.title)).join('、') },
          { key: 'weight', head: words.weight, phone: 'light', numeric: true, cell: row => row.weight },
          { key: 'minimum', head: words.minimum, phone: 'hidden', numeric: true, cell: row => row.minimum },
          { key: 'quorum', head: words.quorum, phone: 'hidden', numeric: true, cell: row => row.quorum },
          { key: 'cite', head: words.cite, phone: 'below', cell: row => `${row.cite.title} ${row.cite.article}` },
        ]}
      />
    </Card>
  )
}
