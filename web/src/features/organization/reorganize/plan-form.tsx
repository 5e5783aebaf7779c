import { listMembers } from '@jiannuo/contract/membership/member.ts'
import { NEW_KINDS, type Plan } from '@jiannuo/contract/organization/change.ts'
import type { UnitRef } from '@jiannuo/contract/organization/unit.ts'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { CheckField, SelectField } from '../../../ui/form/choice-field.tsx'
import { DayField, TextArea, TextField } from '../../../ui/form/text-field.tsx'
import { names } from '../names.ts'
import { UnitSelect } from '../unit-select.tsx'
import { reorganizeWords } from './words.ts'
import '../organization.css'

export type Kind = Plan['kind']
export const KINDS: readonly Kind[] = ['setUp', 'merge', 'split', 'dissolve', 'move', 'rename']

/** Everything the form may hold; which of it counts depends on the kind. */
export interface Draft {
  kind: Kind
  unitId: string
  otherId: string
  mergedIds: string[]
  name: string
  unitKind: (typeof NEW_KINDS)[number]
  purpose: string
  memberIds: string[]
  effectiveOn: string
}

/** The plan a draft stands for; the server says what is missing. */
export function planOf(d: Draft): Plan {
  const { effectiveOn, name, unitId, otherId, memberIds } = d
  switch (d.kind) {
    case 'setUp':
      return {
        kind: 'setUp',
        name,
        unitKind: d.unitKind,
        upperId: otherId,
        memberIds: [],
        effectiveOn,
        ...(d.purpose ? { purpose: d.purpose } : {}),
      }
    case 'merge':
      return { kind: 'merge', intoId: unitId, unitIds: d.mergedIds, effectiveOn, ...(name ? { name } : {}) }
    case 'split':
      return { kind: 'split', unitId, name, memberIds, effectiveOn }
    case 'dissolve':
      return { kind: 'dissolve', unitId, membersToId: otherId || null, effectiveOn }
    case 'move':
      return { kind: 'move', unitId, upperId: otherId, effectiveOn }
    case 'rename':
      return { kind: 'rename', unitId, name, effectiveOn }
  }
}

interface PlanFormProps {
  draft: Draft
  known: UnitRef | undefined
  fields: Record<string, string>
  onChange: (change: Partial<Draft>) => void
}

export function PlanForm({ draft, known, fields, onChange }: PlanFormProps) {
  const words = useWords(reorganizeWords)
  const { change: kinds, unit: unitKinds } = useWords(names)
  const { kind } = draft
  const options = KINDS.map(value => ({ value, label: kinds[value] }))
  return (
    <>
      <SelectField label={words.what} options={options} value={kind} onChange={value => onChange({ kind: value })} />
      {kind === 'setUp' && (
        <SelectField
          label={words.newKind}
          options={NEW_KINDS.map(value => ({ value, label: unitKinds[value] }))}
          value={draft.unitKind}
          onChange={unitKind => onChange({ unitKind })}
        />
      )}
      {kind !== 'setUp' && (
        <UnitSelect
          label={kind === 'merge' ? words.into : words.unit}
          value={draft.unitId}
          chosen={known}
          onChange={unitId => onChange({ unitId, memberIds: [] })}
        />
      )}
      {kind === 'merge' && <MergedUnits draft={draft} onChange={onChange} />}
      {(kind === 'setUp' || kind === 'move' || kind === 'dissolve') && (
        <UnitSelect
          label={{ setUp: words.upper, move: words.newUpper, dissolve: words.membersTo }[kind]}
          value={draft.otherId}
          optional={kind === 'dissolve'}
          chosen={kind === 'setUp' ? known : undefined}
          onChange={otherId => onChange({ otherId })}
        />
      )}
      {kind !== 'dissolve' && kind !== 'move' && (
        <TextField
          label={kind === 'merge' ? words.keepName : words.newName}
          {...(kind === 'merge' ? { hint: words.keepNameHint, optional: true } : {})}
          value={draft.name}
          error={fields['/name']}
          onChange={name => onChange({ name })}
        />
      )}
      {kind === 'setUp' && draft.unitKind === 'temporaryOrganization' && (
        <TextArea label={words.purpose} value={draft.purpose} limit={500} onChange={purpose => onChange({ purpose })} />
      )}
      {kind === 'split' && draft.unitId && <Members draft={draft} onChange={onChange} />}
      <DayField
        label={words.on}
        value={draft.effectiveOn}
        error={fields['/effectiveOn']}
        onChange={effectiveOn => onChange({ effectiveOn })}
      />
    </>
  )
}

function MergedUnits({ draft, onChange }: Pick<PlanFormProps, 'draft' | 'onChange'>) {
  const words = useWords(reorganizeWords)
  const slots = [...draft.mergedIds, '']
  const set = (at: number, id: string) =>
    onChange({ mergedIds: slots.map((old, i) => (i === at ? id : old)).filter(Boolean) })
  return slots.slice(0, 20).map((id, at) => (
    <UnitSelect
      // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place
      key={at}
      label={words.merged}
      optional={at > 0}
      value={id}
      onChange={chosen => set(at, chosen)}
    />
  ))
}

function Members({ draft, onChange }: Pick<PlanFormProps, 'draft' | 'onChange'>) {
  const words = useWords(reorganizeWords)
  const { data } = useQuery(query(listMembers, { query: { unitId: draft.unitId, below: 'false', limit: 200 } }))
  const toggle = (id: string, on: boolean) =>
    onChange({ memberIds: on ? [...draft.memberIds, id] : draft.memberIds.filter(m => m !== id) })
  return (
    <fieldset className="field full">
      <legend className="field-label">
        {words.members}（{draft.memberIds.length}）
      </legend>
      <div className="second field-hint">{words.membersHint}</div>
      <div className="organization-picks">
        {data?.items.map(m => (
          <CheckField
            key={m.id}
            label={m.name}
            checked={draft.memberIds.includes(m.id)}
            onChange={on => toggle(m.id, on)}
          />
        ))}
      </div>
    </fieldset>
  )
}
