import { useWords } from '../../../i18n/dictionary.ts'
import { ProgressBar } from '../../../ui/signal/progress-bar.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import type { CityData } from './city-data.ts'
import { FigureCard } from './figure-card.tsx'
import { cityWords } from './words.ts'

/** How many organs start from a template of their choice, by class. */
export function AdoptionCard({ data }: { data: CityData }) {
  const words = useWords(cityWords).city
  const { organs, adopted, classes } = data.adoption
  return (
    <FigureCard
      title={words.adoption}
      finding={words.adoptionFinding(adopted, organs)}
      chart={
        <div className="overview-bars">
          {classes.map(one => (
            <div key={one.organClass} className="overview-bar">
              <span>{one.organClass ?? words.otherClass}</span>
              <ProgressBar
                label={one.organClass ?? words.otherClass}
                share={one.organs === 0 ? 0 : one.adopted / one.organs}
              />
              <span className="second">{`${one.adopted} / ${one.organs}`}</span>
            </div>
          ))}
        </div>
      }
      table={
        <DataTable
          caption={words.adoption}
          rows={classes}
          rowKey={one => one.organClass ?? ''}
          columns={[
            { key: 'class', head: words.organClass, cell: one => one.organClass ?? words.otherClass, phone: 'name' },
            { key: 'organs', head: words.organs, cell: one => one.organs, numeric: true, phone: 'note' },
            { key: 'adopted', head: words.adopted, cell: one => one.adopted, numeric: true, phone: 'light' },
          ]}
        />
      }
    />
  )
}
