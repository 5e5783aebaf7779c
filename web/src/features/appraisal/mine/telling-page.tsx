import {
  enterFirstCount,
  enterSecondCount,
  readTelling,
  type SlipCount,
  type TellingSheet,
} from '@jiannuo/contract/appraisal/rating.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { byStroke } from '../../../i18n/names.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { NumberField } from '../../../ui/form/number-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import '../appraisal.css'
import { useBoth } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { useKeptCount } from './use-kept-count.ts'
import { mineWords } from './words.ts'

/** 计票 /tellings/$id: one of two tellers enters what he counted; the other's figures are never shown. */
export function TellingPage() {
  const words = useWords(mineWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const { data: sheet } = useSuspenseQuery(query(readTelling, { params: { sittingId: useParam('id') } }))
  const said = {
    waiting: words.tellWaiting,
    done: words.tellDone,
    theirs: words.tellTheirs,
    mine: '',
    closed: words.turns.closed,
  }[sheet.turn]
  const [again, setAgain] = useState(false)
  const mayReplace = sheet.turn === 'theirs' && sheet.teller === 'first'
  const enters = sheet.turn === 'mine' || (mayReplace && again)
  return (
    <Page
      title={words.tellHeading(sheet.unitName, common.abouts[sheet.about], both(sheet.title))}
      note={sheet.entitled === null ? undefined : words.tellNote(sheet.entitled, sheet.minimum)}
      width="form"
    >
      <Stack>
        {said && <InlineAlert tone={sheet.turn === 'done' ? 'ok' : 'info'} title={said} />}
        {sheet.rejected > 0 && sheet.turn === 'mine' && sheet.teller === 'first' && (
          <InlineAlert tone="warn" title={words.rejected} />
        )}
        <p className="fine">{common.secret}</p>
        {enters ? (
          <CountForm sheet={sheet} onEntered={() => setAgain(false)} />
        ) : (
          <div className="appraisal-actions">
            <ButtonLink to="/my-results">{common.back}</ButtonLink>
            {mayReplace && <Button onClick={() => setAgain(true)}>{words.tellAgain}</Button>}
          </div>
        )}
      </Stack>
    </Page>
  )
}

/** Scores as they are read off the slips, in any order: `92 88.5 90` is one slip each. */
const scoresIn = (typed: string): Record<string, number> => {
  const scores: Record<string, number> = {}
  for (const score of typed
    .normalize('NFKC')
    .split(/[\s,，、;；]+/)
    .filter(Boolean)) {
    const plain = /^\d+\.\d*0$/.test(score) ? String(Number(score)) : score
    scores[plain] = (scores[plain] ?? 0) + 1
  }
  return scores
}
const INVALID = 'invalid'
const keyOf = (subjectId: string | null, grade: string) => `${subjectId ?? ''} ${grade}`

function CountForm({ sheet: sent, onEntered }: { sheet: TellingSheet; onEntered: () => void }) {
  // As the slips lie.
  const sheet = { ...sent, subjects: [...sent.subjects].sort(byStroke) }
  const words = useWords(mineWords)
  const [counted, count, forget] = useKeptCount(sheet.sittingId)
  const { handedOut, returned, cells, scores } = counted
  const [differing, setDiffering] = useState<{ cells: ReadonlySet<string>; left: number } | null>(null)
  const first = useCommand(enterFirstCount, {
    onDone: () => {
      forget()
      onEntered()
    },
  })
  const second = useCommand(enterSecondCount, {
    onDone: reply => {
      if (reply.matched) forget()
      setDiffering(
        reply.matched
          ? null
          : { cells: new Set(reply.differing.map(each => keyOf(each.subjectId, each.grade))), left: reply.triesLeft },
      )
    },
  })
  const problem = first.problem ?? second.problem
  // An empty cell is no slip, but how many were handed out and came back must be said: not a number goes out as null.
  const body = (): SlipCount => ({
    handedOut: handedOut ?? Number.NaN,
    returned: returned ?? Number.NaN,
    counts: sheet.subjects.map(({ id }) => ({
      subjectId: id,
      grades:
        sheet.outOf === null
          ? Object.fromEntries(sheet.grades.map(grade => [grade.id, cells[id]?.[grade.id] ?? 0]))
          : scoresIn(scores[id] ?? ''),
      invalid: cells[id]?.[INVALID] ?? 0,
    })),
  })
  const submit = () => {
    const filled = { params: { sittingId: sheet.sittingId }, body: body() }
    void (sheet.teller === 'first' ? first.run(filled) : second.run(filled))
  }
  const differs = (subjectId: string | null, grade: string) =>
    differing?.cells.has(keyOf(subjectId, grade)) ? words.differCell : undefined
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack>
        <Card>
          <FieldRow>
            <NumberField
              label={words.handedOut}
              value={handedOut}
              onChange={value => count({ handedOut: value })}
              error={problem?.fields['/handedOut'] ?? differs(null, 'handedOut')}
            />
            <NumberField
              label={words.returned}
              value={returned}
              onChange={value => count({ returned: value })}
              error={problem?.fields['/returned'] ?? differs(null, 'returned')}
            />
          </FieldRow>
        </Card>
        {sheet.subjects.map((subject, at) => (
          <SubjectCount
            key={subject.id}
            sheet={sheet}
            subject={subject}
            returned={returned}
            cells={cells[subject.id] ?? {}}
            scores={scores[subject.id] ?? ''}
            onScores={typed => count({ scores: { ...scores, [subject.id]: typed } })}
            error={firstUnder(problem?.fields ?? {}, `/counts/${at}`)}
            differs={grade => differs(subject.id, grade)}
            isOther={[...(differing?.cells ?? [])].some(cell => cell.startsWith(`${subject.id} `))}
            onChange={(grade, value) =>
              count({ cells: { ...cells, [subject.id]: { ...cells[subject.id], [grade]: value } } })
            }
          />
        ))}
        <ProblemAlert problem={problem} />
        {differing && (
          <InlineAlert
            tone="warn"
            title={differing.left > 0 ? words.differ(differing.cells.size, differing.left) : words.differOut}
          />
        )}
        {/* At the end and not in a bar over the cells: who counts is done when the last slip is. */}
        <div className="appraisal-actions">
          <Button kind="primary" submit busy={first.busy || second.busy}>
            {sheet.teller === 'first' ? words.submitFirst : words.submitSecond}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

/** What is said of a person or a cell of his. */
const firstUnder = (fields: Record<string, string>, pointer: string) =>
  Object.entries(fields).find(([at]) => at === pointer || at.startsWith(`${pointer}/`))?.[1]

interface SubjectCountProps {
  sheet: TellingSheet
  subject: { id: string; name: string }
  returned: number | null
  cells: Record<string, number | null>
  scores: string
  onScores: (typed: string) => void
  /** One of his cells differs from the other count. */
  isOther: boolean
  error: string | undefined
  differs: (grade: string) => string | undefined
  onChange: (grade: string, value: number | null) => void
}
/** One person on one card, a cell for every grade: wide enough for a thumb. */
function SubjectCount({ sheet, subject, returned, cells, error, differs, onChange, ...own }: SubjectCountProps) {
  const words = useWords(mineWords)
  const both = useBoth()
  const given = sheet.outOf === null ? cells : { ...scoresIn(own.scores), [INVALID]: cells[INVALID] ?? 0 }
  const sum = Object.values(given).reduce<number>((total, slips) => total + (slips ?? 0), 0)
  const most = Math.max(0, Math.min(returned ?? sheet.mostPerSubject ?? 0, sheet.mostPerSubject ?? 0))
  const said = error ?? (sum > most ? words.over(sum, most) : undefined)
  return (
    <Card
      title={subject.name}
      note={
        sum > 0 && !said ? `${words.sumOf(sum, most)}${most > sum ? ` · ${words.abstain(most - sum)}` : ''}` : undefined
      }
      flush
    >
      {said && (
        <div className="card-body">
          <InlineAlert tone="danger" title={said} />
        </div>
      )}
      {sheet.outOf !== null && (
        <div className="card-body">
          <TextField
            label={words.scores}
            hint={words.scoresHint(sheet.outOf)}
            value={own.scores}
            onChange={own.onScores}
            inputMode="text"
            width="full"
            error={own.isOther ? words.differCell : undefined}
          />
        </div>
      )}
      <div className="appraisal-count">
        {[
          ...sheet.grades.map(each => ({ id: each.id, label: both(each.title) })),
          { id: INVALID, label: words.invalid },
        ].map(({ id, label }) => (
          <NumberField
            key={id}
            label={label}
            value={cells[id] ?? null}
            onChange={value => onChange(id, value)}
            error={differs(id)}
            width="full"
          />
        ))}
      </div>
    </Card>
  )
}
