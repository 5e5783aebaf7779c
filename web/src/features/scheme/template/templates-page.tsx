import { listSchemeTemplates } from '@jiannuo/contract/appraisal/scheme-template.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Go } from '../../../ui/go.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { schemeWords } from '../words.ts'
import { templateWords } from './words.ts'

/** 模板 /scheme/templates */
export function TemplatesPage() {
  const words = useWords(templateWords)
  const common = useWords(schemeWords)
  const language = useLanguage()
  const { templates } = useSuspenseQuery(query(listSchemeTemplates)).data
  const subjects: Record<string, string> = common.subjects
  return (
    <Page title={words.heading(templates.length)} note={words.note} kicker={<Go to="/scheme">{common.back}</Go>}>
      <Card flush>
        <DataTable
          caption={words.heading(templates.length)}
          rows={templates}
          rowKey={row => row.id}
          columns={[
            {
              key: 'title',
              head: words.template,
              phone: 'name',
              cell: row => <Go to={`/scheme/templates/${row.id}`}>{row.title[language]}</Go>,
            },
            { key: 'subject', head: words.subject, phone: 'note', cell: row => subjects[row.subject] ?? row.subject },
            { key: 'family', head: words.family, phone: 'hidden', cell: row => row.family[language] },
            { key: 'source', head: words.source, phone: 'below', cell: row => row.sources[0]?.title },
            {
              key: 'confidence',
              head: words.confidence,
              phone: 'reason',
              noWrap: true,
              cell: row => (
                <StatusTag>
                  {words.confidences[row.sources[0]?.confidence ?? ''] ?? row.sources[0]?.confidence}
                </StatusTag>
              ),
            },
            {
              key: 'left',
              head: words.leftOut,
              phone: 'hidden',
              numeric: true,
              cell: row => words.leftOutCount(row.leftOut.length),
            },
            { key: 'points', head: words.points, phone: 'light', numeric: true, cell: row => row.points },
          ]}
        />
      </Card>
    </Page>
  )
}
