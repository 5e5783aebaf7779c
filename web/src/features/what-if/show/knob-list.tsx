import type { Scheme } from '@jiannuo/engine/format.ts'
import { useId } from 'react'
import { useWords } from '../../../i18n/dictionary.ts'
import { number } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Card } from '../../../ui/page/card.tsx'
import { type Knob, knobsOf } from '../reckon/knobs.ts'
import { whatIfWords } from '../words.ts'

const KINDS = ['points', 'bound', 'cap', 'coefficient', 'limit'] as const

const sumOf = (knobs: readonly Knob[]) =>
  knobs.filter(each => each.kind === 'points').reduce((all, each) => all + each.value, 0)
const plain = (value: number) => number(value, Number.isInteger(value) ? 0 : 2)

/** Every number that may be turned, by kind; the mark on the track is the value in force. */
export function KnobList({
  base,
  draft,
  onTurn,
}: {
  base: Scheme
  draft: Scheme
  onTurn: (id: string, value: number) => void
}) {
  const words = useWords(whatIfWords)
  const inForce = new Map(knobsOf(base).map(each => [each.id, each.value]))
  const knobs = knobsOf(draft)
  const [sum, before] = [sumOf(knobs), sumOf(knobsOf(base))]
  return (
    <Card
      title={words.knobs}
      note={words.sum(plain(sum), sum === before ? null : plain(Math.abs(sum - before)), sum > before)}
      flush
    >
      {KINDS.map(kind => {
        const some = knobs.filter(each => each.kind === kind)
        return some.length === 0 ? null : (
          <section key={kind} className="knobs" aria-label={words.kinds[kind]}>
            <h3>{words.kinds[kind]}</h3>
            {some.map(each => (
              <KnobRow key={each.id} knob={each} inForce={inForce.get(each.id) ?? each.value} onTurn={onTurn} />
            ))}
          </section>
        )
      })}
    </Card>
  )
}

function KnobRow({
  knob,
  inForce,
  onTurn,
}: {
  knob: Knob
  inForce: number
  onTurn: (id: string, value: number) => void
}) {
  const words = useWords(whatIfWords)
  const language = useLanguage()
  const id = useId()
  const { kind, title, value, min, max, step } = knob
  const named = (language === 'en' ? title.en : undefined) ?? title.zh
  const label =
    kind === 'bound'
      ? words.boundOf(named)
      : kind === 'cap'
        ? words.capOf(named)
        : kind === 'coefficient'
          ? (words.coupling[title.zh] ?? named)
          : kind === 'limit'
            ? (words.limit[title.zh] ?? named)
            : named
  const by = Math.round((value - inForce) * 1e6) / 1e6
  const turn = (text: string) => {
    const read = Number(text)
    if (text.trim() !== '' && Number.isFinite(read) && read >= min && read <= max) onTurn(knob.id, read)
  }
  return (
    <div className="knob">
      <label htmlFor={id}>{label}</label>
      <span className={by === 0 ? 'fine' : 'knob-by'}>
        {by === 0 ? words.unchanged : `${by > 0 ? '+' : '−'}${Math.abs(by)}`}
      </span>
      <span className="knob-value">
        <input
          className="control"
          inputMode="decimal"
          aria-label={label}
          key={value}
          defaultValue={value}
          onBlur={event => turn(event.target.value)}
          onKeyDown={event => event.key === 'Enter' && turn(event.currentTarget.value)}
        />
        {kind === 'cap' && <span className="second">%</span>}
      </span>
      <span className="knob-track">
        <input
          id={id}
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          onChange={event => onTurn(knob.id, Number(event.target.value))}
        />
        <span className="knob-mark" style={{ left: `${((inForce - min) / (max - min)) * 100}%` }} aria-hidden="true" />
      </span>
    </div>
  )
}
