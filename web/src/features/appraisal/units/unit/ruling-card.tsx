import { ruleOnUnit, type UnitResult } from '@jiannuo/contract/appraisal/assessed-unit.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useState } from 'react'
import { useCommand } from '../../../../app/server/query.ts'
import { useToday } from '../../../../app/session.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { Button } from '../../../../ui/action/button.tsx'
import { RadioSegments, SelectField } from '../../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../../ui/form/field.tsx'
import { DayField, TextArea, TextField } from '../../../../ui/form/text-field.tsx'
import { Card } from '../../../../ui/page/card.tsx'
import { InlineAlert, ProblemAlert } from '../../../../ui/state/inline-alert.tsx'
import { useBoth } from '../../both.ts'
import { MovedList } from '../results/moved-list.tsx'
import { useStanding } from '../standing.ts'
import { unitResultWords } from './words.ts'

const KINDS = ['limit', 'fact', 'indicator'] as const

/** 认定: a recorded decision lifts a limit (容错), says what counts for a fact or exempts from an indicator; the difference is shown at once. */
export function RulingCard({ data }: { data: UnitResult }) {
  const words = useWords(unitResultWords)
  const both = useBoth()
  const today = useToday()
  const standing = useStanding(data.grades)
  const kinds = KINDS.filter(each => each !== 'limit' || data.limits.length > 0)
  const [kind, setKind] = useState<(typeof KINDS)[number]>(kinds[0] ?? 'fact')
  const [target, setTarget] = useState('')
  const [value, setValue] = useState('')
  const [basis, setBasis] = useState({ meeting: '', meetingOn: today, document: '', clause: '', reason: '' })
  const [done, setDone] = useState<Reply<typeof ruleOnUnit> | null>(null)
  const rule = useCommand(ruleOnUnit, { onDone: setDone })
  const fields = rule.problem?.fields ?? {}
  const targets = { limit: data.limits, fact: data.facts, indicator: data.indicators }[kind]
  const set = (name: keyof typeof basis) => (typed: string) => setBasis({ ...basis, [name]: typed })
  const send = () =>
    void rule.run({
      params: { assessedId: data.id },
      body: {
        ...basis,
        clause: basis.clause.trim() || null,
        what: kind === 'fact' ? { kind, target, value: value.trim() } : { kind, target },
      },
    })
  return (
    <Card title={words.ruling}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          send()
        }}
      >
        <p className="second">{words.rulingNote}</p>
        {data.assessment.state === 'decided' && <InlineAlert tone="warn" title={words.rulingAgain} />}
        {done && (
          <InlineAlert tone="ok" title={words.ruled(done.run, done.moved.length)}>
            <MovedList moved={done.moved} standing={standing} />
          </InlineAlert>
        )}
        <ProblemAlert problem={rule.problem} />
        <RadioSegments
          label={words.kind}
          options={kinds.map(each => ({ value: each, label: words.kinds[each] }))}
          value={kind}
          onChange={chosen => {
            setKind(chosen)
            setTarget('')
          }}
        />
        <SelectField
          label={words.targets[kind]}
          options={targets.map(each => ({ value: each.id, label: both(each.title) }))}
          value={target}
          onChange={setTarget}
          error={fields['/what/target']}
        />
        {kind === 'fact' && (
          <TextField
            label={words.value}
            width="short"
            inputMode="decimal"
            value={value}
            onChange={setValue}
            error={fields['/what/value']}
          />
        )}
        <FieldRow>
          <TextField
            label={words.meeting}
            value={basis.meeting}
            onChange={set('meeting')}
            maxLength={80}
            error={fields['/meeting']}
          />
          <DayField
            label={words.meetingOn}
            value={basis.meetingOn}
            onChange={set('meetingOn')}
            max={today}
            error={fields['/meetingOn']}
          />
        </FieldRow>
        <FieldRow>
          <TextField
            label={words.document}
            value={basis.document}
            onChange={set('document')}
            maxLength={120}
            error={fields['/document']}
          />
          <TextField
            label={words.clause}
            optional
            value={basis.clause}
            onChange={set('clause')}
            maxLength={120}
            error={fields['/clause']}
          />
        </FieldRow>
        <TextArea
          label={words.reason}
          rows={3}
          limit={500}
          value={basis.reason}
          onChange={set('reason')}
          error={fields['/reason']}
        />
        <div>
          <Button submit busy={rule.busy}>
            {words.rule}
          </Button>
        </div>
      </form>
    </Card>
  )
}
