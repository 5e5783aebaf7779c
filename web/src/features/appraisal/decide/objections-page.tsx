import { answerObjection, examineObjection, listObjections } from '@jiannuo/contract/appraisal/result.ts'
import { readRoundFacts } from '@jiannuo/contract/appraisal/round.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useCommand, useList } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { deadline } from '../../../i18n/format.ts'
import { labelled } from '../../../i18n/punctuation.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { LoadMore } from '../../../ui/table/load-more.tsx'
import { useBoth } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { decideWords } from './words.ts'
import { WrittenAnswer } from './written-answer.tsx'

type Objection = Reply<typeof listObjections>['items'][number]

/** 异议 /appraisal/objections: those waiting first, each answered in writing. */
export function ObjectionsPage() {
  const words = useWords(decideWords)
  const common = useWords(appraisalWords)
  const { waiting } = useSuspenseQuery(query(listObjections)).data
  const { items, more } = useList(listObjections, {})
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Page
      title={words.headingObjections(waiting)}
      kicker={<Go to="/appraisal">{common.all}</Go>}
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
  objection: Objection
  open: boolean
  onOpen: () => void
  onDone: () => void
}) {
  const words = useWords(decideWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const examine = useCommand(examineObjection)
  return (
    <Row
      title={
        <Go
          to={`/results/${objection.resultId}`}
        >{`${objection.name} · ${words.raised(both(objection.nodeTitle))}`}</Go>
      }
      note={
        <>
          {`${objection.unitName} · ${common.levels[objection.level]}${objection.answer ? '' : ` · ${words.due(deadline(objection.dueOn))}`}`}
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
      {objection.mayAnswer && objection.state === 'raised' && (
        <div className="card-body">
          <Button
            kind="text"
            small
            busy={examine.busy}
            onClick={() => void examine.run({ params: { objectionId: objection.id } })}
          >
            {words.examine}
          </Button>
          <ProblemAlert problem={examine.problem} />
        </div>
      )}
      {open && <AnswerForm objection={objection} onDone={onDone} />}
    </Row>
  )
}

function AnswerForm({ objection, onDone }: { objection: Objection; onDone: () => void }) {
  const send = useCommand(answerObjection, { onDone })
  const columns = useQuery(query(readRoundFacts, { params: { roundId: objection.roundId } })).data?.columns ?? []
  return (
    <WrittenAnswer
      grades={objection.grades}
      facts={columns.filter(each => !each.fromSystem)}
      problem={send.problem}
      busy={send.busy}
      onSend={({ answer, kind, facts, grade, reason }) => {
        const outcome =
          kind === 'decided' ? { kind, grade, reason } : kind === 'recomputed' ? { kind, facts } : { kind }
        void send.run({ params: { objectionId: objection.id }, body: { answer, outcome } })
      }}
    />
  )
}
