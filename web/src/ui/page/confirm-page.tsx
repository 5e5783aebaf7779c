import type { ReactNode } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { ActionBar } from '../action/action-bar.tsx'
import { kitWords } from '../words.ts'
import { Card } from './card.tsx'
import { Page } from './page.tsx'

interface ConfirmPageProps {
  /** The act as a question or an answer: 「备案 2025 年度结果」. */
  title: string
  kicker?: ReactNode
  what: ReactNode
  whom: ReactNode
  from: ReactNode
  reversal: ReactNode
  /** A reason to be written, a second signature, an alert. */
  children?: ReactNode
  /** The way back first, the act itself last. */
  actions: ReactNode
}

/** Final acts (filing, dissolving, publishing) get a page that says what changes, whom it touches, from when, how it is reversed. */
export function ConfirmPage({ title, kicker, what, whom, from, reversal, children, actions }: ConfirmPageProps) {
  const words = useWords(kitWords)
  const parts = [
    { term: words.whatChanges, value: what },
    { term: words.whom, value: whom },
    { term: words.fromWhen, value: from },
    { term: words.howReversed, value: reversal },
  ]
  return (
    <Page title={title} kicker={kicker} width="form">
      <div className="stack">
        <Card>
          <dl className="confirm-parts">
            {parts.map(({ term, value }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Card>
        {children}
        <ActionBar>{actions}</ActionBar>
      </div>
    </Page>
  )
}
