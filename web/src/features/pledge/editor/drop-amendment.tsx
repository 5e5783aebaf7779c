import { dropAmendment } from '@jiannuo/contract/pledge/pledge.ts'
import { useState } from 'react'
import { useGo } from '../../../app/location.ts'
import { useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { editorWords } from './words.ts'

/** Gives an amendment up, after asking. */
export function DropAmendment({ pledgeId }: { pledgeId: string }) {
  const words = useWords(editorWords)
  const go = useGo()
  const [asked, setAsked] = useState(false)
  const drop = useCommand(dropAmendment, { onDone: () => go('/my-pledge') })
  if (!asked) {
    return (
      <Button kind="text" onClick={() => setAsked(true)}>
        {words.drop}
      </Button>
    )
  }
  return (
    <>
      <ProblemAlert problem={drop.problem} />
      <InlineAlert
        tone="warn"
        title={words.dropAsk}
        actions={
          <>
            <Button
              kind="danger"
              icon="close"
              busy={drop.busy}
              onClick={() => drop.run({ params: { pledgeId }, body: {} })}
            >
              {words.drop}
            </Button>
            <Button onClick={() => setAsked(false)}>{words.keep}</Button>
          </>
        }
      />
    </>
  )
}
