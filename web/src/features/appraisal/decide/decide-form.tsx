import { decideGrades } from '@jiannuo/contract/appraisal/result.ts'
import { useState } from 'react'
import { useGo } from '../../../app/location.ts'
import { useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { number } from '../../../i18n/format.ts'
import { sentences } from '../../../i18n/punctuation.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { Button } from '../../../ui/action/button.tsx'
import { RadioSegments } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { DayField, TextArea, TextField } from '../../../ui/form/text-field.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Stack } from '../../../ui/page/page.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { useBoth, useNamed } from '../both.ts'
import { appraisalWords } from '../words.ts'
import type { Choices, Results, ResultsRow } from './choices.ts'
import { decideWords } from './words.ts'

const departs = (row: ResultsRow, grade: string | undefined) =>
  grade !== undefined && grade !== '' && !row.free.includes(grade)

/** The decision of a meeting: every grade, a reason where it departs, the meeting and its day. Warnings name what it departs from and stop nothing. */
export function DecideForm({
  data,
  choices,
  onChange,
}: {
  data: Results
  choices: Choices
  onChange: (choices: Choices) => void
}) {
  const words = useWords(decideWords)
  const today = useToday()
  const go = useGo()
  const [meeting, setMeeting] = useState(data.meeting ?? '')
  const [meetingOn, setMeetingOn] = useState(data.meetingOn ?? today)
  const decide = useCommand(decideGrades, { onDone: () => go(`/appraisal/${data.roundId}`) })
  const graded = data.rows.filter(each => !each.ungraded)
  const errorOf = (name: string) => decide.problem?.fields[name]
  const submit = () => {
    const grades = graded.flatMap(row => {
      const choice = choices[row.subjectId]
      return choice?.grade
        ? [
            {
              subjectId: row.subjectId,
              grade: choice.grade,
              reason: departs(row, choice.grade) ? choice.reason.trim() || null : null,
            },
          ]
        : []
    })
    void decide.run({ params: { roundId: data.roundId }, body: { version: data.version, meeting, meetingOn, grades } })
  }
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack>
        <Departures data={data} choices={choices} />
        <Card flush>
          <Rows>
            {graded.map(row => (
              <GradeRow
                key={row.subjectId}
                row={row}
                data={data}
                choice={choices[row.subjectId] ?? { grade: '', reason: '' }}
                error={errorOf(`/grades/${graded.indexOf(row)}/reason`)}
                onChange={choice => onChange({ ...choices, [row.subjectId]: choice })}
              />
            ))}
          </Rows>
        </Card>
        <Card>
          <FieldRow>
            <TextField
              label={words.meeting}
              hint={words.meetingHint}
              value={meeting}
              onChange={setMeeting}
              maxLength={80}
              error={errorOf('/meeting')}
            />
            <DayField
              label={words.meetingOn}
              value={meetingOn}
              onChange={setMeetingOn}
              max={today}
              error={errorOf('/meetingOn')}
            />
          </FieldRow>
        </Card>
        <ProblemAlert problem={decide.problem} />
        {errorOf('/grades') && <InlineAlert tone="danger" title={errorOf('/grades')} />}
        <ActionBar>
          <Button kind="primary" submit busy={decide.busy}>
            {data.state === 'decided' ? words.decideAgain : words.decide}
          </Button>
        </ActionBar>
      </Stack>
    </form>
  )
}

function GradeRow({
  row,
  data,
  choice,
  error,
  onChange,
}: {
  row: ResultsRow
  data: Results
  choice: Choices[string]
  error: string | undefined
  onChange: (choice: Choices[string]) => void
}) {
  const words = useWords(decideWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const named = useNamed(data.grades)
  return (
    <Row
      title={row.name}
      note={[
        row.homeUnitName,
        row.total === null ? '' : common.points(number(Number(row.total), 2)),
        row.proposed === null ? '' : `${words.proposed}${named(row.proposed)}`,
      ]
        .filter(Boolean)
        .join(' · ')}
      current={choice.grade === ''}
    >
      <div className="form card-body">
        <RadioSegments
          label={words.grade}
          options={data.grades.map(each => ({ value: each.id, label: both(each.title) }))}
          value={choice.grade}
          onChange={grade => onChange({ ...choice, grade })}
        />
        {departs(row, choice.grade) && (
          <TextArea
            label={words.reason}
            rows={2}
            limit={500}
            value={choice.reason}
            onChange={reason => onChange({ ...choice, reason })}
            error={error}
          />
        )}
      </div>
    </Row>
  )
}

function Departures({ data, choices }: { data: Results; choices: Choices }) {
  const words = useWords(decideWords)
  const named = useNamed(data.grades)
  const other = data.rows.filter(row => departs(row, choices[row.subjectId]?.grade)).length
  const over = data.places.filter(
    ({ grade, seats }) => data.rows.filter(row => choices[row.subjectId]?.grade === grade).length > seats,
  )
  if (other === 0 && over.length === 0) return null
  return (
    <InlineAlert tone="info" title={other > 0 ? words.departs(other) : words.over(named(over[0]?.grade ?? null))}>
      {other > 0 && sentences(...over.map(each => words.over(named(each.grade))))}
    </InlineAlert>
  )
}
