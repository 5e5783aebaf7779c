import { listApproved, openPledgeNotices } from '@jiannuo/contract/pledge/notice.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query, useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { deadline } from '../../i18n/format.ts'
import { Button } from '../../ui/action/button.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { disclosureWords } from './words.ts'

/** Approved pledges a reviewer puts on notice in one step. */
export function ReadyCard() {
  const words = useWords(disclosureWords)
  const { data } = useSuspenseQuery(query(listApproved))
  const publish = useCommand(openPledgeNotices)
  const all = data.units.flatMap(u => u.pledges.map(p => p.id))
  if (all.length === 0 || !data.mayOpen || !data.lastDay) return null
  return (
    <Card title={words.ready(all.length)} flush>
      <Rows>
        {data.units.map(unit => (
          <Row
            key={unit.unitId}
            title={unit.unitName}
            note={unit.pledges
              .map(p => (p.amendment ? `${p.personName}（${words.amendment}）` : p.personName))
              .join('、')}
            state={words.count(unit.pledges.length)}
          />
        ))}
        <Row
          title={words.readyNote(data.noticeDays, deadline(data.lastDay))}
          action={
            <Button
              kind="primary"
              busy={publish.busy}
              onClick={() => publish.run({ body: { pledgeIds: all.slice(0, 500) } })}
            >
              {words.publish(Math.min(500, all.length))}
            </Button>
          }
        >
          <ProblemAlert problem={publish.problem} />
        </Row>
      </Rows>
    </Card>
  )
}
