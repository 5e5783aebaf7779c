import { listOrganisationRatings, rateAsOrganisation } from '@jiannuo/contract/appraisal/rating.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { percent } from '../../../i18n/format.ts'
import { Button } from '../../../ui/action/button.tsx'
import { RadioSegments } from '../../../ui/form/choice-field.tsx'
import { TextArea, TextField } from '../../../ui/form/text-field.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { useBoth, useNamed } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { roundWords } from './words.ts'

type List = Reply<typeof listOrganisationRatings>
type RatedRow = List['rows'][number]

/** 组织评定 /appraisal/$id/organisation: grade and reason, person by person. */
export function OrganisationPage() {
  const words = useWords(roundWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const roundId = useParam('id')
  const { data } = useSuspenseQuery(query(listOrganisationRatings, { params: { roundId } }))
  const left = data.rows.filter(each => !each.rated).length
  const [open, setOpen] = useState<string | null>(
    data.mayRate ? (data.rows.find(each => !each.rated && each.mayRate)?.subjectId ?? null) : null,
  )
  const next = (after: string) =>
    data.rows.find(each => !each.rated && each.mayRate && each.subjectId !== after)?.subjectId ?? null
  return (
    <Page
      title={words.organisationHeading(left)}
      kicker={<Go to={`/appraisal/${roundId}`}>{common.back}</Go>}
      note={words.organisationNote}
      width="form"
    >
      <Card title={both(data.title)} flush>
        <Rows>
          {data.rows.map(row => (
            <PersonRow
              key={row.subjectId}
              row={row}
              list={data}
              open={open === row.subjectId}
              onOpen={() => setOpen(open === row.subjectId ? null : row.subjectId)}
              onDone={() => setOpen(next(row.subjectId))}
            />
          ))}
        </Rows>
      </Card>
    </Page>
  )
}

function PersonRow({
  row,
  list,
  open,
  onOpen,
  onDone,
}: {
  row: RatedRow
  list: List
  open: boolean
  onOpen: () => void
  onDone: () => void
}) {
  const words = useWords(roundWords)
  const named = useNamed(list.grades)
  const notes = [
    row.homeUnitName,
    row.fulfilment === null ? '' : words.fulfilment(percent(Number(row.fulfilment), 0)),
    row.self ? words.selfSaid(named(row.self.grade)) : '',
    row.rated?.reason ?? '',
    row.rated?.document ?? '',
    list.mayRate && !row.mayRate ? words.notSelf : '',
  ]
  const editable = list.mayRate && row.mayRate
  return (
    <Row
      title={row.name}
      note={notes.filter(Boolean).join(' · ')}
      current={open}
      state={row.rated ? <StatusTag>{named(row.rated.grade)}</StatusTag> : undefined}
      action={
        editable && (
          <Button expanded={open} onClick={onOpen}>
            {words.toOrganisation}
          </Button>
        )
      }
    >
      {open && editable && <RatingForm row={row} list={list} onDone={onDone} />}
    </Row>
  )
}

function RatingForm({ row, list, onDone }: { row: RatedRow; list: List; onDone: () => void }) {
  const words = useWords(roundWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const [grade, setGrade] = useState(row.rated?.grade ?? '')
  const [reason, setReason] = useState(row.rated?.reason ?? '')
  const [document, setDocument] = useState(row.rated?.document ?? '')
  const rate = useCommand(rateAsOrganisation, { onDone })
  return (
    <form
      className="form card-body"
      onSubmit={event => {
        event.preventDefault()
        void rate.run({
          params: { subjectId: row.subjectId },
          body: { grade, reason, document: document.trim() || null },
        })
      }}
    >
      <ProblemAlert problem={rate.problem} />
      <RadioSegments
        label={words.grade}
        options={list.grades.map(each => ({ value: each.id, label: both(each.title) }))}
        value={grade}
        onChange={setGrade}
        error={rate.problem?.fields['/grade']}
      />
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        onChange={setReason}
        limit={500}
        rows={2}
        error={rate.problem?.fields['/reason']}
      />
      {list.takesDocument && (
        <TextField
          label={words.document}
          hint={words.documentHint}
          optional
          value={document}
          onChange={setDocument}
          maxLength={120}
        />
      )}
      <div>
        <Button kind="primary" submit busy={rate.busy}>
          {common.save}
        </Button>
      </div>
    </form>
  )
}
