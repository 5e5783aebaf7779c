import type { Remark } from '@jiannuo/contract/pledge/pledge.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Light, LightSign } from '../../../ui/signal/light.tsx'
import { SideBySide, Suggestion } from '../../../ui/text/side-by-side.tsx'
import '../paper/pledge.css'
import { editorWords } from './words.ts'

interface CheckPanelProps {
  remarks: readonly Remark[]
  items: readonly { id: string; title: string }[]
  onOpen: (itemId: string) => void
  onApply: (itemId: string, text: string) => void
  onWeight: (itemId: string, weight: number) => void
}

/** Every remark with its reason and, where it helps, a better example or a change that settles it. What is in order is said at the end. */
export function CheckPanel({ remarks, items, ...acts }: CheckPanelProps) {
  const words = useWords(editorWords)
  const has = (...codes: string[]) => remarks.some(remark => codes.includes(remark.code))
  const passed = [
    has('no-party-item', 'no-business-item') ? null : words.passed.kinds,
    items.length === 0 || has('no-due-date') ? null : words.passed.due,
    items.length === 0 || has('copied-from-superior', 'copied-from-colleague') ? null : words.passed.own,
  ].filter(said => said !== null)
  return (
    <div aria-live="polite">
      {[...remarks]
        .sort((a, b) => Number(b.severity === 'must') - Number(a.severity === 'must'))
        .map(remark => (
          <RemarkPart
            key={`${remark.code} ${remark.itemId} ${remark.similar?.label}`}
            remark={remark}
            items={items}
            {...acts}
          />
        ))}
      {passed.length > 0 && (
        <div className="pledge-passed">
          {passed.map(said => (
            <Light key={said} colour="green">
              {said}
            </Light>
          ))}
        </div>
      )}
    </div>
  )
}

function RemarkPart({
  remark,
  items,
  onOpen,
  onApply,
  onWeight,
}: Omit<CheckPanelProps, 'remarks'> & { remark: Remark }) {
  const words = useWords(editorWords)
  const language = useLanguage()
  const { itemId, example, fix, similar } = remark
  const placeOf = (id: string) => items.findIndex(item => item.id === id) + 1
  const place = itemId ? placeOf(itemId) : 0
  return (
    <section className="pledge-remark">
      <h3 className="pledge-remark-head">
        <LightSign colour={remark.severity === 'must' ? 'red' : 'yellow'} />
        <span>
          <span className="hidden">{remark.severity === 'must' ? words.must : words.advice} </span>
          {remark[language]}
        </span>
      </h3>
      <div className="pledge-remark-body">
        <p className="second">{remark.detail[language]}</p>
        {example && <Suggestion label={words.example} text={example[language]} />}
        {similar && place > 0 && (
          <SideBySide
            left={{ label: similar.label, text: similar.text }}
            right={{ label: words.thisYear, text: items[place - 1]?.title ?? '' }}
          />
        )}
        <div className="pledge-remark-actions">
          {example && itemId && place > 0 && (
            <Button small onClick={() => onApply(itemId, example.zh)}>
              {words.apply}
            </Button>
          )}
          {fix && placeOf(fix.itemId) > 0 && (
            <Button small onClick={() => onWeight(fix.itemId, fix.weight.to)}>
              {words.fix(placeOf(fix.itemId), fix.weight.from, fix.weight.to)}
            </Button>
          )}
          {itemId && place > 0 && (
            <Button small kind="text" onClick={() => onOpen(itemId)}>
              {words.toItem(place)}
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}
