import { readDescription, writeDescription } from '@jiannuo/contract/pledge/duty.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { TextArea, TextField } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { officeWords } from './words.ts'

const EMPTY = { position: '', scope: '', power: '', standard: '', accountability: '' }
const PARTS = ['scope', 'power', 'standard', 'accountability'] as const

/** 岗位职责说明 /pledges/posts/$id: scope, power, standard and accountability of one post. */
export function DescriptionPage() {
  const words = useWords(officeWords)
  const params = { personId: useParam('id') }
  const { data } = useSuspenseQuery(query(readDescription, { params }))
  const [typed, setTyped] = useState(() => {
    const { position, scope, power, standard, accountability } = data.described ?? EMPTY
    return { position, scope, power, standard, accountability }
  })
  const [stored, setStored] = useState(false)
  const write = useCommand(writeDescription, { onDone: () => setStored(true) })
  const field = (name: keyof typeof EMPTY) => ({
    value: typed[name],
    readOnly: !data.mayEdit,
    error: write.problem?.fields[`/${name}`],
    onChange: (value: string) => {
      setStored(false)
      setTyped({ ...typed, [name]: value })
    },
  })
  return (
    <Page title={words.describe(data.personName)} kicker={data.unitName} note={words.postsNote} width="form">
      <Card>
        <form
          className="form"
          onSubmit={event => {
            event.preventDefault()
            void write.run({ params, body: typed })
          }}
        >
          <ProblemAlert problem={write.problem} />
          {stored && <InlineAlert tone="ok" title={words.stored} />}
          <TextField label={words.position} width="medium" maxLength={60} {...field('position')} />
          {PARTS.map(name => (
            <TextArea
              key={name}
              label={words[name]}
              hint={name === 'scope' ? words.scopeHint : undefined}
              rows={4}
              limit={1000}
              {...field(name)}
            />
          ))}
          {data.mayEdit && (
            <div>
              <Button kind="primary" submit busy={write.busy}>
                {words.store}
              </Button>
            </div>
          )}
        </form>
      </Card>
    </Page>
  )
}
