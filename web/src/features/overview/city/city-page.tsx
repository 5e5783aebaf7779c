import { countCity, readCityOverview } from '@jiannuo/contract/desk/overview.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query, useCommand } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { addDays, day, daysUntil, dayWithWeekday, number, percent, time } from '../../../i18n/format.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { PrintButton } from '../../../ui/action/print-button.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { KeyFigures } from '../../../ui/page/key-figures.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { PhaseStrip } from '../../../ui/signal/phase-strip.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { GuidanceCard } from '../unit/guidance-card.tsx'
import { overviewWords } from '../words.ts'
import { cityWords } from './words.ts'
import '../overview.css'
import { AdoptionCard } from './adoption-card.tsx'
import { type CityData, reachedBp } from './city-data.ts'
import { CourseCard } from './course-card.tsx'
import { LightsCard } from './lights-card.tsx'
import { StuckCard } from './stuck-card.tsx'

/** 全市总览 /city: the year, four figures, coverage, lights by class, what stands still, templates. Read-only, on a phone too. */
export function CityPage() {
  const common = useWords(overviewWords)
  const words = useWords(cityWords).city
  const { today, current } = useSession()
  const { data } = useSuspenseQuery(query(readCityOverview))
  const title = useTitle(data)
  const count = useCommand(countCity, { invalidates: [readCityOverview] })
  if (data.phases.length === 0) {
    return (
      <Page title={common.noYear} kicker={dayWithWeekday(today)}>
        <Figures data={data} />
        <Card>
          <Empty
            title={common.noYear}
            actions={
              <ButtonLink to="/cycle" kind="primary">
                {common.toCycle}
              </ButtonLink>
            }
          >
            {common.noYearNote}
          </Empty>
        </Card>
      </Page>
    )
  }
  return (
    <Page
      large
      title={title}
      kicker={data.now ? words.kicker(data.now.year, dayWithWeekday(today)) : dayWithWeekday(today)}
      note={words.countedAt(time(data.countedAt))}
      actions={
        <>
          <Button kind="text" busy={count.busy} onClick={() => void count.run()}>
            {words.countAgain}
          </Button>
          <PrintButton />
        </>
      }
    >
      <ProblemAlert problem={count.problem} />
      <Phases data={data} today={today} />
      <Figures data={data} />
      <div className="overview-pair">
        <CourseCard data={data} />
        <LightsCard data={data} />
        <StuckCard data={data} />
        <AdoptionCard data={data} />
      </div>
      {current.unitId && <GuidanceCard unitId={current.unitId} />}
    </Page>
  )
}

const LATE = ['rating', 'grading', 'filing']

/** The answer in one line: what is due, how far it is. */
function useTitle({ now, rounds, total }: CityData): string {
  const common = useWords(overviewWords)
  const words = useWords(cityWords).city
  if (!now) return common.noYear
  const { midYear, rounds: ofRounds, other } = words.title
  if (now.midYear) return midYear(now.daysLeft, percent(total.inForce === 0 ? 0 : total.confirmed / total.inForce))
  const filed = rounds.reduce((sum, r) => sum + r.filed, 0)
  const all = filed + rounds.reduce((sum, r) => sum + r.open, 0)
  if (LATE.includes(now.phase) && all > 0) return ofRounds(common.phases[now.phase], now.daysLeft, filed, all)
  return other(common.phases[now.phase], now.daysLeft, percent(total.owed === 0 ? 0 : total.inForce / total.owed))
}

function Phases({ data, today }: { data: CityData; today: string }) {
  const common = useWords(overviewWords)
  const words = useWords(cityWords).city
  const main = data.phases.filter(p => p.phase !== 'midYear')
  return (
    <PhaseStrip
      phases={main.map(({ phase, from, until }) => {
        const days = daysUntil(from, until)
        const current = phase === data.now?.phase
        return {
          name: common.phases[phase],
          when: words.until(day(addDays(until, -1))),
          state: current ? 'current' : until <= today ? 'done' : 'ahead',
          days,
          ...(current ? { elapsed: daysUntil(from, addDays(today, 1)) / days } : {}),
          ...(current && data.now?.midYear
            ? { note: words.confirmed(number(data.total.confirmed), number(data.total.inForce)) }
            : {}),
        }
      })}
    />
  )
}

function Figures({ data }: { data: CityData }) {
  const common = useWords(overviewWords)
  const words = useWords(cityWords).city
  const { roster, total } = data
  const gaps = roster.unitsWithout + roster.membersWithout + roster.withoutSecretary
  const bp = reachedBp(data)
  return (
    <KeyFigures
      figures={[
        {
          label: words.grassroots,
          value: number(roster.grassroots),
          unit: common.units,
          meaning: words.grassrootsNote(roster.temporary),
          to: '/organisation',
        },
        {
          label: words.members,
          value: number(roster.members),
          unit: common.people,
          meaning: words.membersNote(number(roster.inService), number(total.owed)),
          to: '/organisation',
        },
        {
          label: words.inForce,
          value: percent(bp / 10_000),
          beside: number(total.inForce),
          meaning: useAgainstLast(bp, data.lastYearBp),
          to: '/pledges',
        },
        {
          label: words.gaps,
          value: number(gaps),
          unit: common.units,
          meaning: words.gapsNote(roster.unitsWithout, roster.membersWithout, roster.withoutSecretary),
          to: '/organisation',
        },
      ]}
    />
  )
}

function useAgainstLast(bp: number, last: number | null): string {
  const words = useWords(cityWords).city
  if (last === null) return words.noLast
  const difference = number(Math.abs(bp - last) / 100, 1)
  return bp === last ? words.sameLast : bp > last ? words.above(difference) : words.below(difference)
}
