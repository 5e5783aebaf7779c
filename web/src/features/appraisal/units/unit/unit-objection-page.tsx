import { objectForUnit, readAssessedUnit } from '@jiannuo/contract/appraisal/assessed-unit.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useGo, useParam } from '../../../../app/location.ts'
import { query, useCommand } from '../../../../app/server/query.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { addDays, deadline } from '../../../../i18n/format.ts'
import { sentences } from '../../../../i18n/punctuation.ts'
import { ButtonLink } from '../../../../ui/action/button.tsx'
import { Card } from '../../../../ui/page/card.tsx'
import { Page } from '../../../../ui/page/page.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { ObjectForm } from '../../mine/object-form.tsx'
import { mineWords } from '../../mine/words.ts'
import { unitWords } from '../words.ts'
import { unitResultWords } from './words.ts'

/** 单位提异议 /assessed/$id/objection */
export function UnitObjectionPage() {
  const words = useWords(unitResultWords)
  const mine = useWords(mineWords)
  const common = useWords(unitWords)
  const go = useGo()
  const { data } = useSuspenseQuery(query(readAssessedUnit, { params: { assessedId: useParam('id') } }))
  const back = `/assessed/${data.id}`
  const raise = useCommand(objectForUnit, { onDone: () => go(back) })
  return (
    <Page
      title={words.objectHeading}
      note={sentences(
        mine.objectNote,
        data.objectionUntil && mine.objectUntil(deadline(addDays(data.objectionUntil, -1))),
      )}
      width="form"
    >
      {data.mayObject ? (
        <ObjectForm
          nodes={data.nodes}
          back={back}
          problem={raise.problem}
          busy={raise.busy}
          onSend={body => void raise.run({ params: { assessedId: data.id }, body })}
        />
      ) : (
        <Card>
          <Empty title={words.quiet} actions={<ButtonLink to={back}>{common.back}</ButtonLink>} />
        </Card>
      )}
    </Page>
  )
}
