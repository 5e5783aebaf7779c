import { closeFeed, openFeed, readFeed } from '@jiannuo/contract/desk/inbox.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayAndTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { Button } from '../../ui/action/button.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Card } from '../../ui/page/card.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import './inbox.css'
import { inboxWords } from './words.ts'

/** The calendar feed: its secret address is shown when it is made and never again. */
export function FeedCard() {
  const words = useWords(inboxWords)
  const language = useLanguage()
  const { data } = useSuspenseQuery(query(readFeed))
  const [path, setPath] = useState<string | null>(null)
  const [copied, setCopied] = useState(false)
  const open = useCommand(openFeed, { invalidates: [readFeed], onDone: reply => setPath(reply.path) })
  const close = useCommand(closeFeed, { invalidates: [readFeed], onDone: () => setPath(null) })
  const address = path && `${window.location.origin}${path}${language === 'en' ? '?language=en' : ''}`
  const renew = () => {
    setCopied(false)
    void open.run()
  }
  return (
    <Card title={words.feed}>
      <div className="inbox-feed">
        <p className="second">{words.feedWhat}</p>
        <ProblemAlert problem={open.problem ?? close.problem} />
        {address ? (
          <>
            <TextField
              label={words.feedAddress}
              hint={words.feedHint}
              value={address}
              onChange={() => {}}
              width="full"
            />
            <Button onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
              {words.copy}
            </Button>
            <span className="second" role="status">
              {copied ? words.copied : ''}
            </span>
          </>
        ) : (
          <p className="second">{data.since ? words.feedSince(dayAndTime(data.since)) : words.feedNone}</p>
        )}
        <div className="inbox-buttons">
          <Button busy={open.busy} onClick={renew}>
            {data.since ? words.feedReplace : words.feedNew}
          </Button>
          {data.since && (
            <Button kind="danger" icon="close" busy={close.busy} onClick={() => void close.run()}>
              {words.feedStop}
            </Button>
          )}
        </div>
      </div>
    </Card>
  )
}
