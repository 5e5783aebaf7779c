import { listOwnAppraisals, listTellings } from '@jiannuo/contract/appraisal/rating.ts'
import { listRounds, openRound, type RoundHead } from '@jiannuo/contract/appraisal/round.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useGo } from '../../../app/location.ts'
import { query, useCommand, useList } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { addDays, deadline } from '../../../i18n/format.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { appraisalWords } from '../words.ts'
import { roundWords } from './words.ts'

/** 评议与结果 /appraisal: every round in view, what waits, and where one may begin. */
export function RoundsPage() {
  const words = useWords(roundWords)
  const { items, more } = useList(listRounds, {})
  const first = useSuspenseQuery(query(listRounds)).data
  const { unitId } = useSession().current
  // Rounds of units below are run by those units; one may act for them, but they do not wait for the reader.
  const isOwn = (each: { unitId: string }) => each.unitId === unitId
  const open = items.filter(each => each.state !== 'filed')
  const waiting = first.mayRun ? [...open, ...first.openable].filter(isOwn).length : 0
  const below = first.openable.filter(each => !isOwn(each))
  return (
    <Page
      title={
        waiting > 0
          ? words.headingWaiting(items.length + first.openable.length, waiting)
          : words.headingQuiet(items.length)
      }
      note={words.note}
      actions={
        first.mayRun && (
          <>
            <ButtonLink to="/appraisal/objections">{words.toObjections}</ButtonLink>
            <ButtonLink to="/appraisal/filings">{words.toFilings}</ButtonLink>
            <ButtonLink to="/appraisal/eligibility">{words.toEligibility}</ButtonLink>
            <ButtonLink to="/scheme">{words.toSchemes}</ButtonLink>
          </>
        )
      }
    >
      <Stack>
        <OwnCard />
        <OpenableCard title={words.openable} note={words.openableNote} openable={first.openable.filter(isOwn)} />
        <Card title={words.rounds} flush>
          <RoundsTable rows={items} more={more} />
        </Card>
        <OpenableCard title={words.below} note={words.belowNote} openable={below} />
      </Stack>
    </Page>
  )
}

/** What waits for the person himself, whatever his office: his own rating, slips to count. */
function OwnCard() {
  const words = useWords(roundWords)
  const own = useSuspenseQuery(query(listOwnAppraisals)).data.items
  const tellings = useSuspenseQuery(query(listTellings)).data.items
  if (own.length === 0 && tellings.length === 0) return null
  return (
    <p>
      <Go to="/my-results">{words.mine}</Go>
    </p>
  )
}

interface OpenableCardProps {
  title: string
  note: string
  openable: readonly {
    cycleId: string
    level: RoundHead['level']
    unitId: string
    unitName: string
    subjects: number
  }[]
}
function OpenableCard({ title, note, openable }: OpenableCardProps) {
  const words = useWords(roundWords)
  const common = useWords(appraisalWords)
  const go = useGo()
  const open = useCommand(openRound, { onDone: reply => go(`/appraisal/${reply.id}`) })
  if (openable.length === 0) return null
  return (
    <Card title={title} note={note} flush>
      <ProblemAlert problem={open.problem} />
      <Rows>
        {openable.map(each => (
          <Row
            key={`${each.level} ${each.unitId}`}
            title={`${each.unitName} · ${common.levels[each.level]}`}
            note={common.people(each.subjects)}
            action={
              <Button
                busy={open.busy}
                onClick={() =>
                  void open.run({ body: { cycleId: each.cycleId, level: each.level, unitId: each.unitId } })
                }
              >
                {words.open}
              </Button>
            }
          />
        ))}
      </Rows>
    </Card>
  )
}

function RoundsTable({ rows, more }: { rows: readonly RoundHead[]; more: ReturnType<typeof useList>['more'] }) {
  const words = useWords(roundWords)
  const common = useWords(appraisalWords)
  const columns: Column<RoundHead>[] = [
    { key: 'unit', head: words.unit, phone: 'name', cell: row => <Go to={`/appraisal/${row.id}`}>{row.unitName}</Go> },
    { key: 'level', head: words.level, phone: 'note', cell: row => `${row.year} · ${common.levels[row.level]}` },
    {
      key: 'state',
      head: words.state,
      phone: 'light',
      noWrap: true,
      cell: row => <StatusTag>{common.states[row.state]}</StatusTag>,
    },
    { key: 'subjects', head: words.subjects, phone: 'hidden', numeric: true, cell: row => row.subjects },
    { key: 'objections', head: words.objections, phone: 'hidden', numeric: true, cell: row => row.objections || '' },
    {
      key: 'until',
      head: words.until,
      phone: 'hidden',
      cell: row => row.objectionUntil && deadline(addDays(row.objectionUntil, -1)),
    },
    { key: 'next', head: words.next, phone: 'reason', cell: row => words.nexts[row.state] },
  ]
  return (
    <DataTable
      caption={words.rounds}
      columns={columns}
      rows={rows}
      rowKey={row => row.id}
      more={more}
      empty={<Empty title={words.empty}>{words.emptyNote}</Empty>}
    />
  )
}
