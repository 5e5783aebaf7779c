import type { FollowableFact, PledgeItem } from '@jiannuo/contract/pledge/pledge.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import type { TypedItem } from './use-draft.ts'
import { editorWords } from './words.ts'

interface FollowFieldsProps {
  item: TypedItem
  facts: readonly FollowableFact[]
  year: number
  onChange: (item: TypedItem) => void
}

const keyOf = (fact: Pick<FollowableFact, 'id' | 'of'>) => `${fact.of} ${fact.id}`

/** Who reports how far the item is: its author, or the records of a fact over a period, which then need not be entered again. */
export function FollowFields({ item, facts, year, onChange }: FollowFieldsProps) {
  const words = useWords(editorWords)
  const language = useLanguage()
  const { fact } = item
  const chosen = fact && facts.find(each => keyOf(each) === keyOf(fact))
  const follow = (key: string) => {
    const next = facts.find(each => keyOf(each) === key)
    if (!next) return onChange({ ...item, fact: null })
    const period = fact && next.periods.includes(fact.period) ? fact.period : next.periods[0]!
    onChange({ ...item, unit: next.unit ?? item.unit, fact: { id: next.id, of: next.of, period } })
  }
  return (
    <div className="wide-on-phone">
      <FieldRow>
        <SelectField
          label={words.reports}
          hint={chosen ? words.followHint(chosen.says[language]) : words.reportsHint}
          options={[
            { value: 'none', label: words.byAuthor },
            ...facts.map(each => ({ value: keyOf(each), label: each.title[language] })),
          ]}
          value={chosen ? keyOf(chosen) : 'none'}
          onChange={follow}
        />
        {fact && chosen && (
          <SelectField
            label={words.period}
            options={chosen.periods.map(value => ({ value, label: words.periods(year, value.slice(5)) }))}
            value={fact.period}
            onChange={period => onChange({ ...item, fact: { ...fact, period } })}
          />
        )}
      </FieldRow>
    </div>
  )
}

/** What a typed item moves with, as a reader of the pledge will see it. */
export function followedBy({ fact }: TypedItem, facts: readonly FollowableFact[]): PledgeItem['follows'] {
  return (fact && facts.find(each => keyOf(each) === keyOf(fact))?.title) ?? null
}
