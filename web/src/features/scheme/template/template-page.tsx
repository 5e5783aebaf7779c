import { draftScheme } from '@jiannuo/contract/appraisal/scheme.ts'
import { readSchemeTemplate } from '@jiannuo/contract/appraisal/scheme-template.ts'
import type { Scheme } from '@jiannuo/engine/format.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useGo, useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Facts, Row, Rows } from '../../../ui/page/card.tsx'
import { Columns, Page } from '../../../ui/page/page.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { PointsCard } from '../version/scheme-page.tsx'
import { templateWords } from './words.ts'
import '../scheme.css'

/** 一个模板 /scheme/templates/$id: what it holds, where it comes from, what it leaves out; adopting it begins a draft. */
export function TemplatePage() {
  const words = useWords(templateWords)
  const language = useLanguage()
  const go = useGo()
  const { data } = useSuspenseQuery(query(readSchemeTemplate, { params: { templateId: useParam('id') } }))
  const draft = useCommand(draftScheme, { onDone: ({ id }) => go(`/scheme/${id}/edit`) })
  const adopt = () => draft.run({ body: { from: { kind: 'template', id: data.id }, year: data.year } })
  return (
    <Page
      title={data.title[language]}
      kicker={<Go to="/scheme/templates">{words.back}</Go>}
      note={data.note[language]}
      actions={
        data.mayDraft && (
          <Button kind="primary" busy={draft.busy} onClick={adopt}>
            {words.adopt}
          </Button>
        )
      }
    >
      <ProblemAlert problem={draft.problem} />
      <Columns
        aside={
          <>
            <Card title={words.basis}>
              <Facts
                items={data.sources.map(each => ({
                  term: words.confidences[each.confidence] ?? each.confidence,
                  value: `${each.title} ${each.article} · ${each.readIn[language]}`,
                }))}
              />
            </Card>
            <Card title={words.leftOut} flush>
              {data.leftOut.length === 0 ? (
                <p className="card-body second">{words.nothingLeft}</p>
              ) : (
                <Rows>
                  {data.leftOut.map(each => (
                    <Row key={each.zh} title={each[language]} />
                  ))}
                </Rows>
              )}
            </Card>
          </>
        }
      >
        <PointsCard scheme={data.document as unknown as Scheme} />
        <Card title={words.text}>
          <details>
            <summary>{words.text}</summary>
            <pre className="scheme-source">{data.text}</pre>
          </details>
        </Card>
      </Columns>
    </Page>
  )
}
