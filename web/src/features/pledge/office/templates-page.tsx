import { listTemplates, type Template } from '@jiannuo/contract/pledge/duty.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { InlineAlert } from '../../../ui/state/inline-alert.tsx'
import { itemLine } from '../paper/item-line.ts'
import { paperWords } from '../paper/words.ts'
import { AdaptTemplate } from './adapt-template.tsx'
import { Tabs } from './tabs.tsx'
import { officeWords } from './words.ts'

/** 承诺模板 /pledges/templates: models to look into, to adapt and to adopt for one's organ. */
export function TemplatesPage() {
  const words = useWords(officeWords)
  const language = useLanguage()
  const { data } = useSuspenseQuery(query(listTemplates))
  const [shown, setShown] = useState<string | null>(null)
  const [adapting, setAdapting] = useState<string | null>(null)
  const [saved, setSaved] = useState(false)
  const chosen = data.templates.find(t => t.id === adapting)
  const levelsOf = (template: Template) =>
    data.adopted?.templateId === template.id ? data.adopted.levels : template.levels
  return (
    <Page title={words.templates(data.coverage.adopted, data.coverage.organs)} note={words.templatesNote}>
      <Stack>
        <Tabs at="/pledges/templates" />
        {saved && <InlineAlert tone="ok" title={words.saved} />}
        {chosen ? (
          <AdaptTemplate
            template={{ ...chosen, levels: levelsOf(chosen) }}
            onDone={done => {
              setSaved(done)
              setAdapting(null)
            }}
          />
        ) : (
          data.templates.map(template => (
            <Card
              key={template.id}
              title={template.title[language]}
              note={template.note[language]}
              extra={data.adopted?.templateId === template.id && <StatusTag tone="ok">{words.adoptedNow}</StatusTag>}
            >
              <Stack>
                <div className="pledge-usual">
                  <Button
                    expanded={shown === template.id}
                    onClick={() => setShown(shown === template.id ? null : template.id)}
                  >
                    {shown === template.id ? words.hide : words.look}
                  </Button>
                  {data.mayAdopt && <Button onClick={() => setAdapting(template.id)}>{words.adopt}</Button>}
                </div>
                {shown === template.id && <Content levels={levelsOf(template)} />}
              </Stack>
            </Card>
          ))
        )}
      </Stack>
    </Page>
  )
}

function Content({ levels }: Pick<Template, 'levels'>) {
  const paper = useWords(paperWords)
  return levels.map(({ level, items }) => (
    <section key={level}>
      <h3>{paper.levels[level]}</h3>
      <Rows>
        {items.map(item => (
          <Row
            key={item.title}
            title={item.title}
            note={
              <>
                <StatusTag tone={item.kind === 'party' ? 'brand' : 'info'}>{paper.kinds[item.kind]}</StatusTag>{' '}
                {itemLine(item, paper)}
              </>
            }
            state={paper.weight(item.weight)}
          />
        ))}
      </Rows>
    </section>
  ))
}
