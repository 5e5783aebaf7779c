import {
  computeAssessment,
  listUnitRatings,
  listUnitSittings,
  readUnitPanels,
  type UnitPanel,
} from '@jiannuo/contract/appraisal/unit-panel.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useParam } from '../../../../app/location.ts'
import { query, useCommand, useList } from '../../../../app/server/query.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { listed } from '../../../../i18n/punctuation.ts'
import { Button } from '../../../../ui/action/button.tsx'
import { Go } from '../../../../ui/go.tsx'
import { Card, Rows } from '../../../../ui/page/card.tsx'
import { Page, Stack } from '../../../../ui/page/page.tsx'
import { ProblemAlert } from '../../../../ui/state/inline-alert.tsx'
import { LoadMore } from '../../../../ui/table/load-more.tsx'
import '../../appraisal.css'
import { useBoth } from '../../both.ts'
import { SittingRow } from '../../round/sitting-row.tsx'
import { appraisalWords } from '../../words.ts'
import { unitWords } from '../words.ts'
import { RatingRow } from './rating-row.tsx'
import { panelWords } from './words.ts'

/** 评议 /assessments/$id/panels: what every panel of the scheme asks, of whom, and how far it is. */
export function PanelsPage() {
  const words = useWords(panelWords)
  const common = useWords(unitWords)
  const assessmentId = useParam('id')
  const { data } = useSuspenseQuery(query(readUnitPanels, { params: { assessmentId } }))
  const { head, panels, may } = data
  const left = (all: readonly UnitPanel[]) => all.filter(each => each.done < each.of).length
  const isOffice = may.length > 0
  const heading = isOffice ? words.heading(left(panels)) : words.headingMine(left(panels.filter(each => each.mine)))
  return (
    <Page
      title={head.state === 'rating' ? heading : words.headingDone}
      kicker={
        isOffice && head.state !== 'rating' ? (
          <Go to={`/assessments/${head.id}`}>{common.of(head.schemeTitle, head.period)}</Go>
        ) : (
          <Go to={isOffice ? '/assessments' : '/unit-results'}>{common.all}</Go>
        )
      }
      note={`${common.of(head.schemeTitle, head.period)} · ${common.about(head)}`}
    >
      <Stack>
        {may.includes('compute') && <Compute assessmentId={assessmentId} />}
        <p className="second">{words.note}</p>
        {panels.map(panel => (
          <PanelCard key={panel.id} panel={panel} assessmentId={assessmentId} />
        ))}
      </Stack>
    </Page>
  )
}

/** Asks before it computes with ratings missing. */
function Compute({ assessmentId }: { assessmentId: string }) {
  const words = useWords(panelWords)
  const go = useGo()
  const compute = useCommand(computeAssessment, { onDone: () => go(`/assessments/${assessmentId}`) })
  const run = (withoutPanels: boolean) => void compute.run({ params: { assessmentId }, body: { withoutPanels } })
  const asks = compute.problem?.code === 'PANELS_MISSING'
  return (
    <>
      <ProblemAlert problem={compute.problem} />
      <div className="appraisal-actions">
        <Button kind="primary" busy={compute.busy} onClick={() => run(false)}>
          {words.compute}
        </Button>
        {asks && (
          <Button busy={compute.busy} onClick={() => run(true)}>
            {words.computeWithout}
          </Button>
        )}
      </div>
    </>
  )
}

function PanelCard({ panel, assessmentId }: { panel: UnitPanel; assessmentId: string }) {
  const words = useWords(panelWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const isPaper = panel.modes[0] === 'paper'
  const sent = { params: { assessmentId, source: panel.source } }
  return (
    <Card
      title={both(panel.title)}
      note={`${words.who(listed(panel.who.map(each => both(each.title))))} · ${words.weight(panel.weight)}`}
      extra={words.done(panel.done, panel.of)}
      flush
    >
      {isPaper ? <Sittings sent={sent} /> : <Ratings sent={sent} panel={panel} />}
      {isPaper && <p className="card-body fine">{common.secret}</p>}
    </Card>
  )
}

interface OfPanel {
  sent: { params: { assessmentId: string; source: string } }
}
function Sittings({ sent }: OfPanel) {
  const { items, more } = useList(listUnitSittings, sent)
  return (
    <>
      <Rows>
        {items.map(each => (
          <SittingRow key={each.id} sitting={each} title={each.homeUnitName} about="" />
        ))}
      </Rows>
      {more && <LoadMore {...more} />}
    </>
  )
}
function Ratings({ sent, panel }: OfPanel & { panel: UnitPanel }) {
  const { items, more } = useList(listUnitRatings, sent)
  const [open, setOpen] = useState<string | null>(null)
  const next = (after: string) =>
    items.find(each => !each.rated && each.mayRate === 'yes' && each.assessedId !== after)?.assessedId ?? null
  return (
    <>
      <Rows>
        {items.map(each => (
          <RatingRow
            key={each.assessedId}
            row={each}
            panel={panel}
            open={open === each.assessedId}
            onOpen={() => setOpen(open === each.assessedId ? null : each.assessedId)}
            onDone={() => setOpen(next(each.assessedId))}
          />
        ))}
      </Rows>
      {more && <LoadMore {...more} />}
    </>
  )
}
