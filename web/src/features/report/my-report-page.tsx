import { countCharacters } from '@jiannuo/contract/pledge/count-characters.ts'
import { listMyReports, type Report, submitReport } from '@jiannuo/contract/pledge/report.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSearchParam } from '../../app/location.ts'
import { query, useCommand } from '../../app/server/query.ts'
import { useSession } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { deadline } from '../../i18n/format.ts'
import { sentences } from '../../i18n/punctuation.ts'
import { ActionBar } from '../../ui/action/action-bar.tsx'
import { Button, ButtonLink } from '../../ui/action/button.tsx'
import { SavedNote } from '../../ui/form/saved-note.tsx'
import { TextArea } from '../../ui/form/text-field.tsx'
import { Card } from '../../ui/page/card.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { InlineAlert, ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { FilterChips } from '../../ui/table/filter-chips.tsx'
import { ComposedCard } from './composed-card.tsx'
import { RemarkCard } from './remark-card.tsx'
import { useReportDraft } from './use-report-draft.ts'
import { reportWords } from './words.ts'
import './report.css'

const LEVELS = ['member', 'branchSecretary', 'organCommitteeSecretary', 'partyGroupSecretary'] as const

/** 我的述职 /my-report: the figures are there; the own words are typed below them. */
export function MyReportPage() {
  const words = useWords(reportWords)
  const { data } = useSuspenseQuery(query(listMyReports))
  const [chosen, choose] = useSearchParam('level', LEVELS)
  const report = data.reports.find(r => r.level === chosen) ?? data.reports[0]
  if (!report) {
    return (
      <Page title={words.noPledge} kicker={words.mine}>
        <Card>
          <Empty title={words.noPledge}>{words.noPledgeNote}</Empty>
        </Card>
      </Page>
    )
  }
  const levels = data.reports.length > 1 && (
    <FilterChips
      label={words.mine}
      value={report.level}
      onChange={choose}
      chips={data.reports.map(r => ({ value: r.level, label: words.levels[r.level] }))}
    />
  )
  if (!report.mayWrite) {
    return (
      <Page
        title={words.handedIn(report.year)}
        kicker={words.mine}
        width="form"
        actions={<ButtonLink to="/reports?scope=unit">{words.others}</ButtonLink>}
      >
        {levels}
        <ReportBody report={report} />
        <RemarkCard report={report} />
      </Page>
    )
  }
  return <Editor key={report.pledgeId} report={report} levels={levels} />
}

function Editor({ report, levels }: { report: Report; levels: ReactNode }) {
  const words = useWords(reportWords)
  const { today } = useSession()
  const draft = useReportDraft(report)
  const submit = useCommand(submitReport)
  const count = countCharacters(draft.typed)
  const over = count - report.maxCharacters
  const begun = today >= report.from
  const send = async () => {
    if (count > 0 && over <= 0 && (await draft.save())) await submit.run({ params: { pledgeId: report.pledgeId } })
  }
  return (
    <Page
      title={
        begun ? words.write(report.year, deadline(report.lastDay)) : words.early(report.year, deadline(report.from))
      }
      kicker={words.mine}
      width="form"
    >
      {levels}
      <ComposedCard composed={report.composed} />
      <Card title={words.own} extra={<SavedNote state={draft.state} at={draft.savedAt} />}>
        <TextArea
          label={words.own}
          hint={sentences(words.counted(count, report.maxCharacters), words.ownHint)}
          rows={12}
          value={draft.typed}
          onChange={draft.change}
          error={over > 0 ? words.counted(count, report.maxCharacters) : undefined}
        />
      </Card>
      {draft.problem?.code === 'CHANGED_MEANWHILE' ? (
        <InlineAlert tone="warn" title={words.changed} />
      ) : (
        <ProblemAlert problem={draft.problem} />
      )}
      <ProblemAlert problem={submit.problem} />
      {begun && (
        <ActionBar summary={words.submitNote}>
          <Button kind="primary" busy={submit.busy} onClick={() => void send()}>
            {count === 0 ? words.empty : over > 0 ? words.cut(over) : words.submit}
          </Button>
        </ActionBar>
      )}
    </Page>
  )
}

/** A report handed in: figures, then the own words as written. */
export function ReportBody({ report }: { report: Report }) {
  const words = useWords(reportWords)
  return (
    <>
      <Card title={words.own}>
        <p className="report-text">{report.text}</p>
      </Card>
      <ComposedCard composed={report.composed} />
    </>
  )
}
