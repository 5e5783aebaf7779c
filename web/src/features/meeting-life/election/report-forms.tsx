import { type Election, replyElection, reportElection } from '@jiannuo/contract/meeting-life/election.ts'
import type { Meeting } from '@jiannuo/contract/meeting-life/meeting.ts'
import type { PostKind } from '@jiannuo/contract/organization/unit.ts'
import { useState } from 'react'
import { useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldError } from '../../../ui/form/field.tsx'
import { DayField, TextArea } from '../../../ui/form/text-field.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { electionWords } from './words.ts'

/** Who of those elected holds which post, and from when; the text is drafted from the result. */
export function ReportForm({ meeting, election }: { meeting: Meeting; election: Election }) {
  const words = useWords(electionWords)
  const elected = election.candidates.filter(each => each.elected)
  const [posts, setPosts] = useState<Record<string, PostKind>>(() =>
    Object.fromEntries(
      elected.map((each, at) => [each.personId, each.post ?? (at === 0 ? 'secretary' : 'committeeMember')]),
    ),
  )
  const [from, setFrom] = useState(election.report?.from ?? meeting.heldOn)
  const [text, setText] = useState(election.report?.text ?? words.textDraft(elected.map(each => each.name).join('、')))
  const command = useCommand(reportElection)
  const fields = command.problem?.fields ?? {}
  const options = Object.entries(words.posts).map(([value, label]) => ({
    value: value as PostKind,
    label: label ?? '',
  }))
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void command.run({
          params: { meetingId: meeting.id },
          body: {
            ...{ text, from },
            posts: elected.map(each => ({
              ...{ personId: each.personId, kind: posts[each.personId] ?? 'committeeMember' },
            })),
          },
        })
      }}
    >
      <p className="field-label">{words.reportHead}</p>
      {elected.map((each, at) => (
        <SelectField
          key={each.personId}
          label={words.post(each.name)}
          width="medium"
          options={options}
          value={posts[each.personId] ?? ''}
          error={fields[`/posts/${at}/kind`]}
          onChange={kind => setPosts({ ...posts, [each.personId]: kind })}
        />
      ))}
      {fields['/posts'] && <FieldError id="posts-error">{fields['/posts']}</FieldError>}
      <DayField label={words.from} value={from} error={fields['/from']} onChange={setFrom} />
      <TextArea label={words.text} limit={2000} value={text} error={fields['/text']} onChange={setText} />
      <ProblemAlert problem={command.problem} />
      <div className="meeting-buttons">
        <Button kind="primary" submit busy={command.busy}>
          {words.sendReport}
        </Button>
      </div>
    </form>
  )
}

/** The organisation above approves, or refuses with the reason. */
export function ReplyForm({ meetingId }: { meetingId: string }) {
  const words = useWords(electionWords)
  const [text, setText] = useState('')
  const command = useCommand(replyElection)
  const send = (approved: boolean) => void command.run({ params: { meetingId }, body: { approved, text } })
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        send(true)
      }}
    >
      <p className="field-label">{words.replyHead}</p>
      <p className="second">{words.replyNote}</p>
      <TextArea
        label={words.replyText}
        limit={2000}
        value={text}
        error={command.problem?.fields['/text']}
        onChange={setText}
      />
      <ProblemAlert problem={command.problem} />
      <div className="meeting-buttons">
        <Button busy={command.busy} onClick={() => send(false)}>
          {words.refuse}
        </Button>
        <Button kind="primary" submit busy={command.busy}>
          {words.approve}
        </Button>
      </div>
    </form>
  )
}
