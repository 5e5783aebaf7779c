import {
  publishScheme,
  readPublication,
  readScheme,
  returnScheme,
  withdrawScheme,
} from '@jiannuo/contract/appraisal/scheme.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo, useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { ConfirmPage } from '../../../ui/page/confirm-page.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { schemeWords } from '../words.ts'
import { ChangeList } from './change-list.tsx'
import { versionWords } from './words.ts'

/** 审核发布 /scheme/$id/publish: the second person reads what changes and publishes or returns it. */
export function PublishPage() {
  const words = useWords(versionWords)
  const common = useWords(schemeWords)
  const language = useLanguage()
  const go = useGo()
  const params = { schemeId: useParam('id') }
  const { data: scheme } = useSuspenseQuery(query(readScheme, { params }))
  const { data } = useSuspenseQuery(query(readPublication, { params }))
  const [reason, setReason] = useState('')
  const done = () => go(`/scheme/${params.schemeId}`)
  const publish = useCommand(publishScheme, { onDone: done })
  const giveBack = useCommand(returnScheme, { onDone: done })
  const today = useToday()
  const hasCome = scheme.settings.effectiveFrom !== null && scheme.settings.effectiveFrom <= today
  const may = (action: 'publish' | 'return') => scheme.may.includes(action)
  return (
    <ConfirmPage
      title={words.publishHeading(scheme.title)}
      kicker={<Go to="/scheme">{common.back}</Go>}
      what={data.replaces ? words.whatReplaces(data.replaces.version) : words.whatNew(scheme.title)}
      whom={words.whom(data.people, data.openRounds)}
      from={words.from(scheme.settings.effectiveFrom, scheme.settings.effectiveUntil)}
      reversal={hasCome ? words.reversalNow : words.reversal}
      actions={
        <>
          <ButtonLink to={`/scheme/${params.schemeId}`}>{words.back}</ButtonLink>
          {may('return') && (
            <Button busy={giveBack.busy} onClick={() => giveBack.run({ params, body: { reason } })}>
              {words.giveBack}
            </Button>
          )}
          {may('publish') && data.obstacles.length === 0 && (
            <Button kind="primary" busy={publish.busy} onClick={() => publish.run({ params })}>
              {words.publish}
            </Button>
          )}
        </>
      }
    >
      <ProblemAlert problem={publish.problem ?? giveBack.problem} />
      {data.obstacles.length > 0 && (
        <InlineAlert tone="warn" title={words.obstacles}>
          {data.obstacles.map(each => each[language]).join('；')}
        </InlineAlert>
      )}
      {scheme.state === 'submitted' && !may('publish') && <InlineAlert tone="info" title={words.second} />}
      <Card title={words.changes(data.changes.length)} flush>
        <ChangeList changes={data.changes} />
      </Card>
      {may('return') && (
        <Card>
          <TextArea
            label={words.reason}
            optional
            value={reason}
            limit={500}
            error={giveBack.problem?.fields['/reason']}
            onChange={setReason}
          />
        </Card>
      )}
    </ConfirmPage>
  )
}

/** 撤回 /scheme/$id/withdraw, before the first day. */
export function WithdrawPage() {
  const words = useWords(versionWords)
  const common = useWords(schemeWords)
  const go = useGo()
  const params = { schemeId: useParam('id') }
  const { data: scheme } = useSuspenseQuery(query(readScheme, { params }))
  const [reason, setReason] = useState('')
  const withdraw = useCommand(withdrawScheme, { onDone: () => go(`/scheme/${params.schemeId}`) })
  return (
    <ConfirmPage
      title={words.withdrawHeading(scheme.title)}
      kicker={<Go to="/scheme">{common.back}</Go>}
      what={words.withdrawWhat}
      whom={words.withdrawWhom}
      from={words.withdrawFrom}
      reversal={words.withdrawReversal}
      actions={
        <>
          <ButtonLink to={`/scheme/${params.schemeId}`}>{words.back}</ButtonLink>
          {scheme.may.includes('withdraw') && (
            <Button
              kind="danger"
              icon="close"
              busy={withdraw.busy}
              onClick={() => withdraw.run({ params, body: { reason } })}
            >
              {words.withdraw}
            </Button>
          )}
        </>
      }
    >
      <ProblemAlert problem={withdraw.problem} />
      <Card>
        <TextArea
          label={words.reason}
          value={reason}
          limit={500}
          error={withdraw.problem?.fields['/reason']}
          onChange={setReason}
        />
      </Card>
    </ConfirmPage>
  )
}
