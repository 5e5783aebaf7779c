import { readPartyGroupOverview } from '@jiannuo/contract/desk/overview.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { day, dayWithWeekday } from '../../../i18n/format.ts'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { overviewWords } from '../words.ts'
import { unitWords } from './words.ts'
import '../overview.css'
import { OwnPledgeAsk, ownAsk } from './own-pledge.tsx'
import { StuckTable } from './stuck-table.tsx'

/** 请我决定 /decisions: what waits for the leading Party group secretary, each with its clock. */
export function DecisionsPage() {
  const common = useWords(overviewWords)
  const words = useWords(unitWords).decide
  const today = useToday()
  const { data } = useSuspenseQuery(query(readPartyGroupOverview))
  const things = data.stuckAll + (ownAsk(data) ? 1 : 0)
  return (
    <Page title={words.title(things)} kicker={common.kicker(data.unitName, dayWithWeekday(today))}>
      <Stack>
        <OwnPledgeAsk data={data} />
        {data.stuck.length > 0 && (
          <Card title={words.stuck} note={words.stuckNote} flush>
            <StuckTable rows={data.stuck} left={data.stuckAll - data.stuck.length} />
          </Card>
        )}
        {things === 0 && (
          <Card>
            <Empty good title={words.none}>
              {data.now ? words.next2(common.phases[data.now.phase], day(data.now.endsOn)) : common.noYearNote}
            </Empty>
          </Card>
        )}
      </Stack>
    </Page>
  )
}
