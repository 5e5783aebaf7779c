import { ruleOnSubject } from '@jiannuo/contract/appraisal/result.ts'
import { useState } from 'react'
import { useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { RadioSegments, SelectField } from '../../../ui/form/choice-field.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { useBoth } from '../both.ts'
import type { Results } from './choices.ts'
import { decideWords } from './words.ts'

const EMPTY = { subjectId: '', target: '', decision: '' }

/** 认定: lifts one veto or limit for one person (容错), or exempts from one indicator. */
export function RulingCard({ data }: { data: Results }) {
  const words = useWords(decideWords)
  const both = useBoth()
  const [kind, setKind] = useState<'limit' | 'indicator'>(data.limits.length > 0 ? 'limit' : 'indicator')
  const [ruling, setRuling] = useState(EMPTY)
  const rule = useCommand(ruleOnSubject, { onDone: () => setRuling(EMPTY) })
  return (
    <Card title={words.ruling}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void rule.run({
            params: { subjectId: ruling.subjectId },
            body: { kind, target: ruling.target, decision: ruling.decision },
          })
        }}
      >
        <p className="second">{words.rulingNote}</p>
        <ProblemAlert problem={rule.problem} />
        <SelectField
          label={words.name}
          options={data.rows.map(each => ({ value: each.subjectId, label: each.name }))}
          value={ruling.subjectId}
          onChange={subjectId => setRuling({ ...ruling, subjectId })}
        />
        <RadioSegments
          label={words.rulingKind}
          options={(['limit', 'indicator'] as const).map(value => ({ value, label: words.rulingKinds[value] }))}
          value={kind}
          onChange={chosen => {
            setKind(chosen)
            setRuling({ ...ruling, target: '' })
          }}
        />
        <SelectField
          label={words.rulingTargets[kind]}
          options={(kind === 'limit' ? data.limits : data.indicators).map(each => ({
            value: each.id,
            label: both(each.title),
          }))}
          value={ruling.target}
          onChange={target => setRuling({ ...ruling, target })}
          error={rule.problem?.fields['/target']}
        />
        <TextArea
          label={words.decision}
          rows={2}
          limit={300}
          value={ruling.decision}
          onChange={decision => setRuling({ ...ruling, decision })}
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
