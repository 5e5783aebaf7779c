import { type AuditEvent, markEvent, searchAudit } from '@jiannuo/contract/identity/system.ts'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayAndTime } from '../../../i18n/format.ts'
import { Button } from '../../../ui/action/button.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { Facts, Row, Rows } from '../../../ui/page/card.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { administrationWords } from '../words.ts'

export type Event = z.output<typeof AuditEvent>

/** One row of the log in full, with the notes on it; notes are added, never changed. */
export function AuditMarks({ event }: { event: Event }) {
  const words = useWords(administrationWords)
  const [note, setNote] = useState('')
  const mark = useCommand(markEvent, { invalidates: [searchAudit], onDone: () => setNote('') })
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    void mark.run({ params: { id: event.id }, body: { note } })
  }
  return (
    <>
      <Facts
        items={[
          { term: words.at, value: event.at },
          { term: words.who, value: `${event.account} ${event.role ?? ''}` },
          { term: words.what, value: `${event.action} · ${event.route}` },
          { term: words.object, value: event.objectId },
          { term: words.where, value: event.address },
          { term: words.seq, value: event.seq ?? '—' },
        ]}
      />
      <Rows>
        {event.marks.map(one => (
          <Row key={one.at + one.note} title={one.note} note={`${one.by} · ${dayAndTime(one.at)}`} />
        ))}
      </Rows>
      <form className="form" onSubmit={submit} noValidate>
        <ProblemAlert problem={mark.problem} />
        <TextArea
          label={words.note}
          value={note}
          onChange={setNote}
          limit={500}
          error={mark.problem?.fields['/note']}
        />
        <div>
          <Button submit kind="primary" busy={mark.busy}>
            {words.save}
          </Button>
        </div>
      </form>
    </>
  )
}
