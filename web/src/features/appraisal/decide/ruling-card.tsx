import { ruleOnSubject } from '@jiannuo/contract/appraisal/result.ts'
import { useState } from 'react'
import { useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { useBoth } from '../both.ts'
import type { Results } from './choices.ts'
import { decideWords } from './words.ts'

const EMPTY = { subjectId: '', veto: '', decision: '' }

/** 容错认定: lifts one veto or limit for one person. */
export function RulingCard({ data }: { data: Results }) {
  const words = useWords(decideWords)
  const both = useBoth()
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
            body: { veto: ruling.veto, decision: ruling.decision },
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
        <SelectField
          label={words.limit}
          options={data.limits.map(each => ({ value: each.id, label: both(each.title) }))}
          value={ruling.veto}
          onChange={veto => setRuling({ ...ruling, veto })}
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
