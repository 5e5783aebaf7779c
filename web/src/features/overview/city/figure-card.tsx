import { type ReactNode, useState } from 'react'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { overviewWords } from '../words.ts'

interface FigureCardProps {
  title: string
  /** What the chart shows, in a sentence one can read aloud. */
  finding: string
  chart: ReactNode
  table: ReactNode
}

/** A chart with its finding, and the same figures as a table behind one button. */
export function FigureCard({ title, finding, chart, table }: FigureCardProps) {
  const words = useWords(overviewWords)
  const [asTable, setAsTable] = useState(false)
  return (
    <Card
      title={title}
      extra={
        <Button
          kind="text"
          icon={asTable ? 'chart' : 'table'}
          label={`${title} ${asTable ? words.chart : words.table}`}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? words.chart : words.table}
        </Button>
      }
    >
      <p className="second overview-finding">{finding}</p>
      {asTable ? table : chart}
    </Card>
  )
}
