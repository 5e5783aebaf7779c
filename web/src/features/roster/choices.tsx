import { choosePreview, listDifferences, type RosterPreview, readPreview } from '@jiannuo/contract/roster.ts'
import { useState } from 'react'
import { useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { Button } from '../../ui/action/button.tsx'
import { CheckField } from '../../ui/form/choice-field.tsx'
import { DayField } from '../../ui/form/text-field.tsx'
import { Card } from '../../ui/page/card.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { Waiting } from './waiting.tsx'
import { rosterWords } from './words.ts'

/** From when, and whether the file is the whole roster; the comparison is made anew for what is chosen. */
export function Choices({ preview }: { preview: RosterPreview }) {
  const words = useWords(rosterWords)
  const [effectiveOn, setEffectiveOn] = useState(preview.effectiveOn)
  const [complete, setComplete] = useState(preview.complete)
  const choose = useCommand(choosePreview, { invalidates: [readPreview, listDifferences] })
  const changed = effectiveOn !== preview.effectiveOn || complete !== preview.complete
  return (
    <Card title={words.choices}>
      <div className="form">
        <DayField label={words.effectiveOn} hint={words.effectiveHint} value={effectiveOn} onChange={setEffectiveOn} />
        <CheckField label={words.complete} hint={words.completeHint} checked={complete} onChange={setComplete} />
        <ProblemAlert problem={choose.problem} />
        {choose.busy && <Waiting say={words.working} note={words.workingNote} />}
        {changed && (
          <div>
            <Button
              busy={choose.busy}
              onClick={() => void choose.run({ params: { id: preview.id }, body: { effectiveOn, complete } })}
            >
              {words.compareAgain}
            </Button>{' '}
            <span className="second">{words.compareFirst}</span>
          </div>
        )}
      </div>
    </Card>
  )
}
