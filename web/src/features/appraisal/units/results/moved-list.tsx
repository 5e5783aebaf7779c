import type { Moved, Standing } from '@jiannuo/contract/appraisal/assessment.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { number } from '../../../../i18n/format.ts'
import { listed } from '../../../../i18n/punctuation.ts'
import { unitWords } from '../words.ts'

/** So many are named; a ruling rarely moves more. */
const NAMED = 12

/** Who moved by a computation, each before and after. */
export function MovedList({
  moved,
  standing,
}: {
  moved: readonly Moved[]
  standing: (of: Pick<Standing, 'grade' | 'stars'>) => string
}) {
  const words = useWords(unitWords)
  const said = (of: Standing) => listed([of.total === null ? '–' : number(of.total, 2), standing(of)].filter(Boolean))
  return (
    <ul className="second card-body">
      {moved.slice(0, NAMED).map(each => (
        <li key={each.unitId}>{`${each.name}  ${said(each.before)} → ${said(each.after)}`}</li>
      ))}
      {moved.length > NAMED && <li>{words.andMore(moved.length - NAMED)}</li>}
    </ul>
  )
}
