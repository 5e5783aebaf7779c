import type { MyDesk } from '@jiannuo/contract/desk/desk.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { addDays, day, dayRange } from '../../i18n/format.ts'
import { Card } from '../../ui/page/card.tsx'
import { type Phase, YearLine } from '../../ui/signal/year-line.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { deskWords } from './words.ts'

type Words = (typeof deskWords)['zh']
type Year = NonNullable<MyDesk['cycle']>

/** The six stations of the year as a person meets them; review belongs to the pledge, grading and filing to the result. */
const STATIONS = [
  ['pledge', 'pledging', 'review'],
  ['fulfilling', 'fulfilling', 'fulfilling'],
  ['midYear', 'midYear', 'midYear'],
  ['reporting', 'reporting', 'reporting'],
  ['rating', 'rating', 'rating'],
  ['result', 'grading', 'filing'],
] as const

export function YearCard({
  cycle,
  today,
  inForceOn,
}: {
  cycle: MyDesk['cycle']
  today: string
  inForceOn?: string | null
}) {
  const words = useWords(deskWords)
  return (
    <Card title={words.year}>
      {cycle ? (
        <YearLine phases={stationsOf(words, cycle, today, inForceOn ?? null)} />
      ) : (
        <Empty title={words.noYear} />
      )}
    </Card>
  )
}

function stationsOf(words: Words, cycle: Year, today: string, inForceOn: string | null): Phase[] {
  return STATIONS.flatMap(([name, first, last]) => {
    const from = cycle.phases.find(p => p.phase === first)?.from
    const until = cycle.phases.find(p => p.phase === last)?.until
    if (!from || !until) return []
    const state = today >= until ? 'done' : today >= from ? 'current' : 'ahead'
    return [{ name: words.phases[name], when: when(words, name, from, until, cycle.year, inForceOn), state }]
  })
}

function when(
  words: Words,
  name: (typeof STATIONS)[number][0],
  from: string,
  until: string,
  year: number,
  inForceOn: string | null,
): string {
  const last = addDays(until, -1)
  if (name === 'pledge') return inForceOn ? words.inForce(day(inForceOn)) : words.until(day(last))
  if (name === 'fulfilling') return words.until(day(last))
  if (name === 'midYear') return words.before(day(last))
  return Number(from.slice(0, 4)) > year ? words.nextYear(day(from)) : dayRange(from, until)
}
