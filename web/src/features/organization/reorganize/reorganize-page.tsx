import { applyChange, previewChange } from '@jiannuo/contract/organization/change.ts'
import { readUnit, type UnitRef } from '@jiannuo/contract/organization/unit.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithYear } from '../../../i18n/format.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { Button } from '../../../ui/action/button.tsx'
import { TextArea, TextField } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { ConfirmPage } from '../../../ui/page/confirm-page.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { names } from '../names.ts'
import { useTextParam } from '../use-text-param.ts'
import { Verdicts } from '../verdicts.tsx'
import { type Draft, PlanForm, planOf } from './plan-form.tsx'
import { reorganizeWords } from './words.ts'

const uuid = /^[0-9a-f-]{36}$/

/** Plan, preview, confirm: /organisation/reorganise?unit=… */
export function ReorganizePage() {
  const words = useWords(reorganizeWords)
  const today = useToday()
  const [given] = useTextParam('unit')
  const unitId = given && uuid.test(given) ? given : ''
  const known = useQuery({ ...query(readUnit, { params: { unitId }, query: {} }), enabled: unitId !== '' }).data
  const [draft, setDraft] = useState<Draft>({
    ...{ kind: unitId ? 'rename' : 'setUp', unitId, otherId: '', mergedIds: [], name: '', unitKind: 'branch' },
    ...{ purpose: '', members: [], formedInId: '', effectiveOn: today },
  })
  const preview = useCommand(previewChange, { invalidates: [] })
  const [impact, setImpact] = useState<Awaited<ReturnType<typeof preview.run>>>()
  if (impact) return <ConfirmStep draft={draft} impact={impact} onBack={() => setImpact(undefined)} />
  const unit: UnitRef | undefined = known && { id: known.id, name: known.name, kind: known.kind }
  return (
    <Page title={words.title} note={words.note} width="form">
      <form
        className="form"
        onSubmit={async event => {
          event.preventDefault()
          setImpact(await preview.run({ body: planOf(draft) }))
        }}
      >
        <Card>
          <div className="form">
            <PlanForm
              draft={draft}
              known={unit}
              fields={preview.problem?.fields ?? {}}
              onChange={change => setDraft({ ...draft, ...change })}
            />
          </div>
        </Card>
        <ProblemAlert problem={preview.problem} />
        <ActionBar>
          <Button kind="primary" submit busy={preview.busy}>
            {words.preview}
          </Button>
        </ActionBar>
      </form>
    </Page>
  )
}

const PARTS = ['group', 'businessUnit', 'section'] as const

type Impact = NonNullable<Awaited<ReturnType<ReturnType<typeof useCommand<typeof previewChange>>['run']>>>

function ConfirmStep({ draft, impact, onBack }: { draft: Draft; impact: Impact; onBack: () => void }) {
  const words = useWords(reorganizeWords)
  const kinds = useWords(names).change
  const go = useGo()
  const [document, setDocument] = useState('')
  const [reason, setReason] = useState('')
  const apply = useCommand(applyChange, { onDone: () => go('/organisation/changes') })
  const blocked = impact.verdicts.some(v => v.severity === 'obstacle')
  const about = impact.units.map(u => u.name).join('、')
  const problem = apply.problem
  return (
    <ConfirmPage
      title={words.applyTitle(kinds[draft.kind])}
      what={`${kinds[draft.kind]}${about ? `：${about}` : ''}${draft.name ? ` → ${draft.name}` : ''}`}
      whom={words.touches({ ...impact, ofPart: PARTS.some(kind => impact.units[0]?.kind === kind) })}
      from={words.fromWhen(dayWithYear(draft.effectiveOn))}
      reversal={words.reversal}
      actions={
        <>
          <Button kind={blocked ? 'primary' : 'plain'} onClick={onBack}>
            {words.back}
          </Button>
          {!blocked && (
            <Button
              kind="primary"
              busy={apply.busy}
              onClick={() => void apply.run({ body: { ...planOf(draft), document, reason } })}
            >
              {words.apply}
            </Button>
          )}
        </>
      }
    >
      {impact.verdicts.length > 0 && (
        <Card flush>
          <Verdicts verdicts={impact.verdicts} />
        </Card>
      )}
      {!blocked && (
        <Card>
          <div className="form">
            <TextField
              label={words.document}
              hint={words.documentHint}
              value={document}
              error={problem?.fields['/document']}
              onChange={setDocument}
            />
            <TextArea
              label={words.reason}
              limit={500}
              value={reason}
              error={problem?.fields['/reason']}
              onChange={setReason}
            />
          </div>
        </Card>
      )}
      <ProblemAlert problem={problem} />
    </ConfirmPage>
  )
}
