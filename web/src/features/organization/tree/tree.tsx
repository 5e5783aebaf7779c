import { readChildren, type TreeUnit } from '@jiannuo/contract/organization/unit.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Go } from '../../../ui/go.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { names } from '../names.ts'
import { organizationWords } from '../words.ts'
import '../organization.css'

interface TreeProps {
  units: readonly TreeUnit[]
  /** Left out: today. */
  on?: string | undefined
  /** Levels open from the start. */
  depth?: number
}

/** Organisations below each other; each level is fetched when it is opened. */
export function Tree({ units, on, depth = 0 }: TreeProps) {
  return (
    <ul className="organization-tree">
      {units.map(unit => (
        <Node key={unit.id} unit={unit} on={on} depth={depth} />
      ))}
    </ul>
  )
}

function Node({ unit, on, depth }: { unit: TreeUnit; on?: string | undefined; depth: number }) {
  const words = useWords(organizationWords)
  const kinds = useWords(names).unit
  const [open, setOpen] = useState(depth > 0)
  const address = on ? `/organisation/${unit.id}?on=${on}` : `/organisation/${unit.id}`
  const headed = unit.kind !== 'businessUnit' && unit.kind !== 'section' && unit.kind !== 'cityCommittee'
  return (
    <li>
      <div className="organization-node">
        {unit.lower > 0 ? (
          <button
            type="button"
            className="organization-fold"
            aria-expanded={open}
            aria-label={open ? words.close(unit.name) : words.open(unit.name)}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'down' : 'next'} />
          </button>
        ) : (
          <span className="organization-fold" />
        )}
        <span className="organization-name">
          <Go to={address}>{unit.name}</Go> <span className="fine">{kinds[unit.kind]}</span>
        </span>
        {headed && <span className="second">{unit.secretary ?? words.noSecretary}</span>}
        {unit.members !== null && unit.members > 0 && <span className="second">{words.people(unit.members)}</span>}
      </div>
      {open && <Children unit={unit} on={on} depth={depth - 1} />}
    </li>
  )
}

function Children({ unit, on, depth }: { unit: TreeUnit; on?: string | undefined; depth: number }) {
  const { data } = useQuery(query(readChildren, { params: { unitId: unit.id }, query: on ? { on } : {} }))
  return data ? <Tree units={data.units} on={on} depth={depth} /> : null
}
