import type { Composed } from '@jiannuo/contract/pledge/report.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { day, percent } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { Card, Facts, Row, Rows } from '../../ui/page/card.tsx'
import { Light } from '../../ui/signal/light.tsx'
import { reportWords } from './words.ts'

const plain = (decimal: string) => String(Number(decimal))

/** What the system says for the report: every item as it stands, completion by weight, the year's facts. */
export function ComposedCard({ composed }: { composed: Composed }) {
  const words = useWords(reportWords)
  const language = useLanguage()
  return (
    <>
      <Card
        title={words.composed}
        note={`${words.asOf(day(composed.asOf))} · ${composed.completion === null ? words.noCompletion : words.completion(percent(Number(composed.completion)))}`}
        flush
      >
        <Rows>
          {composed.items.map(item => (
            <Row
              key={item.title}
              lead={
                <Light colour={item.light === 'none' ? 'grey' : item.light} bare>
                  {item.reason[language]}
                </Light>
              }
              title={item.title}
              note={item.light === 'green' && !item.done ? undefined : item.reason[language]}
              state={
                item.target === null
                  ? item.achieved === null
                    ? '–'
                    : `${plain(item.achieved)}%`
                  : `${plain(item.achieved ?? '0')} / ${plain(item.target)}${item.unit}`
              }
            />
          ))}
        </Rows>
      </Card>
      {composed.facts.length > 0 && (
        <Card title={words.facts}>
          <Facts
            items={composed.facts.map(f => ({ term: f.title[language], value: words.times(plain(f.sum), f.entries) }))}
          />
        </Card>
      )}
    </>
  )
}
