import { listOwnAppraisals, listTellings, type OwnAppraisal } from '@jiannuo/contract/appraisal/rating.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { addDays, deadline } from '../../../i18n/format.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { AskCard } from '../../../ui/page/ask-card.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { useBoth, useNamed } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { mineWords } from './words.ts'

/** 我的结果 /my-results: what is asked first, then every appraisal of one's own and the slips one counts. */
export function MyResultsPage() {
  const words = useWords(mineWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const inCommittee = useSession().current.role === 'branchCommittee'
  const own = useSuspenseQuery(query(listOwnAppraisals)).data.items
  const tellings = useSuspenseQuery(query(listTellings)).data.items
  const toRate = own.filter(each => each.mayRate && !each.self)
  const toTell = tellings.filter(each => each.turn === 'mine')
  const asked = toRate.length + toTell.length
  const heading =
    asked > 0 ? words.headingRate(asked) : own.length + tellings.length > 0 ? words.headingQuiet : words.headingNone
  return (
    <Page
      title={heading}
      width="form"
      actions={inCommittee && <ButtonLink to="/appraisal">{words.committee}</ButtonLink>}
    >
      <Stack>
        {toRate.map((each, at) => (
          <AskCard
            key={each.subjectId}
            title={words.rateAsk(each.year)}
            due={each.unitName}
            minutes={3}
            actions={
              <ButtonLink kind={at === 0 ? 'primary' : 'plain'} to={`/my-results/${each.subjectId}/self`}>
                {words.rate}
              </ButtonLink>
            }
          >
            {words.rateWhy}
          </AskCard>
        ))}
        {toTell.map((each, at) => (
          <AskCard
            key={each.sittingId}
            title={words.tellAsk(each.unitName, common.abouts[each.about], both(each.title))}
            due={words.turns[each.turn]}
            minutes={10}
            actions={
              <ButtonLink kind={at + toRate.length === 0 ? 'primary' : 'plain'} to={`/tellings/${each.sittingId}`}>
                {words.tell}
              </ButtonLink>
            }
          >
            {words.tellWhy(each.other)}
          </AskCard>
        ))}
        {own.length > 0 && (
          <Card title={words.results} flush>
            <Rows>
              {own.map(each => (
                <OwnRow key={each.subjectId} own={each} />
              ))}
            </Rows>
          </Card>
        )}
        {tellings.length > 0 && (
          <Card title={words.counts} flush>
            <Rows>
              {tellings.map(each => (
                <Row
                  key={each.sittingId}
                  title={`${each.unitName} · ${common.abouts[each.about]} · ${both(each.title)}`}
                  state={<StatusTag>{words.turns[each.turn]}</StatusTag>}
                  action={
                    each.turn === 'theirs' && (
                      <ButtonLink to={`/tellings/${each.sittingId}`}>{words.tellAgain}</ButtonLink>
                    )
                  }
                />
              ))}
            </Rows>
          </Card>
        )}
        {own.length + tellings.length === 0 && (
          <Card>
            <Empty title={words.headingNone}>{words.noneNote}</Empty>
          </Card>
        )}
      </Stack>
    </Page>
  )
}

function OwnRow({ own }: { own: OwnAppraisal }) {
  const words = useWords(mineWords)
  const common = useWords(appraisalWords)
  const named = useNamed(own.grades)
  const notes = [
    own.self ? words.rated(named(own.self.grade)) : '',
    own.result ? '' : words.waitRelease,
    own.state === 'objection' && own.objectionUntil ? words.objectUntil(deadline(addDays(own.objectionUntil, -1))) : '',
  ]
  return (
    <Row
      title={`${own.year} · ${common.levels[own.level]} · ${own.unitName}`}
      note={notes.filter(Boolean).join(' · ')}
      state={
        own.result ? (
          <strong>{words.result(named(own.result.grade), own.result.total)}</strong>
        ) : (
          <StatusTag>{common.states[own.state]}</StatusTag>
        )
      }
      action={
        own.result ? (
          <ButtonLink to={`/results/${own.result.id}`}>{words.seeResult}</ButtonLink>
        ) : (
          own.mayRate && own.self && <ButtonLink to={`/my-results/${own.subjectId}/self`}>{words.change}</ButtonLink>
        )
      }
    />
  )
}
