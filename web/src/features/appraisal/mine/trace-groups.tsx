import type { Result } from '@jiannuo/contract/appraisal/result.ts'
import { readPledge } from '@jiannuo/contract/pledge/pledge.ts'
import type { Scheme } from '@jiannuo/engine/format.ts'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { percent } from '../../../i18n/format.ts'
import { sentences } from '../../../i18n/punctuation.ts'
import { Go } from '../../../ui/go.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { TraceFrameProvider } from '../../../ui/trace/parts.tsx'
import { readTrace } from '../../../ui/trace/shape.ts'
import { TraceView } from '../../../ui/trace/trace-view.tsx'
import { useBoth, useNamed } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { mineWords } from './words.ts'

const PLEDGE = 'pledgeCompletion'

/** The calculation of a person's result: each step with a way to object to it, and the pledges behind their share. */
export function TraceGroups({ result }: { result: Result }) {
  const words = useWords(mineWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const { legend } = result
  const told = (source: string) => {
    const about = result.sources.find(each => each.source === source)
    const release = about?.release
    return [
      about && !about.rated && about.why ? both(about.why) : '',
      release?.kind === 'bands' ? words.bands[release.approval] : '',
      release?.kind === 'bands' && release.worstOverThird ? words.worst : '',
    ]
  }
  const small = result.sources.some(each => each.release?.kind === 'bands')
  return (
    <TraceFrameProvider
      value={{
        grounds: legend.grounds,
        nameOf: useNamed(legend.names),
        isShare: fact => legend.shares.includes(fact),
        source: told,
        actions: node =>
          result.mayObject && <Go to={`/results/${result.id}/objection?node=${node}`}>{words.object}</Go>,
        below: (_, facts) =>
          facts.includes(PLEDGE) && result.own && result.pledgeId && <PledgeTable pledgeId={result.pledgeId} />,
      }}
    >
      {/* The server checked the document as a scheme before it sent it. */}
      <TraceView trace={readTrace(result.trace)} scheme={legend.document as unknown as Scheme} />
      {result.sources.some(each => each.release) && (
        <p className="fine">{sentences(common.secret, small && words.rounded)}</p>
      )}
    </TraceFrameProvider>
  )
}

/** What each pledge came to; the reader's own pledge only. */
function PledgeTable({ pledgeId }: { pledgeId: string }) {
  const words = useWords(mineWords)
  const pledge = useQuery(query(readPledge, { params: { pledgeId } }))
  if (!pledge.data) return null
  const { completion, items } = pledge.data
  const weight = items.reduce((sum, row) => sum + (row.share === null ? 0 : row.weight), 0)
  return (
    <DataTable
      caption={words.item}
      rows={items}
      rowKey={row => row.id}
      columns={[
        { key: 'title', head: words.item, phone: 'name', cell: row => row.title },
        {
          key: 'achieved',
          head: words.achieved,
          phone: 'note',
          cell: row =>
            row.achieved === null
              ? null
              : `${Number(row.achieved)}${row.target ? ` / ${Number(row.target)}` : '%'}${row.target ? row.unit : ''}`,
        },
        {
          key: 'share',
          head: words.shareHead,
          phone: 'light',
          numeric: true,
          cell: row => (row.share === null ? null : percent(Number(row.share))),
        },
        { key: 'weight', head: words.weightHead, phone: 'hidden', numeric: true, cell: row => row.weight },
        {
          key: 'points',
          head: words.pointsHead,
          phone: 'hidden',
          numeric: true,
          cell: row => (row.share === null ? null : (Number(row.share) * row.weight).toFixed(2)),
        },
      ]}
      footer={
        completion !== null &&
        words.itemTotal(weight, (Number(completion) * weight).toFixed(2), percent(Number(completion)))
      }
    />
  )
}
