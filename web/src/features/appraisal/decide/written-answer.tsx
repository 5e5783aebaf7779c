import type { Named } from '@jiannuo/contract/appraisal/round.ts'
import { useState } from 'react'
import type { ProblemError } from '../../../app/server/problem.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { RadioSegments, SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { TextArea, TextField } from '../../../ui/form/text-field.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { useBoth } from '../both.ts'
import { decideWords } from './words.ts'

const KINDS = ['upheld', 'recomputed', 'decided'] as const
type Kind = (typeof KINDS)[number]

/** What was written; which of it counts follows from the kind. */
export interface Written {
  answer: string
  kind: Kind
  facts: { fact: string; value: string | null; document: string }[]
  grade: string
  stars: string
  reason: string
}

/** The answer to an objection of a person or a unit: upheld, facts mended and computed again, or decided otherwise. */
export function WrittenAnswer({
  grades,
  starLevels = [],
  facts,
  problem,
  busy,
  onSend,
}: {
  grades: readonly Named[]
  starLevels?: readonly number[]
  facts: readonly Named[]
  problem: ProblemError | null
  busy: boolean
  onSend: (written: Written) => void
}) {
  const words = useWords(decideWords)
  const both = useBoth()
  const [kind, setKind] = useState<Kind | ''>('')
  const [asked, setAsked] = useState(false)
  const [answer, setAnswer] = useState('')
  const [entry, setEntry] = useState({ fact: '', value: '', document: '' })
  const [decision, setDecision] = useState({ grade: '', stars: '', reason: '' })
  const fields = problem?.fields ?? {}
  return (
    <form
      className="form card-body"
      onSubmit={event => {
        event.preventDefault()
        setAsked(true)
        const mended = entry.fact ? [{ ...entry, value: entry.value.trim() || null }] : []
        if (kind !== '') onSend({ answer, kind, facts: mended, ...decision })
      }}
    >
      <ProblemAlert problem={problem} />
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
              options={facts.map(each => ({ value: each.id, label: both(each.title) }))}
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
          {grades.length > 0 && (
            <RadioSegments
              label={words.newGrade}
              options={grades.map(each => ({ value: each.id, label: both(each.title) }))}
              value={decision.grade}
              onChange={grade => setDecision({ ...decision, grade })}
              error={fields['/outcome/grade']}
            />
          )}
          {starLevels.length > 0 && (
            <SelectField
              label={words.newStars}
              width="short"
              options={starLevels.map(each => ({ value: String(each), label: String(each) }))}
              value={decision.stars}
              onChange={stars => setDecision({ ...decision, stars })}
              error={fields['/outcome/stars']}
            />
          )}
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
        <Button kind="primary" submit busy={busy}>
          {words.send}
        </Button>
      </div>
    </form>
  )
}
