import type { FactOfScheme } from '@jiannuo/contract/appraisal/scheme-template.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Card } from '../../../ui/page/card.tsx'
import { InlineAlert } from '../../../ui/state/inline-alert.tsx'
import { Fields } from '../form/field-view.tsx'
import { isNode, SECTIONS } from '../form/fields.ts'
import { SchemeForm } from '../form/form-context.ts'
import { formWords } from '../form/words.ts'
import { SettingsCard } from './settings-card.tsx'
import type { useSchemeDraft } from './use-scheme-draft.ts'
import { editorWords } from './words.ts'

interface DraftFormProps {
  draft: ReturnType<typeof useSchemeDraft>
  facts: readonly FactOfScheme[]
  isCopy: boolean
}

/** The form half: settings, then the file section by section. While the text cannot be read it keeps the last state and takes no input. */
export function DraftForm({ draft, facts, isCopy }: DraftFormProps) {
  const words = useWords(editorWords)
  const form = useWords(formWords)
  const language = useLanguage()
  const node = draft.node ?? {}
  const titled = (item: unknown, key: string) => {
    const of = isNode(item) ? item : {}
    const title = isNode(of.title) ? (of.title[language] ?? of.title.zh) : undefined
    return { id: String(of[key] ?? ''), title: String(title ?? of[key] ?? '') }
  }
  const list = (key: string) => (Array.isArray(node[key]) ? (node[key] as unknown[]) : [])
  const context = {
    facts,
    scopes: list('scopes').map(String),
    grades: list('grades').map(each => titled(each, 'grade')),
    faults: draft.check.errors,
    edit: draft.edit,
    move: draft.move,
  }
  return (
    <div className="stack">
      <SettingsCard
        settings={draft.settings}
        onChange={draft.set}
        groups={list('groups').map(each => titled(each, 'id'))}
        fields={draft.problem?.fields ?? {}}
        isCopy={isCopy}
      />
      {!draft.formReady && <InlineAlert tone="warn" title={words.waiting} />}
      <SchemeForm value={context}>
        <fieldset className="scheme-sections" disabled={!draft.formReady}>
          <legend className="hidden">{words.form}</legend>
          {SECTIONS.map(section => (
            <Card key={section.id} title={form.sections[section.id]}>
              <Fields fields={section.fields} node={node} path={[]} />
            </Card>
          ))}
        </fieldset>
      </SchemeForm>
    </div>
  )
}
