import type { ClassLights } from '@jiannuo/contract/desk/overview.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { language } from '../../../i18n/language.ts'
import { LightLegend } from '../../../ui/signal/light.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { overviewWords } from '../words.ts'
import type { CityData } from './city-data.ts'
import { FigureCard } from './figure-card.tsx'
import { cityWords } from './words.ts'

const COLOURS = ['red', 'yellow', 'green', 'grey'] as const

/** The light of every organ, one bar a class, red classes first. */
export function LightsCard({ data }: { data: CityData }) {
  const common = useWords(overviewWords)
  const words = useWords(cityWords).city
  const red = data.classes.reduce((sum, one) => sum + one.red, 0)
  const where = data.classes
    .filter(one => one.red > 0)
    .slice(0, 2)
    .map(one => one.organClass ?? words.otherClass)
  const finding = red === 0 ? words.redNone : words.redFinding(red, where.join(common.and))
  const chart = (
    <>
      <ul className="overview-classes">
        {data.classes.map(one => (
          <ClassBar key={one.organClass} one={one} />
        ))}
      </ul>
      <LightLegend label="" />
      {data.redOrgans.length > 0 && (
        <p className="second">{words.redNames(data.redOrgans.map(organ => organ.name).join(common.list))}</p>
      )}
      <p className="fine">{data.lightRule[language()]}</p>
    </>
  )
  const table = (
    <DataTable
      caption={words.lights}
      rows={data.classes}
      rowKey={one => one.organClass ?? ''}
      columns={[
        { key: 'class', head: words.organClass, cell: one => one.organClass ?? words.otherClass, phone: 'name' },
        { key: 'organs', head: words.organs, cell: one => one.organs, numeric: true, phone: 'light' },
        ...COLOURS.map(colour => ({
          key: colour,
          head: common.light[colour],
          cell: (one: ClassLights) => one[colour],
          numeric: true,
          phone: 'below' as const,
        })),
      ]}
    />
  )
  return <FigureCard title={words.lights} finding={finding} chart={chart} table={table} />
}

function ClassBar({ one }: { one: ClassLights }) {
  const words = useWords(cityWords).city
  return (
    <li>
      <span className="hidden">
        {words.barLabel(one.organClass ?? words.otherClass, one.organs, one.red, one.yellow, one.green, one.grey)}
      </span>
      <span aria-hidden="true" className="overview-class-name">
        {one.organClass ?? words.otherClass}
      </span>
      <span aria-hidden="true" className="overview-class-bar">
        {COLOURS.map(colour =>
          one[colour] > 0 ? (
            <span key={colour} className={colour} style={{ flexGrow: one[colour] }}>
              {one[colour]}
            </span>
          ) : null,
        )}
      </span>
      <span aria-hidden="true" className="overview-class-sum">
        {one.organs}
      </span>
    </li>
  )
}
