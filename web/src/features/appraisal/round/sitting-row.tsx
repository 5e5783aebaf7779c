import { listTellerCandidates, prepareSitting, type Sitting, waiveSitting } from '@jiannuo/contract/appraisal/round.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { labelled, listed } from '../../../i18n/punctuation.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { NumberField } from '../../../ui/form/number-field.tsx'
import { SearchSelect } from '../../../ui/form/search-select.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Row } from '../../../ui/page/card.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { useBoth } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { roundWords } from './words.ts'

const TONE = { notStarted: 'neutral', open: 'info', sealed: 'info', valid: 'ok', notRated: 'warn' } as const

/** One place where slips are counted: how far it is, its tellers, its slips. Nobody here sees a count of grades. */
export function SittingRow({ sitting, title, about }: { sitting: Sitting; title: string; about: string }) {
  const words = useWords(roundWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const [open, setOpen] = useState<'tellers' | 'waive' | null>(null)
  const notes = [
    about,
    listed(sitting.who.map(each => both(each.title))),
    words.entitled(sitting.entitled),
    words.bounds(sitting.minimum, sitting.quorum),
    sitting.handedOut === null || sitting.returned === null ? '' : words.slips(sitting.returned, sitting.handedOut),
    sitting.why ? both(sitting.why) : '',
  ]
  return (
    <Row
      title={title}
      note={
        <>
          {notes.filter(Boolean).join(' · ')}
          <br />
          {sitting.tellers.length > 0
            ? labelled(words.tellers, listed(sitting.tellers.map(each => each.name)))
            : sitting.mayWaive && words.tellersNone}
        </>
      }
      state={<StatusTag tone={TONE[sitting.state]}>{common.panels[sitting.state]}</StatusTag>}
      action={
        sitting.mayName && (
          <Button expanded={open === 'tellers'} onClick={() => setOpen(open === 'tellers' ? null : 'tellers')}>
            {sitting.tellers.length > 0 ? words.rename : words.name}
          </Button>
        )
      }
    >
      {sitting.mayName && (
        <div className="appraisal-row-actions no-print">
          <ButtonLink kind="text" small to={`/appraisal/slips/${sitting.id}`}>
            {words.printSlips}
          </ButtonLink>
          {sitting.mayWaive && (
            <Button
              kind="text"
              small
              expanded={open === 'waive'}
              onClick={() => setOpen(open === 'waive' ? null : 'waive')}
            >
              {words.waive}
            </Button>
          )}
        </div>
      )}
      {open === 'tellers' && <TellersForm sitting={sitting} onDone={() => setOpen(null)} />}
      {open === 'waive' && <WaiveForm sitting={sitting} onDone={() => setOpen(null)} />}
    </Row>
  )
}

function TellersForm({ sitting, onDone }: { sitting: Sitting; onDone: () => void }) {
  const words = useWords(roundWords)
  const common = useWords(appraisalWords)
  const [added, setAdded] = useState(sitting.added)
  const [tellers, setTellers] = useState([sitting.tellers[0]?.personId ?? '', sitting.tellers[1]?.personId ?? ''])
  const prepare = useCommand(prepareSitting, { onDone })
  const [firstTeller = '', secondTeller = ''] = tellers
  const fields = prepare.problem?.fields ?? {}
  const submit = () =>
    void prepare.run({
      params: { sittingId: sitting.id },
      body: { added: sitting.takesAdded ? added : null, firstTeller, secondTeller },
    })
  return (
    <form
      className="form card-body"
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <ProblemAlert problem={prepare.problem} />
      {sitting.takesAdded && (
        <NumberField
          label={words.added}
          hint={words.addedHint}
          value={added}
          onChange={setAdded}
          error={fields['/added']}
          width="medium"
        />
      )}
      <TellerField
        label={words.first}
        sitting={sitting}
        value={firstTeller}
        onChange={value => setTellers([value, secondTeller])}
        error={fields['/firstTeller']}
        known={sitting.tellers}
      />
      <TellerField
        label={words.second}
        sitting={sitting}
        value={secondTeller}
        onChange={value => setTellers([firstTeller, value])}
        error={fields['/secondTeller']}
        known={sitting.tellers}
      />
      <div>
        <Button submit busy={prepare.busy}>
          {common.save}
        </Button>
      </div>
    </form>
  )
}

interface TellerFieldProps {
  label: string
  sitting: Sitting
  value: string
  onChange: (value: string) => void
  known: Sitting['tellers']
  error: string | undefined
}
function TellerField({ label, sitting, value, onChange, known, error }: TellerFieldProps) {
  const words = useWords(roundWords)
  const [q, setQ] = useState('')
  const found = useQuery(query(listTellerCandidates, { params: { sittingId: sitting.id }, query: { q } }))
  const options = (found.data?.people ?? []).map(each => ({
    value: each.personId,
    label: `${each.name}（${each.unitName}）`,
  }))
  const named = known
    .filter(each => !options.some(option => option.value === each.personId))
    .map(each => ({ value: each.personId, label: each.name }))
  return (
    <SearchSelect
      label={label}
      hint={words.findTeller}
      error={error}
      width="medium"
      options={[...options, ...named]}
      value={value}
      onChange={onChange}
      onSearch={setQ}
      busy={found.isFetching}
    />
  )
}

function WaiveForm({ sitting, onDone }: { sitting: Sitting; onDone: () => void }) {
  const words = useWords(roundWords)
  const [reason, setReason] = useState('')
  const waive = useCommand(waiveSitting, { onDone })
  return (
    <form
      className="form card-body"
      onSubmit={event => {
        event.preventDefault()
        void waive.run({ params: { sittingId: sitting.id }, body: { reason } })
      }}
    >
      <ProblemAlert problem={waive.problem} />
      <TextField
        label={words.waiveReason}
        value={reason}
        onChange={setReason}
        maxLength={200}
        error={waive.problem?.fields['/reason']}
      />
      <div>
        <Button submit busy={waive.busy}>
          {words.waiveDo}
        </Button>
      </div>
    </form>
  )
}
