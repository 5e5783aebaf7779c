import { search } from '@jiannuo/contract/membership/member.ts'
import type { UnitRef } from '@jiannuo/contract/organization/unit.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { SearchSelect } from '../../ui/form/search-select.tsx'
import { organizationWords } from './words.ts'

interface UnitSelectProps {
  label: string
  value: string
  onChange: (id: string) => void
  /** Offers only what may hold members, or where an organisation may be formed. */
  purpose?: 'members' | 'formation' | undefined
  /** The one chosen already, so that its name shows before anything is typed. */
  chosen?: UnitRef | undefined
  hint?: string
  error?: string | undefined
  optional?: boolean
}

/** One organisation, found by name, pinyin or initials. */
export function UnitSelect({ label, value, onChange, purpose, chosen, hint, error, optional }: UnitSelectProps) {
  const words = useWords(organizationWords)
  const [q, setQ] = useState('')
  const found = useQuery({
    ...query(search, { query: { q, for: purpose, limit: 20 } }),
    enabled: q.trim() !== '',
    placeholderData: old => old,
  })
  const options = (found.data?.units ?? []).map(u => ({
    value: u.id,
    label: u.upperName ? `${u.name}（${u.upperName}）` : u.name,
  }))
  if (chosen && !options.some(o => o.value === chosen.id)) options.unshift({ value: chosen.id, label: chosen.name })
  return (
    <SearchSelect
      label={label}
      hint={hint}
      error={error}
      optional={optional ?? false}
      placeholder={words.pick}
      options={options}
      onSearch={setQ}
      busy={found.isFetching}
      value={value}
      onChange={onChange}
    />
  )
}
