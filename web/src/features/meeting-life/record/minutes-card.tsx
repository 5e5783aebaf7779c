import type { Meeting } from '@jiannuo/contract/meeting-life/meeting.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { SavedNote } from '../../../ui/form/saved-note.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { meetingWords } from '../words.ts'
import { useMinutes } from './use-minutes.ts'

/** One large field while the meeting runs, the text afterwards; nothing at all but a sentence for whoever may not read it. */
export function MinutesCard({ meeting }: { meeting: Meeting }) {
  const words = useWords(meetingWords)
  const { minutesOf: minutes } = meeting
  if (minutes === null)
    return meeting.state === 'planned' ? null : (
      <Card title={words.minutesField}>
        <p className="second">{words.minutesHidden}</p>
      </Card>
    )
  if (meeting.mayKeep && (meeting.state === 'open' || meeting.state === 'planned'))
    return <Writing meeting={meeting} minutes={minutes} />
  if (meeting.state === 'planned') return null
  return (
    <Card title={words.minutesField}>
      <p className="meeting-minutes">{minutes.text || words.minutesEmpty}</p>
    </Card>
  )
}

function Writing({ meeting, minutes }: { meeting: Meeting; minutes: NonNullable<Meeting['minutesOf']> }) {
  const words = useWords(meetingWords)
  const { text, change, state, savedAt, joined, problem } = useMinutes(meeting.id, minutes)
  return (
    <Card title={words.minutesField} extra={<SavedNote state={state} at={savedAt} />}>
      <TextArea label={words.minutesField} hint={words.minutesHint} rows={12} value={text} onChange={change} />
      {joined && <InlineAlert tone="info" title={words.joined} />}
      <ProblemAlert problem={problem} />
    </Card>
  )
}
