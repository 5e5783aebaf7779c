import { listMembers } from '@jiannuo/contract/membership/member.ts'
import { FITTING_POSTS } from '@jiannuo/contract/organization/fitting-posts.ts'
import { appoint, closePost } from '@jiannuo/contract/organization/post.ts'
import type { PostHolding, PostKind, readUnit } from '@jiannuo/contract/organization/unit.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithYear } from '../../../i18n/format.ts'
import { Button } from '../../../ui/action/button.tsx'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { SearchSelect } from '../../../ui/form/search-select.tsx'
import { DayField, TextField } from '../../../ui/form/text-field.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { names } from '../names.ts'
import { organizationWords } from '../words.ts'
import '../organization.css'

type Unit = Reply<typeof readUnit>

/** Who holds which post from when; appointing and ending for those who may. */
export function PostsCard({ unit }: { unit: Unit }) {
  const words = useWords(organizationWords)
  const posts = useWords(names).post
  const [open, setOpen] = useState<string | null>(null)
  const close = () => setOpen(null)
  return (
    <Card
      title={words.posts}
      extra={
        unit.may.appoint && (
          <Button small expanded={open === 'new'} onClick={() => setOpen(open === 'new' ? null : 'new')}>
            {words.appoint}
          </Button>
        )
      }
      flush
    >
      {open === 'new' && <Appoint unit={unit} onDone={close} />}
      <Rows>
        {unit.posts.length === 0 && <Row title={words.vacant} />}
        {unit.posts.map(post => (
          <Row
            key={post.id}
            title={`${posts[post.kind]}　${post.personName}`}
            note={
              post.until
                ? `${words.since(dayWithYear(post.from))}，${words.until(dayWithYear(post.until))}`
                : words.since(dayWithYear(post.from))
            }
            action={
              unit.may.appoint && !post.until ? (
                <Button small onClick={() => setOpen(post.id)}>
                  {words.closePost}
                </Button>
              ) : undefined
            }
          >
            {open === post.id && <Close post={post} onDone={close} />}
          </Row>
        ))}
      </Rows>
    </Card>
  )
}

function Appoint({ unit, onDone }: { unit: Unit; onDone: () => void }) {
  const words = useWords(organizationWords)
  const posts = useWords(names).post
  const [personId, setPerson] = useState('')
  const [kind, setKind] = useState<PostKind | ''>('')
  const [from, setFrom] = useState(useToday())
  const [sought, setSought] = useState('')
  const people = useQuery(
    query(listMembers, { query: { limit: 30, ...(sought ? { q: sought } : { unitId: unit.id }) } }),
  )
  const command = useCommand(appoint, { onDone })
  const fields = command.problem?.fields
  return (
    <form
      className="form card-body"
      onSubmit={event => {
        event.preventDefault()
        // A post not chosen is told by the server, beside everything else that is missing.
        void command.run({ params: { unitId: unit.id }, body: { personId, kind: kind as PostKind, from } })
      }}
    >
      <FieldRow>
        <SelectField
          label={words.post}
          options={FITTING_POSTS[unit.kind].map(value => ({ value, label: posts[value] }))}
          value={kind}
          error={fields?.['/kind']}
          onChange={setKind}
        />
        <SearchSelect
          label={words.appointee}
          placeholder={words.pick}
          options={(people.data?.items ?? []).map(m => ({ value: m.id, label: `${m.name}（${m.unit.name}）` }))}
          busy={people.isFetching}
          onSearch={setSought}
          error={fields?.['/personId']}
          value={personId}
          onChange={setPerson}
        />
        <DayField label={words.from} value={from} error={fields?.['/from']} onChange={setFrom} />
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

function Close({ post, onDone }: { post: PostHolding; onDone: () => void }) {
  const words = useWords(organizationWords)
  const [until, setUntil] = useState(useToday())
  const [reason, setReason] = useState('')
  const command = useCommand(closePost, { onDone })
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void command.run({ params: { postId: post.id }, body: { until, reason } })
      }}
    >
      <FieldRow>
        <DayField label={words.closeOn} value={until} onChange={setUntil} />
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
          {words.closePost}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </form>
  )
}
