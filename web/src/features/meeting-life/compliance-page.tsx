import { listCompliance, readCompliance, type UnitCompliance } from '@jiannuo/contract/meeting-life/meeting.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '../../app/location.ts'
import { query } from '../../app/server/query.ts'
import { useToday } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayWithYear } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { ButtonLink } from '../../ui/action/button.tsx'
import { DayField } from '../../ui/form/text-field.tsx'
import { Go } from '../../ui/go.tsx'
import { Card, Rows } from '../../ui/page/card.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Light } from '../../ui/signal/light.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { RuleRow } from './rule-row.tsx'
import { meetingWords } from './words.ts'

const PAGE = 100

/** How every organisation below stands against the rules, as of any day: /meetings/compliance */
export function CompliancePage() {
  const words = useWords(meetingWords)
  const language = useLanguage()
  const today = useToday()
  const [on, setOn] = useState(today)
  const [shown, setShown] = useState(PAGE)
  const { data } = useSuspenseQuery(query(listCompliance, { query: on === today || !on ? {} : { on } }))
  const columns: Column<UnitCompliance>[] = [
    {
      key: 'unit',
      head: words.unit,
      phone: 'name',
      cell: unit => <Go to={`/meetings/rules/${unit.unitId}`}>{unit.unitName}</Go>,
    },
    {
      key: 'state',
      head: words.stateHead,
      phone: 'light',
      cell: unit => (
        <Light colour={unit.missed > 0 ? 'red' : 'green'}>
          {unit.missed > 0 ? words.lacking(unit.missed) : words.fine}
        </Light>
      ),
    },
    { key: 'first', head: words.firstHead, phone: 'below', cell: unit => unit.first?.[language] ?? '–' },
    {
      key: 'counts',
      head: words.counts,
      phone: 'note',
      cell: unit => words.keptOf(unit.kept, unit.running, unit.missed),
    },
  ]
  return (
    <Page
      title={words.complianceTitle(data.units.length, data.units.filter(unit => unit.missed > 0).length)}
      kicker={`${words.kicker} · ${words.asOf(dayWithYear(data.on))}`}
      actions={
        <>
          <DayField label={words.onDay} value={on} max={today} onChange={setOn} />
          <ButtonLink to="/meetings/requirements">{words.requirements}</ButtonLink>
        </>
      }
    >
      <DataTable
        caption={words.complianceCaption}
        columns={columns}
        rows={data.units.slice(0, shown)}
        rowKey={unit => unit.unitId}
        more={
          shown < data.units.length
            ? { load: () => setShown(shown + PAGE), busy: false, left: data.units.length - shown }
            : undefined
        }
      />
    </Page>
  )
}

/** Every rule and period of one organisation with its reason and clause: /meetings/rules/$unitId */
export function UnitRulesPage() {
  const words = useWords(meetingWords)
  const { data } = useSuspenseQuery(query(readCompliance, { params: { unitId: useParam('unitId') } }))
  const missed = data.items.filter(item => item.state === 'missed').length
  const running = data.items.filter(item => item.state === 'running').length
  return (
    <Page title={words.listTitle(missed, running)} kicker={`${data.unitName} · ${words.asOf(dayWithYear(data.on))}`}>
      <Card title={words.allRules} flush>
        <Rows>
          {data.items.map(item => (
            <RuleRow key={`${item.ruleId} ${item.period}`} item={item} />
          ))}
        </Rows>
      </Card>
    </Page>
  )
}
