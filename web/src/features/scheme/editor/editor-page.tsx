import {
  dropScheme,
  readScheme,
  type SchemeFault,
  type SchemePage,
  submitScheme,
} from '@jiannuo/contract/appraisal/scheme.ts'
import { listSchemeFacts } from '@jiannuo/contract/appraisal/scheme-template.ts'
import type { Scheme } from '@jiannuo/engine/format.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useGo, useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { SavedNote } from '../../../ui/form/saved-note.tsx'
import { Go } from '../../../ui/go.tsx'
import { useOnPhone } from '../../../ui/on-phone.ts'
import { Page } from '../../../ui/page/page.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { elementId } from '../form/form-context.ts'
import { PointsCard } from '../version/scheme-page.tsx'
import { schemeWords } from '../words.ts'
import { DraftForm } from './draft-form.tsx'
import { FaultList } from './fault-list.tsx'
import { goToLine, TextEditor } from './text-editor.tsx'
import { useSchemeDraft } from './use-scheme-draft.ts'
import { editorWords } from './words.ts'
import '../scheme.css'

/** 编辑方案 /scheme/$id/edit */
export function EditorPage() {
  const words = useWords(editorWords)
  const onPhone = useOnPhone()
  const params = { schemeId: useParam('id') }
  const { data, refetch } = useSuspenseQuery({
    ...query(readScheme, { params }),
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  const [round, setRound] = useState(0)
  const reload = async () => {
    await refetch()
    setRound(round + 1)
  }
  if (data.may.includes('edit') && !onPhone)
    return <Editor key={`${data.id} ${round}`} scheme={data} onReload={reload} />
  return (
    <Page title={data.title} kicker={<Go to={`/scheme/${data.id}`}>{words.back}</Go>}>
      <InlineAlert tone="info" title={data.may.includes('edit') ? words.phone : words.notDraft} />
      <PointsCard scheme={data.document as unknown as Scheme} />
    </Page>
  )
}

/** The field of the form for a fault, or the nearest part around it; what is folded opens. */
function openField(fault: SchemeFault) {
  for (let length = fault.path.length; length > 0; length--) {
    const found = document.getElementById(elementId(fault.path.slice(0, length)))
    if (!found) continue
    for (let above: HTMLElement | null = found; above; above = above.parentElement)
      if (above instanceof HTMLDetailsElement) above.open = true
    found.scrollIntoView({ block: 'center' })
    return
  }
}

function Editor({ scheme, onReload }: { scheme: SchemePage; onReload: () => void }) {
  const words = useWords(editorWords)
  const common = useWords(schemeWords)
  const go = useGo()
  const { facts } = useSuspenseQuery(query(listSchemeFacts)).data
  const draft = useSchemeDraft(scheme)
  const box = useRef<HTMLTextAreaElement>(null)
  const params = { schemeId: scheme.id }
  const submit = useCommand(submitScheme, { onDone: () => go(`/scheme/${scheme.id}`) })
  const left = draft.check.errors.length + draft.check.remarks.length
  const open = (fault: SchemeFault) => {
    openField(fault)
    if (box.current) goToLine(box.current, fault.line, fault.column)
  }
  const handIn = async () => {
    if (await draft.save()) await submit.run({ params })
  }
  const [first] = [...draft.check.errors, ...draft.check.remarks]
  return (
    <Page
      title={words.heading(scheme.title, scheme.version)}
      kicker={
        <>
          <Go to="/scheme">{common.back}</Go> / <Go to={`/scheme/${scheme.id}`}>{words.back}</Go>
        </>
      }
      note={words.note}
      actions={<SavedNote state={draft.state} at={draft.savedAt} />}
    >
      {draft.problem?.code === 'CHANGED_MEANWHILE' ? (
        <InlineAlert tone="danger" title={words.changed} actions={<Button onClick={onReload}>{words.reload}</Button>}>
          {words.changedNote}
        </InlineAlert>
      ) : (
        <ProblemAlert problem={draft.problem ?? submit.problem} />
      )}
      {scheme.returnReason && (
        <InlineAlert tone="warn" title={common.returned}>
          {scheme.returnReason}
        </InlineAlert>
      )}
      <div className="scheme-editor">
        <DraftForm draft={draft} facts={facts} isCopy={scheme.basedOn?.kind === 'scheme'} />
        <div className="scheme-side">
          <TextEditor
            label={words.text}
            value={draft.text}
            onChange={draft.type}
            wrong={new Set(draft.check.errors.map(each => each.line))}
            box={box}
          />
          <FaultList check={draft.check} onOpen={open} />
        </div>
      </div>
      <ActionBar>
        <DropDraft schemeId={scheme.id} />
        {first && <Button onClick={() => open(first)}>{words.fix(left)}</Button>}
        <ButtonLink to={`/scheme/${scheme.id}`}>{words.back}</ButtonLink>
        <Button kind="primary" busy={submit.busy} onClick={handIn}>
          {words.submit}
        </Button>
      </ActionBar>
    </Page>
  )
}

/** Gives the draft up, after asking. */
function DropDraft({ schemeId }: { schemeId: string }) {
  const words = useWords(editorWords)
  const go = useGo()
  const [asked, setAsked] = useState(false)
  const drop = useCommand(dropScheme, { onDone: () => go('/scheme') })
  if (!asked)
    return (
      <Button kind="text" onClick={() => setAsked(true)}>
        {words.drop}
      </Button>
    )
  return (
    <>
      <span className="second">{drop.problem?.detail ?? words.dropAsk}</span>
      <Button kind="danger" icon="close" busy={drop.busy} onClick={() => drop.run({ params: { schemeId } })}>
        {words.drop}
      </Button>
      <Button onClick={() => setAsked(false)}>{words.keep}</Button>
    </>
  )
}
