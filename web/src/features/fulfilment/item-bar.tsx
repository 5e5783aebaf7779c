import type { Light as Colour, FulfilmentItem } from '@jiannuo/contract/pledge/fulfilment.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { useLanguage } from '../../i18n/language.ts'
import { Go } from '../../ui/go.tsx'
import { Light } from '../../ui/signal/light.tsx'
import { ProgressBar } from '../../ui/signal/progress-bar.tsx'
import { fulfilmentWords } from './words.ts'
import './fulfilment.css'

export const plain = (decimal: string) => String(Number(decimal))

/** 11 / 24座, 现5.6天, 40%, 已完成. */
export function useStanding(): (
  item: Pick<FulfilmentItem, 'state' | 'achieved' | 'goal' | 'target' | 'unit'>,
) => string {
  const words = useWords(fulfilmentWords)
  return ({ state, achieved, goal, target, unit }) => {
    if (state === 'done') return words.done
    if (achieved === null)
      return target === null ? words.none : goal === 'count' ? `0 / ${plain(target)}${unit}` : words.none
    if (goal === 'percent') return words.percent(plain(achieved))
    return goal === 'bound' ? words.now(plain(achieved), unit) : `${plain(achieved)} / ${plain(target ?? '0')}${unit}`
  }
}

/** The light of an item; where nothing was reported the grey ring with its words. */
export function Verdict({ light, bare = false, children }: { light: Colour; bare?: boolean; children?: string }) {
  const words = useWords(fulfilmentWords)
  return (
    <Light colour={light === 'none' ? 'grey' : light} bare={bare}>
      {children ?? (light === 'none' ? words.lightNone : undefined)}
    </Light>
  )
}

/** Light, title (a link with `to`), figure, bar with the tick of time, and the reason where anything is to be done. */
export function ItemBar({ item, to }: { item: FulfilmentItem; to?: string }) {
  const words = useWords(fulfilmentWords)
  const language = useLanguage()
  const standing = useStanding()
  const reason = item.reason[language]
  const lags = item.light === 'yellow' || item.light === 'red'
  return (
    <div className="fulfilment-item">
      <div className="fulfilment-line">
        <Verdict light={item.light} bare />
        <span className="fulfilment-title">{to ? <Go to={to}>{item.title}</Go> : item.title}</span>
        <span className="fulfilment-figure">{standing(item)}</span>
      </div>
      <div className="fulfilment-below">
        {item.state !== 'excused' && (
          <ProgressBar
            label={item.title}
            share={item.state === 'done' ? 1 : (item.progressBp ?? 0) / 10_000}
            time={item.elapsedBp / 10_000}
            behind={lags}
          />
        )}
        {item.state === 'excused' && item.excuseReason && <p className="second">{words.excused(item.excuseReason)}</p>}
        {lags && <p className={`second fulfilment-${item.light}`}>{reason}</p>}
        {item.light === 'none' && <p className="second">{reason}</p>}
        {item.fed && (
          <p className="fine">
            {words.fed(item.fed.title[language])}{' '}
            {!to && (
              <Go to={`/facts/${item.fed.subjectId}/${item.fed.factId}?period=${item.fed.period}`}>{words.records}</Go>
            )}
          </p>
        )}
      </div>
    </div>
  )
}
