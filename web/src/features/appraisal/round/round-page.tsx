import { computeRound, releaseResults } from '@jiannuo/contract/appraisal/result.ts'
import { type Round, readRound, reopenRating, startRating } from '@jiannuo/contract/appraisal/round.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { addDays, day, deadline, percent } from '../../../i18n/format.ts'
import { labelled, listed, sentences } from '../../../i18n/punctuation.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Facts, Row, Rows } from '../../../ui/page/card.tsx'
import { Columns, Page, Stack } from '../../../ui/page/page.tsx'
import { Stepper } from '../../../ui/signal/stepper.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { useBoth } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { PanelsCard } from './panels-card.tsx'
import { roundWords } from './words.ts'

const ORDER = ['preparing', 'rating', 'computed', 'decided', 'objection', 'filed'] as const
/** Which step of the flow a state stands at: what is to be done next. */
const STEP = { preparing: 0, rating: 1, computed: 3, decided: 3, objection: 4, filed: 5 } satisfies Record<
  (typeof ORDER)[number],
  number
>

/** 一轮考评 /appraisal/$id: who is appraised, how far each panel has come, and the next step. */
export function RoundPage() {
  const words = useWords(roundWords)
  const common = useWords(appraisalWords)
  const { data: round } = useSuspenseQuery(query(readRound, { params: { roundId: useParam('id') } }))
  return (
    <Page
      title={labelled(common.of(round.unitName, round.year, round.level), common.states[round.state])}
      kicker={<Go to="/appraisal">{common.all}</Go>}
      note={
        round.objectionUntil && round.state === 'objection'
          ? labelled(words.until, deadline(addDays(round.objectionUntil, -1)))
          : undefined
      }
      actions={<NextStep round={round} />}
    >
      <Stack>
        <Stepper steps={words.steps} at={STEP[round.state]} />
        {round.stale && <InlineAlert tone="warn" title={words.stale} />}
        <UnratedAlert round={round} />
        <Columns
          aside={
            <Stack>
              <RatersCard round={round} />
              <AboutCard round={round} />
            </Stack>
          }
        >
          <PanelsCard round={round} />
          <NamedCard round={round} />
          <PeopleCard round={round} />
        </Columns>
      </Stack>
    </Page>
  )
}

