import { endMySession, readMyAccount } from '@jiannuo/contract/identity/session.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayAndTime } from '../../i18n/format.ts'
import { Button } from '../../ui/action/button.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { StatusTag } from '../../ui/signal/status-tag.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { deviceName } from './device-name.ts'
import { accountWords } from './words.ts'

export function SessionsCard({ sessions }: Pick<Reply<typeof readMyAccount>, 'sessions'>) {
  const words = useWords(accountWords)
  const end = useCommand(endMySession, { invalidates: [readMyAccount] })
  return (
    <Card title={words.sessions} note={words.sessionsNote} flush>
      <ProblemAlert problem={end.problem} />
      <Rows>
        {sessions.map(session => {
          const device = deviceName(session.device) ?? words.unknownDevice
          return (
            <Row
              key={session.id}
              title={
                <>
                  {device} · {session.address} {session.current && <StatusTag>{words.here}</StatusTag>}
                </>
              }
              note={`${words.opened(dayAndTime(session.openedAt))} · ${words.seen(dayAndTime(session.seenAt))}`}
              action={
                !session.current && (
                  <Button
                    small
                    label={words.endThis(device)}
                    busy={end.busy}
                    onClick={() => end.run({ params: { id: session.id } })}
                  >
                    {words.end}
                  </Button>
                )
              }
            />
          )
        })}
      </Rows>
    </Card>
  )
}
