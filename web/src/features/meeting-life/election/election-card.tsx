import { type Election, readElection } from '@jiannuo/contract/meeting-life/election.ts'
import type { Meeting } from '@jiannuo/contract/meeting-life/meeting.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { day } from '../../../i18n/format.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { InlineAlert } from '../../../ui/state/inline-alert.tsx'
import { Cite } from '../../../ui/text/cite.tsx'
import { CandidatesForm, CountForm, TellersForm } from './hold-forms.tsx'
import { ReplyForm, ReportForm } from './report-forms.tsx'
import { electionWords } from './words.ts'

/** The election of an assembly, from its candidates to the reply; the way to begin one for whoever keeps the record. */
export function ElectionCard({ meeting }: { meeting: Meeting }) {
  const words = useWords(electionWords)
  const [naming, setNaming] = useState(false)
  const { data } = useSuspenseQuery({
    ...query(readElection, { params: { meetingId: meeting.id } }),
    refetchInterval: running => (running.state.data?.election?.state === 'counting' ? 5000 : false),
  })
  const { election } = data
  const mayName =
    meeting.mayKeep &&
    (meeting.state === 'planned' || meeting.state === 'open') &&
    (election === null || election.state === 'preparing')
  if (!election && !mayName) return null
  return (
    <Card
      title={words.title}
      extra={
        <span className="meeting-buttons">
          {election && <StatusTag>{words.states[election.state]}</StatusTag>}
          {mayName && !naming && (
            <Button small onClick={() => setNaming(true)}>
              {election ? words.change : words.begin}
            </Button>
          )}
        </span>
      }
      flush
    >
      {naming && <CandidatesForm meeting={meeting} election={election} onDone={() => setNaming(false)} />}
      {election && !naming && <Standing meeting={meeting} election={election} />}
    </Card>
  )
}

function Standing({ meeting, election }: { meeting: Meeting; election: Election }) {
  const words = useWords(electionWords)
  const { presence, count, state, turn } = election
  return (
    <>
      <Rows>
        {election.candidates.map((each, at) => (
          <Row
            key={each.personId}
            lead={`${at + 1}.`}
            title={each.name}
            note={each.post ? words.posts[each.post as keyof typeof words.posts] : undefined}
            state={
              each.votes !== null && (
                <>
                  {each.votes} {words.votes}{' '}
                  <StatusTag tone={each.elected ? 'ok' : 'neutral'}>
                    {each.elected ? words.elected : words.notElected}
                  </StatusTag>
                </>
              )
            }
          />
        ))}
      </Rows>
      <div className="meeting-form form">
        {(state === 'preparing' || state === 'counting') && meeting.state === 'open' && (
          <InlineAlert
            tone={presence.kept ? 'ok' : 'warn'}
            title={words.presence(presence.present, presence.voting, presence.quorum, presence.kept)}
          >
            <Cite title={`《${presence.cite.document}》`} article={presence.cite.article} />
          </InlineAlert>
        )}
        {count && <p>{words.result(count.handedOut, count.returned, count.invalid, count.needed, count.base)}</p>}
        {election.tied && <InlineAlert tone="warn" title={words.tied} />}
        {election.tellers.length > 0 && <p className="second">{words.tellersAre(election.tellers.join('、'))}</p>}
        {state === 'counting' && election.rejected > 0 && (
          <InlineAlert tone="warn" title={words.differ(election.rejected)} />
        )}
        {turn === 'waiting' && <InlineAlert tone="info" title={words.waiting} />}
        {turn === 'theirs' && <InlineAlert tone="info" title={words.theirs} />}
        {turn === 'mine' && <CountForm key={election.rejected} meeting={meeting} election={election} />}
        {state === 'preparing' && meeting.state === 'open' && meeting.mayKeep && presence.kept && (
          <TellersForm meeting={meeting} election={election} />
        )}
        {state === 'counted' && meeting.state === 'open' && meeting.mayKeep && (
          <p className="second">{words.closeFirst}</p>
        )}
        {election.report && (
          <p className="meeting-minutes">
            {election.report.text} {words.reportedFrom(day(election.report.from))}
          </p>
        )}
        {election.reply && (
          <InlineAlert
            tone={state === 'refused' ? 'warn' : 'ok'}
            title={words.replied(election.reply.by, election.reply.text)}
          />
        )}
        {(state === 'counted' || state === 'refused') && meeting.state === 'closed' && meeting.mayKeep && (
          <ReportForm meeting={meeting} election={election} />
        )}
        {election.mayReply && <ReplyForm meetingId={meeting.id} />}
      </div>
    </>
  )
}
