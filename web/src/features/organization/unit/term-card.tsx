import { openTerm } from '@jiannuo/contract/organization/post.ts'
import type { readUnit } from '@jiannuo/contract/organization/unit.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useState } from 'react'
import { useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithYear } from '../../../i18n/format.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { DayField } from '../../../ui/form/text-field.tsx'
import { Card, Facts } from '../../../ui/page/card.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { names } from '../names.ts'
import { organizationWords } from '../words.ts'
import '../organization.css'

const COLOURS = { running: 'green', due: 'yellow', extended: 'yellow', overdue: 'red' } as const

/** The term of the body in office, and the way to its renewal. */
export function TermCard({ unit }: { unit: Reply<typeof readUnit> }) {
  const words = useWords(organizationWords)
  const { termClock, termState } = useWords(names)
  const { term } = unit
  return (
    <Card title={words.term}>
      {term ? (
        <>
          <Light colour={COLOURS[term.clock]}>{termClock[term.clock]}</Light>
          <Facts
            items={[
              { term: words.from, value: dayWithYear(term.from) },
              { term: words.termUntil, value: dayWithYear(term.extendedUntil ?? term.until) },
              { term: words.links.renewals, value: termState[term.state] },
              ...(term.replyText ? [{ term: words.reason, value: term.replyText }] : []),
            ]}
          />
        </>
      ) : (
        <p className="second">{words.noTerm}</p>
      )}
      {unit.may.requestRenewal && <ButtonLink to="/organisation/renewals">{words.links.renewals}</ButtonLink>}
      {unit.may.appoint && <OpenTerm unitId={unit.id} />}
    </Card>
  )
}

function OpenTerm({ unitId }: { unitId: string }) {
  const words = useWords(organizationWords)
  const [open, setOpen] = useState(false)
  const [from, setFrom] = useState(useToday())
  const [until, setUntil] = useState('')
  const command = useCommand(openTerm, { onDone: () => setOpen(false) })
  if (!open) return <Button onClick={() => setOpen(true)}>{words.openTerm}</Button>
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void command.run({ params: { unitId }, body: { from, ...(until ? { until } : {}) } })
      }}
    >
      <DayField label={words.termFrom} value={from} onChange={setFrom} />
      <DayField label={words.termUntil} hint={words.termUntilHint} optional value={until} onChange={setUntil} />
      <ProblemAlert problem={command.problem} />
      <div className="organization-links">
        <Button submit busy={command.busy}>
          {words.save}
        </Button>
        <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
      </div>
    </form>
  )
}
