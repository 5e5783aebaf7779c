import { divideZones, readZones, type Zoning } from '@jiannuo/contract/organization/zone.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { day as dayOf } from '../../../i18n/format.ts'
import { listed } from '../../../i18n/punctuation.ts'
import { Button } from '../../../ui/action/button.tsx'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { DayField, TextField } from '../../../ui/form/text-field.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { AsOf, useAsOf } from '../as-of.tsx'
import { zoneWords } from './words.ts'

const organsOf = ({ zones, free }: Zoning) => [...zones.flatMap(each => each.organs), ...free]

/** 协作区 /organisation/zones: which organs work and are compared together, as of any day. */
export function ZonesPage() {
  const words = useWords(zoneWords)
  const day = useAsOf()
  const { data } = useSuspenseQuery(query(readZones, { query: { on: day.given } }))
  const [open, setOpen] = useState(false)
  const names = (organs: readonly { name: string }[]) => listed(organs.map(each => each.name))
  return (
    <Page
      title={words.title(data.zones.length, data.zones.flatMap(each => each.organs).length)}
      note={words.note}
      actions={<AsOf day={day} />}
    >
      <Stack>
        {open && <DivideForm data={data} onDone={() => setOpen(false)} />}
        <Card
          title={data.from === null ? words.none : words.since(dayOf(data.from), data.document ?? '')}
          flush={data.zones.length > 0}
          extra={
            data.mayDivide && (
              <Button expanded={open} onClick={() => setOpen(!open)}>
                {words.divide}
              </Button>
            )
          }
        >
          {data.zones.length === 0 ? (
            <Empty title={words.none}>{words.noneNote}</Empty>
          ) : (
            <Rows>
              {data.zones.map(zone => (
                <Row
                  key={zone.name}
                  title={zone.name}
                  note={names(zone.organs)}
                  state={words.organs(zone.organs.length)}
                />
              ))}
              {data.free.length > 0 && (
                <Row title={words.free} note={names(data.free)} state={words.organs(data.free.length)} />
              )}
            </Rows>
          )}
        </Card>
        {data.history.length > 1 && (
          <Card title={words.history} flush>
            <Rows>
              {data.history.map(each => (
                <Row key={each.from} title={words.since(dayOf(each.from), each.document)} state={each.setBy} />
              ))}
            </Rows>
          </Card>
        )}
      </Stack>
    </Page>
  )
}

function DivideForm({ data, onDone }: { data: Zoning; onDone: () => void }) {
  const words = useWords(zoneWords)
  const [typed, setTyped] = useState(listed(data.zones.map(each => each.name)))
  const [zoneOf, setZoneOf] = useState<Record<string, string>>(
    Object.fromEntries(data.zones.flatMap(zone => zone.organs.map(each => [each.id, zone.name]))),
  )
  const [from, setFrom] = useState(useToday())
  const [document, setDocument] = useState('')
  const divide = useCommand(divideZones, { onDone })
  const fields = divide.problem?.fields ?? {}
  const names = [...new Set(typed.split(/[、,，;；\n]/).map(each => each.trim()))].filter(Boolean)
  const zones = names
    .map(name => ({ name, organIds: organsOf(data).flatMap(({ id }) => (zoneOf[id] === name ? [id] : [])) }))
    .filter(each => each.organIds.length > 0)
  return (
    <Card title={words.divide} note={words.divideNote}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void divide.run({ body: { from, document, zones } })
        }}
      >
        <ProblemAlert problem={divide.problem} />
        <FieldRow>
          <DayField label={words.from} value={from} onChange={setFrom} error={fields['/from']} />
          <TextField
            label={words.document}
            value={document}
            onChange={setDocument}
            maxLength={120}
            error={fields['/document']}
          />
        </FieldRow>
        <TextField label={words.names} hint={words.namesHint} value={typed} onChange={setTyped} />
        {names.length > 0 &&
          organsOf(data).map(({ id, name }) => (
            <SelectField
              key={id}
              label={name}
              width="medium"
              options={[{ value: '-', label: words.no }, ...names.map(each => ({ value: each, label: each }))]}
              value={names.includes(zoneOf[id] ?? '') ? (zoneOf[id] ?? '-') : '-'}
              onChange={zone => setZoneOf({ ...zoneOf, [id]: zone })}
            />
          ))}
        <div>
          <Button kind="primary" submit busy={divide.busy}>
            {words.save}
          </Button>
        </div>
      </form>
    </Card>
  )
}
