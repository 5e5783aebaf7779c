import type { Choice } from '../column-spec.ts'
import { fold } from './clean-text.ts'
import { type Fault, fault } from './fault.ts'

/** Spellings remembered per column, so that a file full of different words does not fill the memory. */
const REMEMBERED = 500

/** Reads one of a fixed set by value, label or alias, whatever width, spacing, case and 繁简 it is written in. */
export function choiceReader(choices: readonly Choice[]): (text: string) => string | Fault {
  const byLabel = new Map(
    choices.flatMap(c => [c.value, c.zh, c.en, ...c.aliases].map(label => [fold(label), c.value])),
  )
  const seen = new Map<string, string>()
  const accepted = { zh: choices.map(c => c.zh).join('、'), en: choices.map(c => c.en).join(', ') }
  const unknown = fault('不在可选范围内', 'is not one of the accepted values', accepted)
  return text => {
    const known = seen.get(text)
    if (known !== undefined) return known
    const value = byLabel.get(fold(text))
    if (value === undefined) return unknown
    if (seen.size < REMEMBERED) seen.set(text, value)
    return value
  }
}
