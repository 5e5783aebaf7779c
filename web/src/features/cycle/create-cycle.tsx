import { createCycle, type Phase, proposeCycle } from '@jiannuo/contract/cycle.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { addDays } from '../../i18n/format.ts'
import { ActionBar } from '../../ui/action/action-bar.tsx'
import { Button } from '../../ui/action/button.tsx'
import { FieldRow } from '../../ui/form/field.tsx'
import { NumberField } from '../../ui/form/number-field.tsx'
import { DayField, TextField } from '../../ui/form/text-field.tsx'
import { Card } from '../../ui/page/card.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { cycleWords } from './words.ts'

export const BOUNDS = ['lagRed', 'lagYellow', 'attentionYellow', 'lowFulfilment'] as const

/** A year from the usual dates. Moving the end of a phase moves the beginning of the next one with it. */
export function CreateCycle({ year, onDone }: { year: number; onDone: () => void }) {
  const { data } = useSuspenseQuery(query(proposeCycle, { query: { year } }))
  return <Form key={year} proposal={data} onDone={onDone} />
}

function Form({ proposal, onDone }: { proposal: Reply<typeof proposeCycle>; onDone: () => void }) {
  const words = useWords(cycleWords)
  const [typed, setTyped] = useState(proposal)
  const create = useCommand(createCycle, { onDone })
  const fields = create.problem?.fields ?? {}
  const setPhase = (changed: Phase) => {
    const main = typed.phases.filter(p => p.phase !== 'midYear')
    const next = main[main.findIndex(p => p.phase === changed.phase) + 1]
    setTyped({
      ...typed,
      phases: typed.phases.map(p =>
        p.phase === changed.phase
          ? changed
          : changed.phase !== 'midYear' && p.phase === next?.phase
            ? { ...p, from: changed.until }
            : p,
      ),
    })
  }
  const count = (
    name: 'noticeDays' | 'reviewDays' | 'objectionDays' | 'reportMaxCharacters',
    label: string,
    unit: string,
  ) => (
    <NumberField
      label={label}
      unit={unit}
      value={typed[name]}
      error={fields[`/${name}`]}
      onChange={value => setTyped({ ...typed, [name]: value ?? 0 })}
    />
  )
  return (
    <div className="stack">
      <ProblemAlert problem={create.problem} />
      <Card>
        <div className="form">
          <TextField
            label={words.title}
            width="medium"
            maxLength={60}
            value={typed.title}
            error={fields['/title']}
            onChange={title => setTyped({ ...typed, title })}
          />
          <FieldRow>
            {count('reviewDays', words.reviewDays, words.days)}
            {count('noticeDays', words.noticeDays, words.days)}
            {count('objectionDays', words.objectionDays, words.days)}
            {count('reportMaxCharacters', words.reportMax, words.chars)}
          </FieldRow>
        </div>
      </Card>
      <Card title={words.bounds} note={words.boundsNote}>
        <FieldRow>
          {BOUNDS.map(name => (
            <NumberField
              key={name}
              label={words.bound[name]}
              unit="%"
              value={typed.bounds[name]}
              error={fields[`/bounds/${name}`]}
              onChange={value => setTyped({ ...typed, bounds: { ...typed.bounds, [name]: value ?? 0 } })}
            />
          ))}
        </FieldRow>
      </Card>
      <Card title={words.phasesTitle}>
        <div className="form">
          {typed.phases.map((phase, at) => (
            <FieldRow key={phase.phase}>
              <DayField
                label={`${words.phases[phase.phase]} · ${words.from}`}
                value={phase.from}
                readOnly={phase.phase !== 'preparing' && phase.phase !== 'midYear'}
                error={fields[`/phases/${at}/from`]}
                onChange={from => setPhase({ ...phase, from })}
              />
              <DayField
                label={`${words.phases[phase.phase]} · ${words.to}`}
                value={phase.until && addDays(phase.until, -1)}
                error={fields[`/phases/${at}/until`]}
                onChange={last => setPhase({ ...phase, until: last && addDays(last, 1) })}
              />
            </FieldRow>
          ))}
        </div>
      </Card>
      <ActionBar>
        <Button kind="primary" busy={create.busy} onClick={() => create.run({ body: typed })}>
          {words.doCreate}
        </Button>
      </ActionBar>
    </div>
  )
}
