import {
  exportAssessment,
  type AssessmentPage as Page_,
  readAssessment,
} from '@jiannuo/contract/appraisal/assessment.ts'
import { reopenAssessment } from '@jiannuo/contract/appraisal/unit-panel.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '../../../../app/location.ts'
import { address } from '../../../../app/server/api.ts'
import { query, useCommand } from '../../../../app/server/query.ts'
import { useToday } from '../../../../app/session.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { Button, ButtonLink, DownloadLink } from '../../../../ui/action/button.tsx'
import { Go } from '../../../../ui/go.tsx'
import { Columns, Page, Stack } from '../../../../ui/page/page.tsx'
import { PanelsPage } from '../panels/panels-page.tsx'
import { unitWords } from '../words.ts'
import { LimitsCard, PlacesCard, RunsCard } from './about-cards.tsx'
import { UnitTable } from './unit-table.tsx'

/** 考核结果 /assessments/$id: what waits for the meeting first, then every unit; caps, limits and computations beside it. */
export function AssessmentPage() {
  const { data } = useSuspenseQuery(query(readAssessment, { params: { assessmentId: useParam('id') } }))
  // While it is rated there is no result to show.
  return data.state === 'rating' ? <PanelsPage /> : <Results data={data} />
}

function Results({ data }: { data: Page_ }) {
  const words = useWords(unitWords)
  const assessmentId = data.id
  const title = useNext(data)
  return (
    <Page
      title={title}
      kicker={<Go to="/assessments">{words.all}</Go>}
      note={`${words.of(data.schemeTitle, data.period)} · ${words.about(data)}`}
      actions={
        <>
          <DownloadLink href={address(exportAssessment, { params: { assessmentId } })}>{words.export}</DownloadLink>
          <ButtonLink to={`/assessments/${data.id}/compare`}>{words.compare}</ButtonLink>
          <Actions data={data} />
        </>
      }
    >
      <Stack>
        <UnitTable data={data} />
        <Columns aside={<PlacesCard data={data} />}>
          <LimitsCard data={data} />
          <RunsCard data={data} />
        </Columns>
      </Stack>
    </Page>
  )
}

/** The heading says what comes next. */
function useNext(data: Page_): string {
  const { next } = useWords(unitWords)
  const today = useToday()
  if (data.state === 'provisional')
    return data.counts.toBeDecided > 0 ? next.tied(data.counts.toBeDecided) : next.provisional
  if (data.state === 'decided') return next.decided
  if (data.state === 'filed') return data.publishedAt === null ? next.filed : next.published
  if (data.objections.open > 0) return next.objections(data.objections.open)
  return data.objectionUntil !== null && today < data.objectionUntil ? next.objection(data.objectionUntil) : next.toFile
}

function Actions({ data }: { data: Page_ }) {
  const words = useWords(unitWords)
  const to = (page: string) => `/assessments/${data.id}/${page}`
  const may = (action: Page_['may'][number]) => data.may.includes(action)
  const reopen = useCommand(reopenAssessment)
  return (
    <>
      {data.hasPanels && <ButtonLink to={to('panels')}>{words.panels}</ButtonLink>}
      {may('reopen') && (
        <Button busy={reopen.busy} onClick={() => void reopen.run({ params: { assessmentId: data.id } })}>
          {words.reopen}
        </Button>
      )}
      {data.filingId !== null && <ButtonLink to={`/appraisal/filings/${data.filingId}`}>{words.filing}</ButtonLink>}
      {may('answer') && <ButtonLink to="/assessments/objections">{words.objections}</ButtonLink>}
      {may('decide') && (
        <ButtonLink kind={data.state === 'provisional' ? 'primary' : 'plain'} to={to('decide')}>
          {data.state === 'provisional' ? words.decide : words.decideAgain}
        </ButtonLink>
      )}
      {may('release') && (
        <ButtonLink kind="primary" to={to('release')}>
          {words.release}
        </ButtonLink>
      )}
      {may('file') && (
        <ButtonLink kind={data.obstacles.length === 0 ? 'primary' : 'plain'} to={to('file')}>
          {words.file}
        </ButtonLink>
      )}
      {may('publish') && (
        <ButtonLink kind="primary" to={to('publish')}>
          {words.publish}
        </ButtonLink>
      )}
    </>
  )
}
