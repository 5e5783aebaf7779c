import { listNotices, raiseObjection, readNotice } from '@jiannuo/contract/disclosure.ts'
import type { PublishedPledge } from '@jiannuo/contract/pledge/notice.ts'
import { useState } from 'react'
import { useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { Button } from '../../ui/action/button.tsx'
import { TextArea } from '../../ui/form/text-field.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { disclosureWords } from './words.ts'

/** What is wrong with one pledge, in one's own words. */
export function ObjectForm({
  noticeId,
  pledge,
  onClose,
}: {
  noticeId: string
  pledge: PublishedPledge
  onClose: (sent: boolean) => void
}) {
  const words = useWords(disclosureWords)
  const [text, setText] = useState('')
  const raise = useCommand(raiseObjection, { invalidates: [readNotice, listNotices], onDone: () => onClose(true) })
  return (
    <form
      className="form card-body"
      onSubmit={event => {
        event.preventDefault()
        void raise.run({ params: { noticeId }, body: { objectId: pledge.id, text } })
      }}
    >
      <TextArea
        label={words.objectText}
        hint={words.objectHint}
        value={text}
        onChange={setText}
        rows={4}
        limit={1000}
        error={raise.problem?.fields['/text']}
      />
      <ProblemAlert problem={raise.problem && !raise.problem.fields['/text'] ? raise.problem : null} />
      <div className="page-actions">
        <Button kind="text" onClick={() => onClose(false)}>
          {words.cancel}
        </Button>
        <Button kind="primary" submit busy={raise.busy}>
          {words.send}
        </Button>
      </div>
    </form>
  )
}
