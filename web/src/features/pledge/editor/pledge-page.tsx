import { amendPledge, type Pledge, readCheck, readPledge, withdrawPledge } from '@jiannuo/contract/pledge/pledge.ts'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { deadline } from '../../../i18n/format.ts'
import { Button } from '../../../ui/action/button.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { PledgeItems, ReturnReasons } from '../paper/pledge-items.tsx'
import { paperWords } from '../paper/words.ts'
import { Editor } from './editor.tsx'
import { editorWords } from './words.ts'

/** 我的承诺 /my-pledge/$id: the editor while it may be written, else the pledge as it stands. */
export function PledgePage() {
  const sent = { params: { pledgeId: useParam('id') } }
  const client = useQueryClient()
  const { data: pledge } = useSuspenseQuery(query(readPledge, sent))
  const [loads, setLoads] = useState(0)
  const reload = async () => {
    await Promise.all([readPledge, readCheck].map(route => client.refetchQueries(query(route, sent))))
    setLoads(loads + 1)
  }
  return pledge.may.includes('edit') ? (
    <Editor key={`${pledge.id} ${loads}`} pledge={pledge} onReload={reload} />
  ) : (
    <PledgeAsItStands pledge={pledge} />
  )
}

function PledgeAsItStands({ pledge }: { pledge: Pledge }) {
  const words = useWords(editorWords)
  const paper = useWords(paperWords)
  const withdraw = useCommand(withdrawPledge)
  const note =
    pledge.state === 'submitted' && pledge.reviewDueOn
      ? words.reviewDue(pledge.reviewerUnitName, deadline(pledge.reviewDueOn))
      : words.next[pledge.state](pledge.reviewerUnitName)
  return (
    <Page
      title={words.state(pledge.year, paper.states[pledge.state])}
      kicker={
        <>
          <Go to="/my-pledge">{words.back}</Go> / {paper.levels[pledge.level]}
        </>
      }
      note={note}
      actions={
        pledge.may.includes('withdraw') && (
          <Button busy={withdraw.busy} onClick={() => withdraw.run({ params: { pledgeId: pledge.id }, body: {} })}>
            {words.withdraw}
          </Button>
        )
      }
    >
      <ProblemAlert problem={withdraw.problem} />
      <Stack>
        <ReturnReasons rounds={pledge.rounds} />
        <Card title={words.items} flush>
          <PledgeItems pledge={pledge} />
        </Card>
        {pledge.may.includes('amend') && <Amend pledgeId={pledge.id} />}
      </Stack>
    </Page>
  )
}

function Amend({ pledgeId }: { pledgeId: string }) {
  const words = useWords(editorWords)
  const go = useGo()
  const [reason, setReason] = useState('')
  const amend = useCommand(amendPledge, { onDone: amendment => go(`/my-pledge/${amendment.id}`) })
  return (
    <Card title={words.amend}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void amend.run({ params: { pledgeId }, body: { reason } })
        }}
      >
        <ProblemAlert problem={amend.problem} />
        <TextArea
          label={words.amendReason}
          hint={words.amendHint}
          rows={2}
          limit={300}
          value={reason}
          error={amend.problem?.fields['/reason']}
          onChange={setReason}
        />
        <div>
          <Button submit busy={amend.busy}>
            {words.begin}
          </Button>
        </div>
      </form>
    </Card>
  )
}
