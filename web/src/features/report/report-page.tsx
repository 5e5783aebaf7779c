import { readReport } from '@jiannuo/contract/pledge/report.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '../../app/location.ts'
import { query } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayAndTime } from '../../i18n/format.ts'
import { Go } from '../../ui/go.tsx'
import { Page } from '../../ui/page/page.tsx'
import { ReportBody } from './my-report-page.tsx'
import { RemarkCard } from './remark-card.tsx'
import { reportWords } from './words.ts'

/** 述职报告 /reports/$id. */
export function ReportPage() {
  const words = useWords(reportWords)
  const { data: report } = useSuspenseQuery({
    ...query(readReport, { params: { pledgeId: useParam('id') } }),
    staleTime: 0,
  })
  return (
    <Page
      title={words.of(report.personName, report.year)}
      kicker={<Go to="/reports">{words.back}</Go>}
      note={`${report.unitName} · ${words.levels[report.level]}${report.submittedAt ? ` · ${words.handed(dayAndTime(report.submittedAt))}` : ''}`}
      width="form"
    >
      <ReportBody report={report} />
      <RemarkCard key={report.remark?.at} report={report} />
    </Page>
  )
}
