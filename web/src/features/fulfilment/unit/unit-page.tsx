import { type Light as Colour, confirmMidYear, LIGHTS } from '@jiannuo/contract/pledge/fulfilment.ts'
import {
  type FulfilmentRow,
  type LightCounts,
  readUnitFulfilment,
} from '@jiannuo/contract/pledge/fulfilment-overview.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParam } from '../../../app/location.ts'
import { query, useCommand, useList } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { deadline } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { labelled } from '../../../i18n/punctuation.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { FilterChips } from '../../../ui/table/filter-chips.tsx'
import { Verdict } from '../item-bar.tsx'
import { unitWords } from './unit-words.ts'
import { useUnitParam } from './use-unit-param.ts'

const CHIPS: readonly (Colour | 'all')[] = ['all', ...LIGHTS]

/** 党员践诺 /unit-fulfilment: lights of a unit, the lagging first with the reason, mid-year checks confirmed together. */
export function UnitFulfilmentPage() {
  const words = useWords(unitWords)
  const unitId = useUnitParam()
  const [light, setLight] = useSearchParam('light', CHIPS)
  const sent = { query: { ...(unitId && { unitId }), ...(light && light !== 'all' && { light }) } }
  const { data: head } = useSuspenseQuery({
    ...query(readUnitFulfilment, { query: { ...sent.query, limit: 1 } }),
    staleTime: 0,
  })
  const { items, more } = useList(readUnitFulfilment, sent)
  const { counts } = head
  const all = LIGHTS.reduce((sum, l) => sum + counts[l], 0)
  const lagging = items.filter(i => i.light === 'red' || i.light === 'yellow' || i.light === 'none')
  return (
    <Page
      title={all === 0 ? words.nobody : words.lagging(counts.red + counts.yellow, all)}
      kicker={unitId ? <Go to="/unit-fulfilment">{words.back}</Go> : head.unitName}
      note={
        head.midYear?.open && head.midYear.notChecked > 0
          ? words.notChecked(head.midYear.notChecked, deadline(head.midYear.lastDay))
          : undefined
      }
      actions={head.mayDraw && <ButtonLink to="/unit-fulfilment/draws">{words.draws}</ButtonLink>}
    >
      <ConfirmAll rows={items} />
      {all === 0 ? (
        <Card>
          <Empty title={words.nobody}>{words.nobodyNote}</Empty>
        </Card>
      ) : (
        <>
          {head.units.length > 0 && <Units units={head.units} />}
          <FilterChips
            label={words.light}
            value={light ?? 'all'}
            onChange={value => setLight(value === 'all' ? null : value)}
            chips={CHIPS.filter(c => c === 'all' || counts[c] > 0).map(c => ({
              value: c,
              label: c === 'all' ? words.all : words.lights[c],
              count: c === 'all' ? all : counts[c],
            }))}
          />
          <Card flush>
            <People
              groups={[
                { title: words.first(lagging.length), rows: lagging },
                { ...(lagging.length > 0 && { title: words.rest }), rows: items.filter(i => !lagging.includes(i)) },
              ]}
              more={more}
            />
          </Card>
        </>
      )}
    </Page>
  )
}

function ConfirmAll({ rows }: { rows: readonly FulfilmentRow[] }) {
  const words = useWords(unitWords)
  const [done, setDone] = useState(0)
  const confirm = useCommand(confirmMidYear, { onDone: reply => setDone(reply.confirmed.length) })
  const ids = rows
    .filter(r => r.mayConfirm)
    .map(r => r.pledgeId)
    .slice(0, 200)
  return (
    <>
      {done > 0 && <InlineAlert tone="ok" title={words.confirmed(done)} />}
      <ProblemAlert problem={confirm.problem} />
      {ids.length > 0 && (
        <div className="stack">
          <Button kind="primary" busy={confirm.busy} onClick={() => confirm.run({ body: { pledgeIds: ids } })}>
            {words.confirm(ids.length)}
          </Button>
        </div>
      )}
    </>
  )
}

function Counts({ counts }: { counts: LightCounts }) {
  const words = useWords(unitWords)
  return (
    <div className="fulfilment-counts">
      {LIGHTS.filter(l => counts[l] > 0).map(l => (
        <span key={l}>
          <Verdict light={l}>{words.lights[l]}</Verdict> <strong>{counts[l]}</strong>
        </span>
      ))}
    </div>
  )
}

function Units({ units }: { units: readonly (LightCounts & { unitId: string; unitName: string })[] }) {
  const words = useWords(unitWords)
  return (
    <Card title={words.by} flush>
      <Rows>
        {units.slice(0, 120).map(u => (
          <Row
            key={u.unitId}
            title={<Go to={`/unit-fulfilment?unit=${u.unitId}`}>{u.unitName}</Go>}
            state={<Counts counts={u} />}
          />
        ))}
      </Rows>
    </Card>
  )
}

function People({
  groups,
  more,
}: {
  groups: readonly { title?: string; rows: readonly FulfilmentRow[] }[]
  more: Parameters<typeof DataTable<FulfilmentRow>>[0]['more']
}) {
  const words = useWords(unitWords)
  const language = useLanguage()
  const rows = groups.flatMap(group => group.rows)
  const oneUnit = rows.every(r => r.unitName === rows[0]?.unitName)
  return (
    <DataTable<FulfilmentRow>
      caption={words.light}
      groups={groups}
      rowKey={r => r.pledgeId}
      more={more}
      columns={[
        {
          key: 'name',
          head: words.name,
          cell: r => <Go to={`/fulfilment/pledges/${r.pledgeId}`}>{r.personName}</Go>,
          noWrap: true,
          phone: 'name',
        },
        ...(oneUnit
          ? []
          : [{ key: 'unit', head: words.unit, cell: (r: FulfilmentRow) => r.unitName, phone: 'note' as const }]),
        {
          key: 'light',
          head: words.light,
          cell: r => <Verdict light={r.light}>{words.lights[r.light]}</Verdict>,
          noWrap: true,
          phone: 'light',
        },
        {
          key: 'reason',
          head: words.reason,
          cell: r =>
            r.worst &&
            labelled(
              r.worst.title,
              `${r.worst.reason[language]}${r.worst.others > 0 ? words.others(r.worst.others) : ''}`,
            ),
          phone: 'below',
        },
        {
          key: 'done',
          head: words.done,
          cell: r => `${r.done} / ${r.items}`,
          numeric: true,
          noWrap: true,
          phone: 'hidden',
        },
        { key: 'midYear', head: words.midYear, cell: r => words.checks[r.midYear], noWrap: true, phone: 'reason' },
      ]}
    />
  )
}
