import { HEADED_KINDS, readChildren, type TreeUnit, type UnitKind } from '@jiannuo/contract/organization/unit.ts'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { troubleOf } from '../../../app/server/problem.ts'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { InlineAlert } from '../../../ui/state/inline-alert.tsx'
import { kitWords } from '../../../ui/words.ts'
import { names } from '../names.ts'
import { organizationWords } from '../words.ts'
import { foldKinds } from './fold-kinds.ts'
import { step } from './step.ts'
import '../organization.css'

interface TreeProps {
  label: string
  units: readonly TreeUnit[]
  /** Left out: today. */
  on?: string | undefined
  /** Units open from the start: the way down to the one that matters to the visitor. */
  way?: ReadonlySet<string>
}

/** What every branch of one tree shares: the day, the way open from the start, and which item Tab reaches. */
interface Shared {
  on: string | undefined
  way: ReadonlySet<string>
  active: string
}

const NO_WAY: ReadonlySet<string> = new Set()

/** Organisations below each other; each level is fetched when it is opened. One stop for Tab, walked by the arrow keys. */
export function Tree({ label, units, on, way = NO_WAY }: TreeProps) {
  const [active, setActive] = useState(units[0]?.id ?? '')
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (step(event.currentTarget, event.target as HTMLElement, event.key)) event.preventDefault()
  }
  return (
    <div
      role="tree"
      aria-label={label}
      className="organization-tree"
      onKeyDown={walk}
      onFocus={({ target }) => setActive(target.closest<HTMLElement>('[role=treeitem]')?.dataset.key ?? active)}
    >
      <Level units={units} at={1} shared={{ on, way, active }} />
    </div>
  )
}

/** The organisations below one; `at` is how deep they stand. */
function Level({ units, at, shared }: { units: readonly TreeUnit[]; at: number; shared: Shared }) {
  const words = useWords(organizationWords)
  const kinds = useWords(names).unit
  return foldKinds(units, shared.way).map((item, i, all) => {
    const place = { level: at, position: i + 1, of: all.length }
    return 'unit' in item ? (
      <Unit key={item.unit.id} unit={item.unit} place={place} shared={shared} />
    ) : (
      <Item
        key={item.kind}
        place={place}
        id={`${item.units[0]?.upperId}${item.kind}`}
        shared={shared}
        row={<span className="organization-name">{words.folded(kinds[item.kind], item.units.length)}</span>}
        below={() =>
          item.units.map((unit, i) => (
            <Unit
              key={unit.id}
              unit={unit}
              place={{ level: at + 1, position: i + 1, of: item.units.length }}
              shared={shared}
            />
          ))
        }
      />
    )
  })
}

function Unit({ unit, place, shared }: { unit: TreeUnit; place: Place; shared: Shared }) {
  const words = useWords(organizationWords)
  const kinds = useWords(names).unit
  const { on, way } = shared
  const headed = HEADED_KINDS.some((kind: UnitKind) => kind === unit.kind)
  return (
    <Item
      id={unit.id}
      place={place}
      shared={shared}
      open={way.has(unit.id)}
      row={
        <>
          <span className="organization-name">
            <Go to={on ? `/organisation/${unit.id}?on=${on}` : `/organisation/${unit.id}`} tabIndex={-1}>
              {unit.name}
            </Go>{' '}
            <span className="fine">{kinds[unit.kind]}</span>
          </span>
          <span className="second">{unit.secretary ?? (headed && words.noSecretary)}</span>
          {unit.members !== null && unit.members > 0 && <span className="second">{words.people(unit.members)}</span>}
        </>
      }
      below={unit.lower > 0 ? () => <Children unitId={unit.id} at={place.level + 1} shared={shared} /> : undefined}
    />
  )
}

interface Place {
  level: number
  position: number
  of: number
}
interface ItemProps {
  id: string
  place: Place
  shared: Shared
  row: ReactNode
  open?: boolean
  below: (() => ReactNode) | undefined
}

/** One line of the tree and, when open, what stands below it. */
function Item({ id, place, shared, row, open: openFirst = false, below }: ItemProps) {
  const [open, setOpen] = useState(openFirst)
  return (
    <>
      <div
        role="treeitem"
        className="organization-node"
        data-key={id}
        tabIndex={shared.active === id ? 0 : -1}
        aria-level={place.level}
        aria-posinset={place.position}
        aria-setsize={place.of}
        aria-expanded={below ? open : undefined}
      >
        <span
          className="organization-fold"
          data-fold
          aria-hidden
          onClick={event => {
            setOpen(!open)
            event.currentTarget.closest<HTMLElement>('[role=treeitem]')?.focus()
          }}
        >
          {below && <Icon name={open ? 'down' : 'next'} />}
        </span>
        {row}
      </div>
      {open && below && <div className="organization-below">{below()}</div>}
    </>
  )
}

function Children({ unitId, at, shared }: { unitId: string; at: number; shared: Shared }) {
  const { data, error, refetch } = useQuery(
    query(readChildren, { params: { unitId }, query: shared.on ? { on: shared.on } : {} }),
  )
  const words = useWords(kitWords)
  if (data) return <Level units={data.units} at={at} shared={shared} />
  return (
    <div className="second organization-wait">
      {error ? (
        <InlineAlert
          tone="danger"
          title={troubleOf(error).detail}
          actions={
            <Button small onClick={() => void refetch()}>
              {words.retry}
            </Button>
          }
        />
      ) : (
        words.loading
      )}
    </div>
  )
}