function NextStep({ round }: { round: Round }) {
  const words = useWords(roundWords)
  const today = useToday()
  const params = { roundId: round.id }
  const start = useCommand(startRating)
  const compute = useCommand(computeRound)
  const reopen = useCommand(reopenRating)
  const release = useCommand(releaseResults)
  const may = (action: Round['may'][number]) => round.may.includes(action)
  const early = round.ratingFrom !== null && today < round.ratingFrom
  const decides = may('decide') && !round.stale && round.state === 'computed'
  return (
    <>
      {may('enterFacts') && <ButtonLink to={`/appraisal/${round.id}/facts`}>{words.toFacts}</ButtonLink>}
      {may('reopen') && (
        <Button busy={reopen.busy} onClick={() => void reopen.run({ params })}>
          {words.reopen}
        </Button>
      )}
      {round.state !== 'preparing' && round.state !== 'rating' && !decides && (
        <ButtonLink to={`/appraisal/${round.id}/results`}>{words.toResults}</ButtonLink>
      )}
      {may('start') &&
        (early && round.ratingFrom ? (
          <span className="second">{words.startFrom(day(round.ratingFrom))}</span>
        ) : (
          <Button kind="primary" busy={start.busy} onClick={() => void start.run({ params })}>
            {words.start}
          </Button>
        ))}
      {may('compute') && (
        <Button
          kind={decides || may('release') ? 'plain' : 'primary'}
          busy={compute.busy}
          onClick={() => void compute.run({ params })}
        >
          {round.state === 'rating' ? words.compute : words.computeAgain}
        </Button>
      )}
      {decides && (
        <ButtonLink kind="primary" to={`/appraisal/${round.id}/results`}>
          {words.decide}
        </ButtonLink>
      )}
      {may('release') && (
        <Button kind="primary" busy={release.busy} onClick={() => void release.run({ params })}>
          {words.release}
        </Button>
      )}
      {may('file') && (
        <ButtonLink kind="primary" to={`/appraisal/${round.id}/filing`}>
          {words.file}
        </ButtonLink>
      )}
      {[start, compute, reopen, release].map(
        (command, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the four commands of this page, always in this order
          command.problem && <ProblemAlert key={at} problem={command.problem} />,
      )}
    </>
  )
}

/** Nothing resists a computation without the organisation's own rating; whoever computes is told whom it leaves out. */
function UnratedAlert({ round }: { round: Round }) {
  const words = useWords(roundWords)
  const unrated = round.people.filter(each => !each.organisationRated).map(each => each.name)
  const asked = round.may.includes('compute') && round.panels.some(each => each.source === 'organisation')
  if (!asked || round.state === 'decided' || unrated.length === 0) return null
  return (
    <InlineAlert tone="warn" title={words.organisationMissing(firstOf(unrated), unrated.length)}>
      {words.organisationMissingNote}
    </InlineAlert>
  )
}
const SHOWN = 10
const firstOf = (names: readonly string[]) => listed(names.slice(0, SHOWN)) + (names.length > SHOWN ? '……' : '')

function NamedCard({ round }: { round: Round }) {
  const words = useWords(roundWords)
  const of = round.people.length
  const count = (test: (each: Round['people'][number]) => boolean) => round.people.filter(test).length
  return (
    <Card title={words.named} flush>
      <Rows>
        <Row
          title={words.self(
            count(each => each.selfRated),
            of,
          )}
        />
        <Row
          title={words.organisation(
            count(each => each.organisationRated),
            of,
          )}
          action={
            <ButtonLink to={`/appraisal/${round.id}/organisation`}>
              {round.may.includes('rateAsOrganisation') ? words.toOrganisation : words.seeOrganisation}
            </ButtonLink>
          }
        />
      </Rows>
    </Card>
  )
}

function PeopleCard({ round }: { round: Round }) {
  const words = useWords(roundWords)
  const given = (done: boolean) => (done ? words.done : words.open2)
  return (
    <Card title={words.peopleTitle} flush>
      <DataTable
        caption={words.peopleTitle}
        rows={round.people}
        rowKey={row => row.id}
        columns={[
          { key: 'name', head: words.personName, phone: 'name', noWrap: true, cell: row => row.name },
          { key: 'home', head: words.home, phone: 'note', cell: row => row.homeUnitName },
          { key: 'self', head: words.selfHead, phone: 'below', cell: row => given(row.selfRated) },
          {
            key: 'organisation',
            head: words.organisationHead,
            phone: 'below',
            cell: row => given(row.organisationRated),
          },
          { key: 'note', head: words.noteHead, phone: 'light', cell: row => (row.ungraded ? words.ungraded : '') },
        ]}
      />
    </Card>
  )
}

/** Who rates at this level, and what each source weighs. */
function RatersCard({ round }: { round: Round }) {
  const words = useWords(roundWords)
  const both = useBoth()
  const all = round.panels.reduce((sum, each) => sum + each.weight, 0)
  return (
    <Card title={words.raters}>
      <Facts
        items={round.panels.map(each => ({
          term: `${both(each.title)} ${shareOf(each.weight / all)}`,
          value: sentences(
            listed(each.who.map(pool => both(pool.title))),
            each.modes.includes('imported') && words.orDocument,
          ),
        }))}
      />
    </Card>
  )
}

const shareOf = (share: number) => percent(share, Number.isInteger(Math.round(share * 1e6) / 1e4) ? 0 : 1)

function AboutCard({ round }: { round: Round }) {
  const words = useWords(roundWords)
  return (
    <Card title={words.scheme}>
      <Facts
        items={[
          {
            term: words.scheme,
            value: <Go to={`/scheme/${round.scheme.id}`}>{`${round.scheme.title} v${round.scheme.version}`}</Go>,
          },
          { term: words.managing, value: round.managingUnitName },
          ...(round.meeting
            ? [{ term: words.meeting, value: `${round.meeting}${round.meetingOn ? ` · ${day(round.meetingOn)}` : ''}` }]
            : []),
        ]}
      />
    </Card>
  )
}
