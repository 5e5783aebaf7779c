import type { Standing } from '@jiannuo/contract/appraisal/assessment.ts'
import type { Named } from '@jiannuo/contract/appraisal/round.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { listed } from '../../../i18n/punctuation.ts'
import { useNamed } from '../both.ts'
import { unitWords } from './words.ts'

/** Grade and stars in words, whichever of them a scheme has. */
export function useStanding(grades: readonly Named[]): (of: Pick<Standing, 'grade' | 'stars'>) => string {
  const words = useWords(unitWords)
  const named = useNamed(grades)
  return ({ grade, stars }) =>
    listed([...(grade === null ? [] : [named(grade)]), ...(stars === null ? [] : [words.stars(stars)])])
}

/** Names what a unit lacks to be scored: an indicator, also where a source of its panel is too small (`indicator/source`), or all of them. */
export function useLacking(nodes: Parameters<typeof useNamed>[0]): (code: string) => string {
  const named = useNamed(nodes)
  const words = useWords(unitWords)
  return code => (code === 'everything' ? words.everything : named(code.split('/')[0] ?? code))
}
