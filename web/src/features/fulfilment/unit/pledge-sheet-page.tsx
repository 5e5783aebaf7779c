import { confirmMidYear, readFulfilment } from '@jiannuo/contract/pledge/fulfilment.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { day, dayOf } from '../../../i18n/format.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { ItemBar } from '../item-bar.tsx'
import { fulfilmentWords } from '../words.ts'
import { unitWords } from './unit-words.ts'

/** One person's pledge as the offices above read it: /fulfilment/pledges/$id. */
export function PledgeSheetPage() {
  const words = useWords(unitWords)
  const items = useWords(fulfilmentWords)
  const { data: pledge } = useSuspenseQuery({
    ...query(readFulfilment, { params: { pledgeId: useParam('id') } }),
    staleTime: 0,
  })
  const confirm = useCommand(confirmMidYear)
  const lag = pledge.items.filter(i => i.light === 'red' || i.light === 'yellow').length
  const { midYear } = pledge
  return (
    <Page
      title={words.sheet(pledge.personName, lag)}
      kicker={<Go to="/unit-fulfilment">{items.backUnit}</Go>}
      note={`${pledge.unitName} · ${items.levels[pledge.level]} · ${items.inForce(day(pledge.inForceOn))}`}
    >
      <ProblemAlert problem={confirm.problem} />
      {pledge.mayConfirm && midYear?.checkedAt && (
        <Card title={words.midYearSaid} note={items.midYearChecked(day(dayOf(midYear.checkedAt)))}>
          <div className="stack">
            {midYear.note && <p>{midYear.note}</p>}
            <Button
              kind="primary"
              busy={confirm.busy}
              onClick={() => confirm.run({ body: { pledgeIds: [pledge.id] } })}
            >
              {words.confirmOne}
            </Button>
          </div>
        </Card>
      )}
      <Card title={items.levels[pledge.level]} note={items.tick} flush>
        <Rows>
          {pledge.items.map(item => (
            <Row key={item.id} title={<ItemBar item={item} to={`/fulfilment/items/${item.id}`} />} />
          ))}
        </Rows>
      </Card>
    </Page>
  )
}
