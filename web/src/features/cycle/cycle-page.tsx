import { type Cycle, listCycles } from '@jiannuo/contract/cycle.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../app/server/query.ts'
import { useToday } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { addDays, dayAndTime, dayRange, daysUntil, dayWithYear, deadline } from '../../i18n/format.ts'
import { Button } from '../../ui/action/button.tsx'
import { useOnPhone } from '../../ui/on-phone.ts'
import { Card, Facts, Row, Rows } from '../../ui/page/card.tsx'
import { Columns, Page, Stack } from '../../ui/page/page.tsx'
import { PhaseStrip } from '../../ui/signal/phase-strip.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { FilterChips } from '../../ui/table/filter-chips.tsx'
import { BOUNDS, CreateCycle } from './create-cycle.tsx'
import { CloseCycle, ExtendPhase } from './extend-phase.tsx'
import { cycleWords } from './words.ts'

/** 年度周期 /cycle: the phases of the year, their extensions, and for the work committee the means to change them. */
export function CyclePage() {
  const words = useWords(cycleWords)
  const today = useToday()
  const { data } = useSuspenseQuery(query(listCycles))
  const [chosen, setChosen] = useState<string | null>(null)
  const inHand =
    data.cycles.find(c => c.state === 'open' && String(c.year) === today.slice(0, 4)) ??
    data.cycles.find(c => c.now) ??
    data.cycles[0]
  const next = Math.max(Number(today.slice(0, 4)), ...data.cycles.map(c => c.year + 1))
  const cycle = chosen === 'new' ? undefined : (data.cycles.find(c => c.id === chosen) ?? inHand)
  if (!cycle) {
    return (
      <Page
        title={data.cycles.length > 0 ? words.create(next) : words.none}
        note={data.mayManage ? words.createNote : undefined}
      >
        {data.mayManage ? (
          <CreateCycle year={next} onDone={() => setChosen(null)} />
        ) : (
          <Card>
            <Empty title={words.none}>{words.noneOthers}</Empty>
          </Card>
        )}
      </Page>
    )
  }
  const current = cycle.phases.find(p => p.phase === cycle.now?.phase)
  return (
    <Page
      title={
        current && cycle.state === 'open'
          ? words.heading(cycle.year, words.phases[current.phase], deadline(addDays(current.until, -1)))
          : words.headingOut(cycle.year, cycle.state === 'closed')
      }
      kicker={cycle.title}
    >
      <Stack>
        {(data.cycles.length > 1 || data.mayManage) && (
          <FilterChips
            label={words.years}
            value={cycle.id}
            onChange={setChosen}
            chips={[
              ...data.cycles.map(c => ({ value: c.id, label: words.other(c.year) })),
              ...(data.mayManage ? [{ value: 'new', label: words.newYear }] : []),
            ]}
          />
        )}
        <CycleView cycle={cycle} mayManage={data.mayManage} />
      </Stack>
    </Page>
  )
}

function CycleView({ cycle, mayManage }: { cycle: Cycle; mayManage: boolean }) {
  const words = useWords(cycleWords)
  const today = useToday()
  const onPhone = useOnPhone()
  const [extending, setExtending] = useState(false)
  const stateOf = (p: Cycle['phases'][number]) =>
    today >= p.until ? ('done' as const) : today >= p.from ? ('current' as const) : ('ahead' as const)
  const last = (until: string) => dayWithYear(addDays(until, -1))
  const when = (p: Cycle['phases'][number]) => dayRange(p.from, p.until)
  return (
    <>
      <Card>
        <PhaseStrip
          phases={cycle.phases
            .filter(p => p.phase !== 'midYear')
            .map(p => ({
              name: words.phases[p.phase],
              when: dayRange(p.from, p.until),
              state: stateOf(p),
              days: daysUntil(p.from, p.until),
              elapsed: stateOf(p) === 'current' ? daysUntil(p.from, today) / daysUntil(p.from, p.until) : undefined,
            }))}
        />
      </Card>
      <Columns
        aside={
          <>
            <Card title={words.rules}>
              <Facts
                items={[
                  { term: words.reviewDays, value: words.workingDays(cycle.reviewDays) },
                  { term: words.noticeDays, value: words.workingDays(cycle.noticeDays) },
                  { term: words.objectionDays, value: words.workingDays(cycle.objectionDays) },
                  { term: words.reportMax, value: words.characters(cycle.reportMaxCharacters) },
                  ...BOUNDS.map(name => ({ term: words.bound[name], value: `${cycle.bounds[name]}%` })),
                ]}
              />
            </Card>
            {cycle.extensions.length > 0 && (
              <Card title={words.extensions} flush>
                <Rows>
                  {cycle.extensions.map(e => (
                    <Row
                      key={e.id}
                      title={words.extension(words.phases[e.phase], last(e.untilBefore), last(e.untilAfter))}
                      note={
                        <>
                          {e.reason}
                          <br />
                          {words.by(e.extendedBy, dayAndTime(e.extendedAt))}
                        </>
                      }
                    />
                  ))}
                </Rows>
              </Card>
            )}
          </>
        }
      >
        <Card
          title={words.phasesTitle}
          extra={
            mayManage &&
            cycle.state === 'open' &&
            !extending && (
              <Button small onClick={() => setExtending(true)}>
                {words.extend}
              </Button>
            )
          }
          flush
        >
          <Rows>
            {cycle.phases.map(p => (
              <Row
                key={p.phase}
                current={stateOf(p) === 'current'}
                title={words.phases[p.phase]}
                note={onPhone ? when(p) : p.phase === 'midYear' && words.inside}
                state={!onPhone && when(p)}
              />
            ))}
          </Rows>
        </Card>
        {extending && <ExtendPhase cycle={cycle} onDone={() => setExtending(false)} />}
        {mayManage && cycle.state === 'open' && cycle.phases.some(p => p.phase === 'filing' && p.from <= today) && (
          <CloseCycle cycle={cycle} />
        )}
      </Columns>
    </>
  )
}
