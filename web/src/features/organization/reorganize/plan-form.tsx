import { listMembers } from '@jiannuo/contract/membership/member.ts'
import { NEW_KINDS, type Plan } from '@jiannuo/contract/organization/change.ts'
import type { UnitKind, UnitRef } from '@jiannuo/contract/organization/unit.ts'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { CheckField, SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldError } from '../../../ui/form/field.tsx'
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
  /** Chosen members with their names, since a search shows only what it found last. */
  members: { id: string; name: string }[]
  formedInId: string
  effectiveOn: string
}

const takesMembers = (kind: UnitKind) => kind === 'branch' || kind === 'jointBranch'

/** The plan a draft stands for; the server says what is missing. */
export function planOf(d: Draft): Plan {
  const { effectiveOn, name, unitId, otherId } = d
  const memberIds = d.members.map(m => m.id)
  switch (d.kind) {
    case 'setUp':
      return {
        kind: 'setUp',
        name,
        unitKind: d.unitKind,
        upperId: otherId,
        memberIds: takesMembers(d.unitKind) ? memberIds : [],
        effectiveOn,
        ...(d.purpose ? { purpose: d.purpose } : {}),
        ...(d.formedInId && takesMembers(d.unitKind) ? { formedInId: d.formedInId } : {}),
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
      <SelectField
        label={words.what}
        options={options}
        value={kind}
        onChange={value => onChange({ kind: value, otherId: value === 'setUp' ? (known?.id ?? '') : '' })}
      />
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
          error={fields['/unitId'] ?? fields['/intoId']}
          chosen={known}
          onChange={unitId => onChange({ unitId, members: [] })}
        />
      )}
      {kind === 'merge' && <MergedUnits draft={draft} error={fields['/unitIds']} onChange={onChange} />}
      {(kind === 'setUp' || kind === 'move' || kind === 'dissolve') && (
        <UnitSelect
          label={{ setUp: words.upper, move: words.newUpper, dissolve: words.membersTo }[kind]}
          purpose={kind === 'dissolve' && known && takesMembers(known.kind) ? 'members' : undefined}
          value={draft.otherId}
          error={fields['/upperId'] ?? fields['/membersToId']}
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
      {kind === 'setUp' && takesMembers(draft.unitKind) && (
        <>
          <UnitSelect
            label={words.formedIn}
            purpose="formation"
            hint={words.formedInHint}
            optional
            value={draft.formedInId}
            error={fields['/formedInId']}
            onChange={formedInId => onChange({ formedInId })}
          />
          <Members draft={draft} onChange={onChange} />
        </>
      )}
      {kind === 'split' && draft.unitId && <Members draft={draft} error={fields['/memberIds']} onChange={onChange} />}
      <DayField
        label={words.on}
        value={draft.effectiveOn}
        error={fields['/effectiveOn']}
        onChange={effectiveOn => onChange({ effectiveOn })}
      />
    </>
  )
}

type PartProps = Pick<PlanFormProps, 'draft' | 'onChange'> & { error?: string | undefined }

function MergedUnits({ draft, error, onChange }: PartProps) {
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
      error={at === 0 ? error : undefined}
      value={id}
      onChange={chosen => set(at, chosen)}
    />
  ))
}

/** Who moves over: of a branch that is split its members to tick; for one set up whoever is found, by name, and stays ticked. */
function Members({ draft, error, onChange }: PartProps) {
  const words = useWords(reorganizeWords)
  const id = useId()
  const [q, setQ] = useState('')
  const split = draft.kind === 'split'
  const from = split ? { unitId: draft.unitId, below: 'false' as const } : { q: q.trim() }
  const { data } = useQuery({
    ...query(listMembers, { query: { ...from, limit: split ? 200 : 20 } }),
    enabled: split || q.trim() !== '',
  })
  const chosen = new Set(draft.members.map(m => m.id))
  const found = (data?.items ?? []).map(m => ({ id: m.id, name: split ? m.name : `${m.name}（${m.unit.name}）` }))
  const shown = split ? found : [...draft.members, ...found.filter(m => !chosen.has(m.id))]
  const toggle = (member: { id: string; name: string }, on: boolean) =>
    onChange({ members: on ? [...draft.members, member] : draft.members.filter(m => m.id !== member.id) })
  return (
    <fieldset className="field full" aria-describedby={error && id}>
      <legend className="field-label">
        {words.members}（{draft.members.length}）
      </legend>
      {error && <FieldError id={id}>{error}</FieldError>}
      {split ? (
        <div className="second field-hint">{words.membersHint}</div>
      ) : (
        <TextField label={words.membersFind} hint={words.membersFindHint} type="search" value={q} onChange={setQ} />
      )}
      <div className="organization-picks">
        {shown.map(m => (
          <CheckField key={m.id} label={m.name} checked={chosen.has(m.id)} onChange={on => toggle(m, on)} />
        ))}
      </div>
    </fieldset>
  )
}
