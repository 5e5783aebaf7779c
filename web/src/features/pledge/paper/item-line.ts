import { day } from '../../../i18n/format.ts'
import type { PaperWords } from './words.ts'

interface Line {
  target: string | null
  unit: string
  dueOn: string | null
}

/** 「24 座，11月30日前」: what is to be reached and by when. */
export function itemLine({ target, unit, dueOn }: Line, words: PaperWords): string {
  const goal = target ? `${target}${unit ? ` ${unit}` : ''}` : words.noTarget
  return dueOn ? `${goal}${words.sep}${words.before(day(dueOn))}` : goal
}
