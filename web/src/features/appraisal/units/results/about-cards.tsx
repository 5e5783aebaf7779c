import type { AssessmentPage } from '@jiannuo/contract/appraisal/assessment.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { day, dayAndTime } from '../../../../i18n/format.ts'
import { labelled, listed } from '../../../../i18n/punctuation.ts'
import { Card, Facts, Row, Rows } from '../../../../ui/page/card.tsx'
import { StatusTag } from '../../../../ui/signal/status-tag.tsx'
import { useBoth, useNamed } from '../../both.ts'
import { useStanding } from '../standing.ts'
import { unitWords } from '../words.ts'
import { MovedList } from './moved-list.tsx'

/** Caps, how many of the places are taken, and who decided. */
export function PlacesCard({ data }: { data: AssessmentPage }) {
  const words = useWords(unitWords)
  const named = useNamed(data.grades)
  return (
    <Card title={words.places}>
      {data.places.length === 0 && <p className="second">{words.noPlaces}</p>}
      {data.places.map(({ kind, rung, unit, seats, of, given, tied }) => (
        <p key={`${kind} ${rung} ${unit ?? ''}`}>
          {words.place(kind === 'grade' ? named(rung) : words.stars(Number(rung)), unit, seats, of, given)}{' '}
          {tied > 0 && <StatusTag tone="warn">{words.placeTied(tied)}</StatusTag>}
          {given > seats && <StatusTag tone="warn">{words.placeOver}</StatusTag>}
        </p>
      ))}
      {data.meeting !== null && data.meetingOn !== null && (
        <Facts
          items={[
            {
              term: words.meeting,
              value: listed([day(data.meetingOn), data.meeting, ...(data.decidedBy === null ? [] : [data.decidedBy])]),
            },
            ...(data.document === null ? [] : [{ term: words.document, value: data.document }]),
          ]}
        />
      )}
    </Card>
  )
}

/** Every veto and gate of the scheme with the clause it rests on. */
export function LimitsCard({ data }: { data: AssessmentPage }) {
  const words = useWords(unitWords)
  const both = useBoth()
  if (data.limits.length === 0) return null
  return (
    <Card title={words.limits} extra={words.limitCounts(data.counts.limited)} flush>
      <Rows>
        {data.limits.map(each => (
          <Row key={each.id} title={both(each.title)} note={each.clause ?? ''} />
        ))}
      </Rows>
    </Card>
  )
}

/** Every computation, the last first, with whom it moved. */
export function RunsCard({ data }: { data: AssessmentPage }) {
  const words = useWords(unitWords)
  const standing = useStanding(data.grades)
  return (
    <Card
      title={words.runs}
      note={data.inputsSha256 === null ? undefined : words.check(data.inputsSha256.slice(0, 12).toUpperCase())}
      flush
    >
      <Rows>
        {data.runs.map(run => (
          <Row
            key={run.number}
            title={labelled(words.runNo(run.number), words.causes[run.cause])}
            note={dayAndTime(run.computedAt)}
            state={run.cause === 'first' ? '' : words.moved(run.moved.length)}
          >
            {run.moved.length > 0 && <MovedList moved={run.moved} standing={standing} />}
          </Row>
        ))}
      </Rows>
    </Card>
  )
}
