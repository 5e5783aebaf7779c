import { readAssessedUnit, type UnitResult } from '@jiannuo/contract/appraisal/assessed-unit.ts'
import type { Scheme } from '@jiannuo/engine/format.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '../../../../app/location.ts'
import { query } from '../../../../app/server/query.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { addDays, day, deadline, number } from '../../../../i18n/format.ts'
import { labelled, listed, sentences } from '../../../../i18n/punctuation.ts'
import { Button, ButtonLink } from '../../../../ui/action/button.tsx'
import { PrintButton } from '../../../../ui/action/print-button.tsx'
import { Go } from '../../../../ui/go.tsx'
import { Card, Facts, Row, Rows } from '../../../../ui/page/card.tsx'
import { Columns, Page, Stack } from '../../../../ui/page/page.tsx'
import { Light } from '../../../../ui/signal/light.tsx'
import { StatusTag } from '../../../../ui/signal/status-tag.tsx'
import { InlineAlert } from '../../../../ui/state/inline-alert.tsx'
import { TraceFrameProvider } from '../../../../ui/trace/parts.tsx'
import { readTrace } from '../../../../ui/trace/shape.ts'
import { TraceView } from '../../../../ui/trace/trace-view.tsx'
import { useBoth, useNamed } from '../../both.ts'
import { Score, WhyNot } from '../../mine/score-cards.tsx'
import { mineWords } from '../../mine/words.ts'
import { useLacking, useStanding } from '../standing.ts'
import { unitWords } from '../words.ts'
import { RulingCard } from './ruling-card.tsx'
import { unitResultWords } from './words.ts'

/** 单位的结果和计算过程 /assessed/$id: for the office, and once told for the unit. Prints on paper. */
export function UnitPage() {
  const words = useWords(unitResultWords)
  const { data } = useSuspenseQuery(query(readAssessedUnit, { params: { assessedId: useParam('id') } }))
  const both = useBoth()
  const [ruling, setRuling] = useState(false)
  const { assessment } = data
  return (
    <Page
      large
      title={words.traceOf(data.name)}
      kicker={
        data.office ? (
          <Go to={`/assessments/${assessment.id}`}>{words.back}</Go>
        ) : (
          <Go to="/unit-results">{words.mine}</Go>
        )
      }
      note={sentences(
        words.note(assessment.schemeTitle, assessment.period, assessment.cutOff),
        data.organ !== data.name && data.organ,
        data.since && both(data.since),
      )}
      actions={
        <>
          <PrintButton />
          {data.mayRule && (
            <Button expanded={ruling} onClick={() => setRuling(!ruling)}>
              {words.ruling}
            </Button>
          )}
          {data.mayObject && (
            <ButtonLink icon="edit" to={`/assessed/${data.id}/objection`}>
              {words.object}
            </ButtonLink>
          )}
        </>
      }
    >
      <Stack>
        {ruling && <RulingCard data={data} />}
        <Columns aside={data.total !== null && <WhyNot result={{ ...data, total: String(data.total) }} />}>
          <Top data={data} />
          {data.rulings.length > 0 && <Rulings data={data} />}
          {data.objection && <Objection objection={data.objection} />}
          <Earlier data={data} />
        </Columns>
        {data.trace !== null && <Calculation data={data} />}
        <Foot data={data} />
      </Stack>
    </Page>
  )
}

function Top({ data }: { data: UnitResult }) {
  const words = useWords(unitResultWords)
  const common = useWords(unitWords)
  const lacking = useLacking(data.nodes)
  const standing = useStanding(data.grades)
  if (data.assessment.state === 'rating') return <InlineAlert tone="info" title={words.inRating} />
  if (data.total === null)
    return (
      <InlineAlert tone="warn" title={words.blocked}>
        {words.blockedNote(listed(data.blocked.map(lacking)))}
      </InlineAlert>
    )
  const isDecided = data.meeting !== null
  const said = standing(isDecided ? data : { grade: data.proposed, stars: data.proposedStars })
  return (
    <>
      <Score result={{ ...data, total: String(data.total) }} headline={said || '–'}>
        {data.light && <Light colour={data.light}>{common.lights[data.light]}</Light>}
        {data.toBeDecided && !isDecided && <StatusTag tone="warn">{common.tied}</StatusTag>}
      </Score>
      {data.reason && <InlineAlert tone="info" title={data.reason} />}
    </>
  )
}

