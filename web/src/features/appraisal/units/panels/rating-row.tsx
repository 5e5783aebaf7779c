import { rateUnit, type UnitPanel, type UnitRating } from '@jiannuo/contract/appraisal/unit-panel.ts'
import { useState } from 'react'
import { useCommand } from '../../../../app/server/query.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { Button } from '../../../../ui/action/button.tsx'
import { RadioSegments } from '../../../../ui/form/choice-field.tsx'
import { TextArea, TextField } from '../../../../ui/form/text-field.tsx'
import { Row } from '../../../../ui/page/card.tsx'
import { StatusTag } from '../../../../ui/signal/status-tag.tsx'
import { ProblemAlert } from '../../../../ui/state/inline-alert.tsx'
import { useBoth, useNamed } from '../../both.ts'
import { unitWords } from '../words.ts'
import { panelWords } from './words.ts'

interface RatingRowProps {
  row: UnitRating
  panel: UnitPanel
  open: boolean
  onOpen: () => void
  onDone: () => void
}

/** One unit with the rating of a body, and the form for it. */
export function RatingRow({ row, panel, open, onOpen, onDone }: RatingRowProps) {
  const words = useWords(panelWords)
  const common = useWords(unitWords)
  const named = useNamed(panel.grades)
  const { rated, mayRate } = row
  const notes = [row.organ === row.name ? '' : row.organ, rated?.reason ?? '', rated?.document ?? '']
  const said = rated && (panel.outOf === null ? named(rated.value) : common.points(rated.value))
  return (
    <Row
      title={row.name}
      note={notes.filter(Boolean).join(' · ')}
      current={open}
      state={said ? <StatusTag>{said}</StatusTag> : <StatusTag tone="neutral">{words.notRated}</StatusTag>}
      action={
        mayRate !== 'no' && (
          <Button expanded={open} onClick={onOpen}>
            {rated ? words.change : mayRate === 'yes' ? words.rate : words.byDocument}
          </Button>
        )
      }
    >
      {open && mayRate !== 'no' && <RatingForm row={row} panel={panel} onDone={onDone} />}
    </Row>
  )
}

function RatingForm({ row, panel, onDone }: Pick<RatingRowProps, 'row' | 'panel' | 'onDone'>) {
  const words = useWords(panelWords)
  const both = useBoth()
  const [value, setValue] = useState(row.rated?.value ?? '')
  const [reason, setReason] = useState(row.rated?.reason ?? '')
  const [document, setDocument] = useState(row.rated?.document ?? '')
  const rate = useCommand(rateUnit, { onDone })
  const fields = rate.problem?.fields ?? {}
  return (
    <form
      className="form card-body"
      onSubmit={event => {
        event.preventDefault()
        void rate.run({
          params: { assessedId: row.assessedId, source: panel.source },
          body: { value: value.normalize('NFKC'), reason, document: document.trim() || null },
        })
      }}
    >
      <ProblemAlert problem={rate.problem} />
      {panel.outOf === null ? (
        <RadioSegments
          label={words.grade}
          options={panel.grades.map(each => ({ value: each.id, label: both(each.title) }))}
          value={value}
          onChange={setValue}
          error={fields['/value']}
        />
      ) : (
        <TextField
          label={words.score}
          hint={words.scoreHint(panel.outOf)}
          inputMode="decimal"
          width="short"
          value={value}
          onChange={setValue}
          error={fields['/value']}
        />
      )}
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        onChange={setReason}
        limit={500}
        rows={2}
        error={fields['/reason']}
      />
      <TextField
        label={words.document}
        hint={words.documentHint}
        optional={row.mayRate === 'yes'}
        value={document}
        onChange={setDocument}
        maxLength={120}
        error={fields['/document']}
      />
      <div>
        <Button kind="primary" submit busy={rate.busy}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}
