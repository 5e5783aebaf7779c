import type { Duty } from '@jiannuo/contract/pledge/duty.ts'
import type { FollowableFact, Remark } from '@jiannuo/contract/pledge/pledge.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Button } from '../../../ui/action/button.tsx'
import { RadioSegments, SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { NumberField } from '../../../ui/form/number-field.tsx'
import { DayField, TextArea, TextField } from '../../../ui/form/text-field.tsx'
import { paperWords } from '../paper/words.ts'
import { FollowFields } from './follow-fields.tsx'
import { isNumber, type TypedItem } from './use-draft.ts'
import { editorWords } from './words.ts'

interface ItemFormProps {
  item: TypedItem
  duties: readonly Duty[]
  facts: readonly FollowableFact[]
  remarks: readonly Remark[]
  sum: number
  year: number
  onChange: (item: TypedItem) => void
  onRemove: () => void
}

/** Which field a remark is about. */
const DUE = ['no-due-date', 'due-outside-year']
const TARGET = 'followed-without-target'
const NOT_WHAT = [...DUE, TARGET, 'zero-weight', 'weights-not-100']

/** The one open item. Errors stand at their field in the words of the check. */
export function ItemForm({ item, duties, facts, remarks, sum, year, onChange, onRemove }: ItemFormProps) {
  const words = useWords(editorWords)
  const paper = useWords(paperWords)
  const language = useLanguage()
  const followed = facts.find(each => each.id === item.fact?.id && each.of === item.fact.of)
  const set = (part: Partial<TypedItem>) => onChange({ ...item, ...part })
  const error = (fits: (code: string) => boolean) => {
    const found = remarks.find(r => r.severity === 'must' && fits(r.code))
    return found && `${words.must}${language === 'zh' ? '：' : ': '}${found[language]}`
  }
  return (
    <div className="pledge-item-form">
      <div className="wide-on-phone">
        <FieldRow>
          <RadioSegments
            label={words.kind}
            options={(['party', 'business'] as const).map(value => ({ value, label: paper.kinds[value] }))}
            value={item.kind}
            onChange={kind => set({ kind })}
          />
          <SelectField
            label={words.duty}
            options={[
              { value: 'none', label: words.noDuty },
              ...duties.map(d => ({
                value: d.id,
                label: `${d.orientation[language]}${language === 'zh' ? '：' : ': '}${d.title[language]}`,
              })),
            ]}
            value={item.dutyId ?? 'none'}
            onChange={id => set({ dutyId: id === 'none' ? null : id })}
          />
        </FieldRow>
      </div>
      <TextArea
        label={words.what}
        rows={2}
        maxLength={200}
        value={item.title}
        error={error(code => !NOT_WHAT.includes(code))}
        onChange={title => set({ title: title.replaceAll('\n', '') })}
      />
      <FieldRow>
        <TextField
          label={words.target}
          inputMode="decimal"
          placeholder={words.targetHint}
          value={item.target}
          error={item.target !== '' && !isNumber(item.target) ? words.targetWrong : error(code => code === TARGET)}
          onChange={target => set({ target })}
        />
        <TextField
          label={words.unit}
          readOnly={Boolean(followed?.unit)}
          placeholder={words.unitHint}
          maxLength={20}
          value={item.unit}
          onChange={unit => set({ unit })}
        />
        <DayField
          label={words.dueOn}
          width="full"
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          value={item.dueOn}
          error={error(code => DUE.includes(code))}
          onChange={dueOn => set({ dueOn })}
        />
      </FieldRow>
      <div className="wide-on-phone">
        <FieldRow>
          <TextArea
            label={words.how}
            rows={2}
            maxLength={600}
            value={item.measures}
            hint={words.howHint}
            onChange={measures => set({ measures })}
          />
          <NumberField
            label={words.weight}
            value={item.weight}
            hint={words.total(sum)}
            error={error(code => code === 'zero-weight')}
            onChange={weight => set({ weight: Math.min(100, Math.max(0, weight ?? 0)) })}
          />
        </FieldRow>
      </div>
      <FollowFields item={item} facts={facts} year={year} onChange={onChange} />
      <div>
        <Button kind="text" small icon="close" onClick={onRemove}>
          {words.remove}
        </Button>
      </div>
    </div>
  )
}
