import { readMember, revealPersonal } from '@jiannuo/contract/membership/member.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayAndTime, dayWithYear } from '../../../i18n/format.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Facts, Row, Rows } from '../../../ui/page/card.tsx'
import { Columns, Page } from '../../../ui/page/page.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { AsOf, useAsOf } from '../as-of.tsx'
import { names } from '../names.ts'
import { organizationWords } from '../words.ts'
import { CorrectForm, LeaveForm, type Member, StandingForm } from './member-forms.tsx'
import { RightsCard } from './rights-card.tsx'
import { memberWords } from './words.ts'
import '../organization.css'

type Form = 'correct' | 'standing' | 'leave'

/** One member as of a day: /members/:id */
export function MemberPage() {
  const words = useWords(memberWords)
  const asOf = useWords(organizationWords).asOfNote
  const day = useAsOf()
  const { data: member } = useSuspenseQuery(
    query(readMember, { params: { memberId: useParam('id') }, query: day.given ? { on: day.given } : {} }),
  )
  const [form, setForm] = useState<Form | null>(null)
  const close = () => setForm(null)
  const { may } = member
  return (
    <Page
      title={member.name}
      kicker={member.belongings[0]?.unit.name}
      {...(day.given ? { note: asOf(dayWithYear(day.on)) } : {})}
      actions={<AsOf day={day} />}
    >
      <Columns aside={<Personal member={member} />}>
        {member.openTransferId && (
          <InlineAlert
            tone="info"
            title={words.openTransfer}
            actions={
              <ButtonLink small to={`/organisation/transfers/${member.openTransferId}`}>
                {words.transfer}
              </ButtonLink>
            }
          />
        )}
        {!day.given && (
          <div className="organization-links">
            {may.transfer && !member.openTransferId && (
              <ButtonLink to={`/members/${member.id}/transfer`}>{words.transfer}</ButtonLink>
            )}
            {may.correct && <Button onClick={() => setForm('correct')}>{words.correct}</Button>}
            {may.manage && <Button onClick={() => setForm('standing')}>{words.standing}</Button>}
            {may.manage && (
              <Button kind="danger" icon="leave" onClick={() => setForm('leave')}>
                {words.leave}
              </Button>
            )}
          </div>
        )}
        {form === 'correct' && <CorrectForm member={member} onDone={close} />}
        {form === 'standing' && <StandingForm member={member} onDone={close} />}
        {form === 'leave' && <LeaveForm member={member} onDone={close} />}
        <History member={member} />
      </Columns>
    </Page>
  )
}

function History({ member }: { member: Member }) {
  const words = useWords(memberWords)
  const { post, memberKind, memberState } = useWords(names)
  const period = (p: { from: string; until: string | null }) =>
    words.period(dayWithYear(p.from), p.until && dayWithYear(p.until))
  return (
    <>
      <Card title={words.belongings} flush>
        <Rows>
          {member.belongings.map(b => (
            <Row
              key={b.id}
              title={<Go to={`/organisation/${b.unit.id}`}>{b.unit.name}</Go>}
              note={[b.section?.name, b.group?.name, period(b)].filter(Boolean).join(' · ')}
            />
          ))}
        </Rows>
      </Card>
      <Card title={words.standings} flush>
        <Rows>
          {member.standings.map(s => (
            <Row
              key={s.id}
              title={`${memberKind[s.kind]}，${memberState[s.state]}${s.leadingCadre ? `，${words.leading}` : ''}`}
              note={period(s)}
            />
          ))}
        </Rows>
      </Card>
      <RightsCard member={member} />
      {member.posts.length > 0 && (
        <Card title={words.posts} flush>
          <Rows>
            {member.posts.map(p => (
              <Row key={p.id} title={`${p.unit.name} ${post[p.kind]}`} note={period(p)} />
            ))}
          </Rows>
        </Card>
      )}
      {member.services.length > 0 && (
        <Card title={words.services} note={words.servicesNote} flush>
          <Rows>
            {member.services.map(s => (
              <Row key={s.id} title={<Go to={`/organisation/${s.unit.id}`}>{s.unit.name}</Go>} note={period(s)} />
            ))}
          </Rows>
        </Card>
      )}
      {member.corrections.length > 0 && (
        <Card title={words.corrections} flush>
          <Rows>
            {member.corrections.map(c => (
              <Row
                key={c.at}
                title={c.fields.map(f => words.fields[f] ?? f).join('、')}
                note={c.reason}
                state={dayAndTime(c.at)}
              />
            ))}
          </Rows>
        </Card>
      )}
    </>
  )
}

function Personal({ member }: { member: Member }) {
  const words = useWords(memberWords)
  const { gender } = useWords(names)
  const [open, setOpen] = useState(false)
  const [purpose, setPurpose] = useState('')
  const [whole, setWhole] = useState<Reply<typeof revealPersonal>>()
  const reveal = useCommand(revealPersonal, { invalidates: [], onDone: setWhole })
  const shown = whole ?? member
  const items = [
    { term: words.code, value: member.code },
    { term: words.gender, value: member.gender && gender[member.gender] },
    { term: words.born, value: member.bornOn && dayWithYear(member.bornOn) },
    { term: words.joined, value: member.joinedOn && dayWithYear(member.joinedOn) },
    { term: words.regularOn, value: member.regularOn && dayWithYear(member.regularOn) },
    { term: words.phone, value: shown.phone },
    { term: words.idNumber, value: shown.idNumber },
  ]
  return (
    <Card title={words.personal}>
      <Facts items={items.map(i => ({ ...i, value: i.value ?? '–' }))} />
      {member.may.reveal && !whole && (member.phone || member.idNumber) && (
        <>
          {!open && (
            <Button small icon="lock" onClick={() => setOpen(true)}>
              {words.reveal}
            </Button>
          )}
          {open && (
            <form
              className="form"
              onSubmit={event => {
                event.preventDefault()
                void reveal.run({ params: { memberId: member.id }, body: { purpose } })
              }}
            >
              <TextField
                label={words.purpose}
                hint={words.revealNote}
                value={purpose}
                onChange={setPurpose}
                error={reveal.problem?.fields['/purpose']}
              />
              <ProblemAlert problem={reveal.problem} />
              <Button submit busy={reveal.busy}>
                {words.reveal}
              </Button>
            </form>
          )}
        </>
      )}
    </Card>
  )
}
