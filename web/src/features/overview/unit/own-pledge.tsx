import type { readPartyGroupOverview } from '@jiannuo/contract/desk/overview.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { deadline } from '../../../i18n/format.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { AskCard } from '../../../ui/page/ask-card.tsx'
import { unitWords } from './words.ts'

type Data = Reply<typeof readPartyGroupOverview>

/** What the secretary himself owes: 'none' not begun, null when it is in others' hands. */
export function ownAsk({ own, now }: Data): 'none' | 'draft' | 'returned' | null {
  if (!now) return null
  const mine = own.find(pledge => pledge.level === 'partyGroupSecretary')
  if (!mine) return 'none'
  return mine.state === 'draft' || mine.state === 'returned' ? mine.state : null
}

export function OwnPledgeAsk({ data }: { data: Data }) {
  const words = useWords(unitWords).unit
  const ask = ownAsk(data)
  if (!ask || !data.now) return null
  const late = !['preparing', 'pledging'].includes(data.now.phase)
  return (
    <AskCard
      title={words.ownAsk[ask]}
      due={
        late
          ? words.ownLate(deadline(data.pledgingEndsOn ?? data.now.endsOn))
          : words.ownDue(deadline(data.pledgingEndsOn ?? data.now.endsOn))
      }
      urgency={late ? 'overdue' : 'soon'}
      minutes={10}
      actions={
        <ButtonLink to="/my-pledge" kind="primary">
          {words.write}
        </ButtonLink>
      }
    >
      <p>{words.ownWhy}</p>
    </AskCard>
  )
}
