import type { FulfilmentItem } from '@jiannuo/contract/pledge/fulfilment.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { fulfilmentWords } from './words.ts'

/** Full-width digits and thousands separators as people type them. */
export const toAchieved = (text: string) => text.normalize('NFKC').replaceAll(/[,\s]/g, '')
export const isAchieved = (text: string) => /^\d{1,12}(\.\d{1,4})?$/.test(toAchieved(text))

/** What the figure is measured against, said under its field. */
export function useGoalHint(): (item: Pick<FulfilmentItem, 'goal' | 'target' | 'unit'>) => string {
  const words = useWords(fulfilmentWords)
  return ({ goal, target, unit }) => {
    if (goal === 'percent' || target === null) return words.achievedPercent
    return (goal === 'bound' ? words.achievedMost : words.achievedOf)(String(Number(target)), unit)
  }
}
