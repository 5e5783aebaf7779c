import {
  answerUnitObjection,
  listUnitObjections,
  type UnitObjection,
} from '@jiannuo/contract/appraisal/assessed-unit.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useCommand, useList } from '../../../../app/server/query.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { deadline, number } from '../../../../i18n/format.ts'
import { labelled, listed } from '../../../../i18n/punctuation.ts'
import { Button } from '../../../../ui/action/button.tsx'
import { Go } from '../../../../ui/go.tsx'
import { Card, Row, Rows } from '../../../../ui/page/card.tsx'
import { Page } from '../../../../ui/page/page.tsx'
import { StatusTag } from '../../../../ui/signal/status-tag.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { LoadMore } from '../../../../ui/table/load-more.tsx'
import { useBoth } from '../../both.ts'
import { decideWords } from '../../decide/words.ts'
import { WrittenAnswer } from '../../decide/written-answer.tsx'
import { useStanding } from '../standing.ts'
import { unitWords } from '../words.ts'

/** 单位考核的异议 /assessments/objections: those waiting first, each answered in writing. */
export function UnitObjectionsPage() {
  const words = useWords(decideWords)
  const common = useWords(unitWords)
  const { waiting } = useSuspenseQuery(query(listUnitObjections)).data
  const { items, more } = useList(listUnitObjections, {})
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Page
      title={words.headingObjections(waiting)}
      kicker={<Go to="/assessments">{common.all}</Go>}
      note={words.objectionsNote}
      width="form"
    >
      <Card title={words.objections} flush>
        {items.length === 0 ? (
          <Empty good title={words.none} />
        ) : (
          <Rows>
            {items.map(each => (
              <ObjectionRow
                key={each.id}
                objection={each}
                open={open === each.id}
                onOpen={() => setOpen(open === each.id ? null : each.id)}
                onDone={() => setOpen(null)}
              />
            ))}
          </Rows>
        )}
        {more && <LoadMore {...more} />}
      </Card>
    </Page>
  )
}

function ObjectionRow({
  objection,
  open,
  onOpen,
  onDone,
}: {
  objection: UnitObjection
  open: boolean
  onOpen: () => void
  onDone: () => void
}) {
  const words = useWords(decideWords)
  const common = useWords(unitWords)
  const both = useBoth()
  const standing = useStanding(objection.grades)
  const { total } = objection.standing
  const about = [
    common.of(objection.schemeTitle, objection.period),
    listed([total === null ? '–' : number(total, 2), standing(objection.standing)].filter(Boolean)),
    ...(objection.answer ? [] : [words.due(deadline(objection.dueOn))]),
  ]
  return (
    <Row
      title={
        <Go
          to={`/assessed/${objection.assessedId}`}
        >{`${objection.name} · ${words.raised(both(objection.nodeTitle))}`}</Go>
      }
      note={
        <>
          {about.join(' · ')}
          <br />
          {objection.text}
          {objection.answer && (
            <>
              <br />
              {labelled(words.answer, objection.answer)}
            </>
          )}
        </>
      }
      state={<StatusTag>{words.states[objection.state]}</StatusTag>}
      current={open}
      action={
        objection.mayAnswer && (
          <Button expanded={open} onClick={onOpen}>
            {words.answerButton}
          </Button>
        )
      }
    >
      {open && <AnswerForm objection={objection} onDone={onDone} />}
    </Row>
  )
}

function AnswerForm({ objection, onDone }: { objection: UnitObjection; onDone: () => void }) {
  const send = useCommand(answerUnitObjection, { onDone })
  return (
    <WrittenAnswer
      grades={objection.grades}
      starLevels={objection.starLevels}
      facts={objection.facts}
      problem={send.problem}
      busy={send.busy}
      onSend={({ answer, kind, facts, grade, stars, reason }) => {
        const decided = { grade: grade || null, stars: stars === '' ? null : Number(stars), reason }
        const outcome = kind === 'decided' ? { kind, ...decided } : kind === 'recomputed' ? { kind, facts } : { kind }
        void send.run({ params: { objectionId: objection.id }, body: { answer, outcome } })
      }}
    />
  )
}
