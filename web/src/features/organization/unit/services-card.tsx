import { listMembers } from '@jiannuo/contract/membership/member.ts'
import { beginService, endService, listServices, type Service } from '@jiannuo/contract/membership/service.ts'
import type { readUnit } from '@jiannuo/contract/organization/unit.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithYear } from '../../../i18n/format.ts'
import { Button } from '../../../ui/action/button.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { SearchSelect } from '../../../ui/form/search-select.tsx'
import { DayField, TextField } from '../../../ui/form/text-field.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { organizationWords } from '../words.ts'
import '../organization.css'

type Unit = Reply<typeof readUnit>

/** Who serves in a temporary organisation, each with the branch that keeps the membership. */
export function ServicesCard({ unit, on }: { unit: Unit; on: string | undefined }) {
  const words = useWords(organizationWords)
  const sent = { params: { unitId: unit.id }, query: on ? { on } : {} }
  const { items, mayManage } = useSuspenseQuery(query(listServices, sent)).data
  const [open, setOpen] = useState<string | null>(null)
  const close = () => setOpen(null)
  const changes = mayManage && !on && unit.state !== 'dissolved'
  return (
    <Card
      title={words.serving}
      note={words.people(items.length)}
      extra={
        changes && (
          <Button small expanded={open === 'new'} onClick={() => setOpen(open === 'new' ? null : 'new')}>
            {words.beginService}
          </Button>
        )
      }
      flush
    >
      {open === 'new' && <Begin unit={unit} onDone={close} />}
      <Rows>
        {items.length === 0 && <Row title={words.nobodyServes} />}
        {items.map(each => (
          <Row
            key={each.id}
            title={each.name}
            note={[
              each.home?.name,
              words.since(dayWithYear(each.from)),
              each.until && words.until(dayWithYear(each.until)),
            ]
              .filter(Boolean)
              .join(' · ')}
            action={
              changes && !each.until ? (
                <Button small label={`${words.endService} ${each.name}`} onClick={() => setOpen(each.id)}>
                  {words.endService}
                </Button>
              ) : undefined
            }
          >
            {open === each.id && <End service={each} onDone={close} />}
          </Row>
        ))}
      </Rows>
      <p className="second card-body">{words.servingNote}</p>
    </Card>
  )
}

function Begin({ unit, onDone }: { unit: Unit; onDone: () => void }) {
  const words = useWords(organizationWords)
  const [memberId, setMember] = useState('')
  const [from, setFrom] = useState(useToday())
  const [until, setUntil] = useState('')
  const [sought, setSought] = useState('')
  const people = useQuery(query(listMembers, { query: { limit: 30, ...(sought ? { q: sought } : {}) } }))
  const command = useCommand(beginService, { onDone })
  const fields = command.problem?.fields
  return (
    <form
      className="form card-body"
      onSubmit={event => {
        event.preventDefault()
        void command.run({ params: { unitId: unit.id }, body: { memberId, from, until: until || null } })
      }}
    >
      <FieldRow>
        <SearchSelect
          label={words.serves}
          placeholder={words.pick}
          options={(people.data?.items ?? []).map(m => ({ value: m.id, label: `${m.name}（${m.unit.name}）` }))}
          busy={people.isFetching}
          onSearch={setSought}
          error={fields?.['/memberId']}
          value={memberId}
          onChange={setMember}
        />
        <DayField label={words.from} value={from} error={fields?.['/from']} onChange={setFrom} />
        <DayField label={words.serviceUntil} value={until} error={fields?.['/until']} onChange={setUntil} />
      </FieldRow>
      <ProblemAlert problem={command.problem} />
      <div className="organization-links">
        <Button kind="primary" submit busy={command.busy}>
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </form>
  )
}

function End({ service, onDone }: { service: Service; onDone: () => void }) {
  const words = useWords(organizationWords)
  const [until, setUntil] = useState(useToday())
  const [reason, setReason] = useState('')
  const command = useCommand(endService, { onDone })
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void command.run({ params: { serviceId: service.id }, body: { until, reason } })
      }}
    >
      <FieldRow>
        <DayField label={words.serviceEnds} value={until} onChange={setUntil} />
        <TextField
          label={words.reason}
          value={reason}
          onChange={setReason}
          error={command.problem?.fields['/reason']}
        />
      </FieldRow>
      <ProblemAlert problem={command.problem} />
      <div className="organization-links">
        <Button kind="danger" icon="leave" submit busy={command.busy}>
          {words.endService}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </form>
  )
}
