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
import { RadioSegments, SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { TextArea, TextField } from '../../../ui/form/text-field.tsx'
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

const KINDS = ['upheld', 'recomputed', 'decided'] as const
type Kind = (typeof KINDS)[number]

function AnswerForm({ objection, onDone }: { objection: Objection; onDone: () => void }) {
  const words = useWords(decideWords)
  const both = useBoth()
  const [kind, setKind] = useState<Kind | ''>('')
  const [asked, setAsked] = useState(false)
  const [answer, setAnswer] = useState('')
  const [entry, setEntry] = useState({ fact: '', value: '', document: '' })
  const [decision, setDecision] = useState({ grade: '', reason: '' })
  const send = useCommand(answerObjection, { onDone })
  const columns = useQuery(query(readRoundFacts, { params: { roundId: objection.roundId } })).data?.columns ?? []
  const fields = send.problem?.fields ?? {}
  const submit = () => {
    const facts = entry.fact ? [{ ...entry, value: entry.value.trim() || null }] : []
    const outcome =
      kind === 'decided' ? { kind, ...decision } : kind === 'recomputed' ? { kind, facts } : { kind: 'upheld' as const }
    void send.run({ params: { objectionId: objection.id }, body: { answer, outcome } })
  }
  return (
    <form
      className="form card-body"
      onSubmit={event => {
        event.preventDefault()
        setAsked(true)
        if (kind !== '') submit()
      }}
    >
      <ProblemAlert problem={send.problem} />
      <RadioSegments
        label={words.outcome}
        options={KINDS.map(each => ({ value: each, label: words.outcomes[each] }))}
        value={kind}
        onChange={setKind}
        error={asked && kind === '' ? words.outcomeMissing : undefined}
      />
      {kind === 'recomputed' && (
        <>
          <FieldRow>
            <SelectField
              label={words.fact}
              hint={words.factHint}
              options={columns
                .filter(each => !each.fromSystem)
                .map(each => ({ value: each.id, label: both(each.title) }))}
              value={entry.fact}
              onChange={fact => setEntry({ ...entry, fact })}
              error={fields['/outcome/facts/0/fact']}
            />
            <TextField
              label={words.value}
              inputMode="decimal"
              value={entry.value}
              onChange={value => setEntry({ ...entry, value })}
              error={fields['/outcome/facts/0/value']}
            />
          </FieldRow>
          <TextField
            label={words.document}
            value={entry.document}
            onChange={document => setEntry({ ...entry, document })}
            maxLength={120}
            error={fields['/outcome/facts/0/document']}
          />
        </>
      )}
      {kind === 'decided' && (
        <>
          <RadioSegments
            label={words.newGrade}
            options={objection.grades.map(each => ({ value: each.id, label: both(each.title) }))}
            value={decision.grade}
            onChange={grade => setDecision({ ...decision, grade })}
            error={fields['/outcome/grade']}
          />
          <TextArea
            label={words.newReason}
            rows={2}
            limit={500}
            value={decision.reason}
            onChange={reason => setDecision({ ...decision, reason })}
            error={fields['/outcome/reason']}
          />
        </>
      )}
      <TextArea
        label={words.answer}
        hint={words.answerHint}
        limit={1000}
        rows={4}
        value={answer}
        onChange={setAnswer}
        error={fields['/answer']}
      />
      <div>
        <Button kind="primary" submit busy={send.busy}>
          {words.send}
        </Button>
      </div>
    </form>
  )
}