function Rulings({ data }: { data: UnitResult }) {
  const words = useWords(unitResultWords)
  const limits = useNamed(data.limits)
  const facts = useNamed(data.facts)
  const indicators = useNamed(data.indicators)
  const said = ({ kind, target, value }: UnitResult['rulings'][number]) =>
    kind === 'limit'
      ? words.ruledLimit(limits(target))
      : kind === 'fact'
        ? words.ruledFact(facts(target), value ?? '–')
        : words.ruledExempt(indicators(target))
  return (
    <Card title={words.rulings} flush>
      <Rows>
        {data.rulings.map(each => (
          <Row
            key={each.decidedAt}
            title={said(each)}
            note={sentences(
              each.reason,
              listed([day(each.meetingOn), each.meeting, each.document, ...(each.clause ? [each.clause] : [])]),
            )}
            state={each.decidedBy}
          />
        ))}
      </Rows>
    </Card>
  )
}

function Objection({ objection }: { objection: NonNullable<UnitResult['objection']> }) {
  const words = useWords(mineWords)
  const states = useWords(unitResultWords).objectionStates
  const both = useBoth()
  return (
    <Card title={words.objection} extra={states[objection.state]}>
      <Facts
        items={[
          { term: both(objection.nodeTitle), value: objection.text },
          { term: words.answer, value: objection.answer ?? words.due(deadline(objection.dueOn)) },
        ]}
      />
    </Card>
  )
}

/** The same unit in earlier periods, and which points moved since the last of them. */
function Earlier({ data }: { data: UnitResult }) {
  const words = useWords(unitResultWords)
  const both = useBoth()
  const standing = useStanding(data.grades)
  const [previous] = data.earlier
  if (!previous) return null
  return (
    <Card title={words.earlier} flush>
      <Rows>
        {data.earlier.map(each => (
          <Row
            key={each.id}
            title={<Go to={`/assessed/${each.id}`}>{each.period}</Go>}
            note={standing(each)}
            state={each.total === null ? '–' : number(each.total, 2)}
          />
        ))}
        <Row title={words.moves(previous.period)} note={data.moves.length === 0 ? words.noMoves : undefined} current>
          <ul className="second card-body">
            {data.moves.map(each => (
              <li key={both(each.title)}>
                {labelled(both(each.title), words.change(number(each.before, 2), number(each.after, 2)))}
              </li>
            ))}
          </ul>
        </Row>
      </Rows>
    </Card>
  )
}

/** The calculation step by step; the records behind each number, and a way to object to it. */
function Calculation({ data }: { data: UnitResult }) {
  const words = useWords(unitResultWords)
  const { legend, assessment } = data
  return (
    <TraceFrameProvider
      value={{
        grounds: legend.grounds,
        nameOf: useNamed(legend.names),
        isShare: fact => legend.shares.includes(fact),
        actions: (node, facts) => (
          <>
            {facts.map(fact => (
              <Go
                key={fact}
                to={`/facts/${data.unitId}/${fact}?period=${assessment.period}&cutOff=${assessment.cutOff}`}
              >
                {words.records}
              </Go>
            ))}{' '}
            {data.mayObject && <Go to={`/assessed/${data.id}/objection?node=${node}`}>{words.object}</Go>}
          </>
        ),
      }}
    >
      {/* The server checked the document as a scheme before it sent it. */}
      <TraceView trace={readTrace(data.trace)} scheme={legend.document as unknown as Scheme} />
    </TraceFrameProvider>
  )
}

function Foot({ data }: { data: UnitResult }) {
  const words = useWords(mineWords)
  const { assessment } = data
  return (
    <div>
      <p className="fine">
        {words.basis(assessment.schemeTitle, assessment.schemeVersion)}
        {assessment.inputsSha256 !== null && words.check(assessment.inputsSha256.slice(0, 12).toUpperCase())}
        {data.mayObject && data.objectionUntil && ` ${words.objectUntil(deadline(addDays(data.objectionUntil, -1)))}`}
      </p>
      <div className="appraisal-sign">
        {words.signs.map(each => (
          <span key={each}>{each}</span>
        ))}
      </div>
    </div>
  )
}
