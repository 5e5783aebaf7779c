import { search } from '@jiannuo/contract/membership/member.ts'
import type { Recipients } from '@jiannuo/contract/supervision/task-list.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { CheckField, RadioSegments } from '../../../ui/form/choice-field.tsx'
import { FieldError } from '../../../ui/form/field.tsx'
import { SearchSelect } from '../../../ui/form/search-select.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { supervisionWords } from '../words.ts'
import { BELOW, type Kinds } from './may-issue.ts'

export interface Choice {
  by: 'own' | 'kinds' | 'units'
  kinds: Kinds
  units: { id: string; name: string }[]
}
export const toRecipients = ({ by, kinds, units }: Choice, ownId: string): Recipients =>
  by === 'kinds'
    ? { by, unitKinds: kinds }
    : { by: 'units', unitIds: by === 'own' ? [ownId] : units.map(unit => unit.id) }

interface RecipientFieldsProps {
  choice: Choice
  error: string | undefined
  onChange: (choice: Choice) => void
}

/** 派给谁: one’s own unit, all of some kinds below it, or units found by name. */
export function RecipientFields({ choice, error, onChange }: RecipientFieldsProps) {
  const words = useWords(supervisionWords)
  const { current } = useSession()
  const below = BELOW[current.role] ?? []
  const [q, setQ] = useState('')
  const found = useQuery({
    ...query(search, { query: { q, limit: 20 } }),
    enabled: q.trim() !== '',
    placeholderData: old => old,
  })
  const options = (found.data?.units ?? []).map(unit => ({
    value: unit.id,
    label: unit.upperName ? `${unit.name}（${unit.upperName}）` : unit.name,
  }))
  const add = (id: string) => {
    const name = options.find(option => option.value === id)?.label
    if (name && !choice.units.some(unit => unit.id === id))
      onChange({ ...choice, units: [...choice.units, { id, name }] })
  }
  return (
    <Card>
      <div className="form">
        {below.length > 0 && (
          <RadioSegments
            label={words.to}
            options={[
              { value: 'own', label: words.toOwn },
              { value: 'kinds', label: words.toKinds },
              { value: 'units', label: words.toUnits },
            ]}
            value={choice.by}
            onChange={by => onChange({ ...choice, by })}
          />
        )}
        {below.length === 0 && <p>{words.toWhom(current.unitName)}</p>}
        {below.length > 0 && choice.by === 'kinds' && (
          <fieldset className="field full">
            <legend className="second">{words.toKindsHint}</legend>
            <div className="task-kinds">
              {below.map(kind => (
                <CheckField
                  key={kind}
                  label={words.units[kind]}
                  checked={choice.kinds.includes(kind)}
                  onChange={on =>
                    onChange({ ...choice, kinds: on ? [...choice.kinds, kind] : choice.kinds.filter(k => k !== kind) })
                  }
                />
              ))}
            </div>
          </fieldset>
        )}
        {choice.by === 'units' && (
          <>
            <SearchSelect
              label={words.addUnit}
              options={options}
              onSearch={setQ}
              busy={found.isFetching}
              value=""
              onChange={add}
            />
            <ul className="task-kinds">
              {choice.units.map(unit => (
                <li key={unit.id}>
                  <Button
                    small
                    icon="close"
                    label={words.removeUnit(unit.name)}
                    onClick={() => onChange({ ...choice, units: choice.units.filter(other => other.id !== unit.id) })}
                  >
                    {unit.name}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        {error && <FieldError id="recipients-error">{error}</FieldError>}
      </div>
    </Card>
  )
}
