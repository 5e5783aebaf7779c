import { listReports } from '@jiannuo/contract/pledge/report.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParam } from '../../app/location.ts'
import { query, useList } from '../../app/server/query.ts'
import { useSession } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayAndTime } from '../../i18n/format.ts'
import { ButtonLink } from '../../ui/action/button.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { Page } from '../../ui/page/page.tsx'
import { StatusTag } from '../../ui/signal/status-tag.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { FilterChips } from '../../ui/table/filter-chips.tsx'
import { LoadMore } from '../../ui/table/load-more.tsx'
import { reportWords } from './words.ts'

const SCOPES = ['review', 'unit'] as const
const OFFICES = ['branchSecretary', 'organCommittee', 'workCommittee', 'districtCommittee', 'cityCommittee']

/** 述职 /reports: for the level above those without a remark first, for members those of their unit. */
export function ReportsPage() {
  const words = useWords(reportWords)
  const { current } = useSession()
  const reviewer = OFFICES.includes(current.role)
  const [chosen, choose] = useSearchParam('scope', SCOPES)
  const scope = reviewer ? (chosen ?? 'review') : 'unit'
  const { data } = useSuspenseQuery({ ...query(listReports, { query: { scope, limit: 1 } }), staleTime: 0 })
  const { items, more } = useList(listReports, { query: { scope } })
  return (
    <Page
      title={
        scope === 'review' && data.toRemark > 0 ? words.toRemark(data.toRemark) : words.list(data.submitted, data.owed)
      }
      kicker={current.unitName}
    >
      {reviewer && (
        <FilterChips
          label={words.back}
          value={scope}
          onChange={choose}
          chips={SCOPES.map(value => ({ value, label: words.scope[value] }))}
        />
      )}
      <Card flush>
        {items.length === 0 ? (
          <Empty title={words.none}>{words.noneNote}</Empty>
        ) : (
          <Rows>
            {items.map(r => (
              <Row
                key={r.pledgeId}
                title={r.personName}
                note={`${r.unitName} · ${words.levels[r.level]}${r.submittedAt ? ` · ${words.handed(dayAndTime(r.submittedAt))}` : ''}`}
                state={
                  <StatusTag tone={r.remarked ? 'ok' : 'neutral'}>
                    {r.remarked ? words.remarked : words.notRemarked}
                  </StatusTag>
                }
                action={
                  <ButtonLink small to={`/reports/${r.pledgeId}`}>
                    {words.read}
                  </ButtonLink>
                }
              />
            ))}
          </Rows>
        )}
      </Card>
      {more && <LoadMore {...more} />}
    </Page>
  )
}
