import type { AssessedUnit, AssessmentPage } from '@jiannuo/contract/appraisal/assessment.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { number } from '../../../../i18n/format.ts'
import { Button } from '../../../../ui/action/button.tsx'
import { SelectField } from '../../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../../ui/form/field.tsx'
import { TextArea } from '../../../../ui/form/text-field.tsx'
import { Row } from '../../../../ui/page/card.tsx'
import { useBoth } from '../../both.ts'
import { useStanding } from '../standing.ts'
import { unitWords } from '../words.ts'
import { courseWords } from './words.ts'

export interface Choice {
  grade: string
  stars: string
  reason: string
}
const only = (open: readonly (string | number)[]) => (open.length === 1 ? String(open[0]) : '')
/** What was decided before; of a tie nothing, so that nobody takes the provisional fall for a decision. */
export const initialOf = (row: AssessedUnit): Choice => ({
  grade: row.grade ?? only(row.free.grades),
  stars: row.stars === null ? only(row.free.stars) : String(row.stars),
  reason: row.reason ?? '',
})

/** One unit to decide on its own: grade, stars, and a reason where they are other than proposed. */
export function UnitRow({
  row,
  data,
  choice,
  error,
  onChange,
  onRemove,
}: {
  row: AssessedUnit
  data: AssessmentPage
  choice: Choice
  error: (name: 'grade' | 'stars' | 'reason') => string | undefined
  onChange: (choice: Choice) => void
  onRemove?: (() => void) | undefined
}) {
  const words = useWords(courseWords)
  const common = useWords(unitWords)
  const both = useBoth()
  const standing = useStanding(data.grades)
  const departs =
    (choice.grade !== '' && !row.free.grades.includes(choice.grade)) ||
    (choice.stars !== '' && !row.free.stars.some(each => String(each) === choice.stars))
  const proposed = standing({ grade: row.proposed, stars: row.proposedStars })
  return (
    <Row
      title={row.name}
      note={[
        row.organ === row.name ? '' : row.organ,
        row.total === null ? '' : common.points(number(row.total, 2)),
        proposed && words.proposed(proposed),
      ]
        .filter(Boolean)
        .join(' · ')}
      action={
        onRemove && (
          <Button kind="text" onClick={onRemove}>
            {words.remove}
          </Button>
        )
      }
    >
      <div className="form card-body">
        <FieldRow>
          {data.grades.length > 0 && (
            <SelectField
              label={words.grade}
              width="short"
              options={data.grades.map(each => ({ value: each.id, label: both(each.title) }))}
              value={choice.grade}
              onChange={grade => onChange({ ...choice, grade })}
              error={error('grade')}
            />
          )}
          {data.starLevels.length > 0 && (
            <SelectField
              label={words.stars}
              width="short"
              options={data.starLevels.map(each => ({ value: String(each), label: common.stars(each) }))}
              value={choice.stars}
              onChange={stars => onChange({ ...choice, stars })}
              error={error('stars')}
            />
          )}
        </FieldRow>
        {(departs || onRemove) && (
          <TextArea
            label={words.reason}
            rows={2}
            limit={500}
            value={choice.reason}
            onChange={reason => onChange({ ...choice, reason })}
            error={error('reason')}
          />
        )}
      </div>
    </Row>
  )
}
