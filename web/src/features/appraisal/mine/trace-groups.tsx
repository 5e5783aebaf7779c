import type { Result } from '@jiannuo/contract/appraisal/result.ts'
import { readPledge } from '@jiannuo/contract/pledge/pledge.ts'
import type { Scheme } from '@jiannuo/engine/format.ts'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
<<<<<<< HEAD
=======
import { percent, signedPoints } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { sentences } from '../../../i18n/punctuation.ts'
>>>>>>> 87a3769 (Counts stand where the work is, the bell counts unread messages; punctuation of the page's own language; figures of a result to three decimals)
import { Go } from '../../../ui/go.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { TraceFrameProvider } from '../../../ui/trace/parts.tsx'
import { readTrace } from '../../../ui/trace/shape.ts'
import { TraceView } from '../../../ui/trace/trace-view.tsx'
import { useBoth, useNamed } from '../both.ts'
import { appraisalWords } from '../words.ts'
<<<<<<< HEAD
=======
import { adjustmentsOf, fixed, groupsOf, indicatorsOf, limitsOf, partsOf, readTrace, shortMean } from './trace-shape.ts'
>>>>>>> 87a3769 (Counts stand where the work is, the bell counts unread messages; punctuation of the page's own language; figures of a result to three decimals)
import { mineWords } from './words.ts'

const PLEDGE = 'pledgeCompletion'

/** The calculation of a person's result: each step with a way to object to it, and the pledges behind their share. */
export function TraceGroups({ result }: { result: Result }) {
  const words = useWords(mineWords)
<<<<<<< HEAD
  const common = useWords(appraisalWords)
=======
  const language = useLanguage()
  const trace = readTrace(result.trace)
  const groups = groupsOf(trace)
  const { scale } = partsOf(trace)
  const scaled = (value: string) =>
    scale === 1 ? fixed(value) : words.scaledPart(fixed(value), fixed(scale), fixed(Number(value) * scale))
  return (
    <>
      {groups.map((group, at) => (
        <Step
          key={group.id}
          at={at + 1}
          title={words.outOf(group.title?.[language] ?? group.id, group.max.value)}
          points={group.leftOut ? '–' : scaled(group.after.value)}
        >
          {group.leftOut && <p className="card-body second">{words.leftOut}</p>}
          <Rows>
            {indicatorsOf(trace, group.id).map(each => (
              <IndicatorRow key={each.id} indicator={each} result={result} />
            ))}
          </Rows>
        </Step>
      ))}
      <Adjustments result={result} at={groups.length + 1} />
    </>
  )
}

function Step({ at, title, points, children }: { at: number; title: string; points: string; children: ReactNode }) {
  return (
    <Card flush>
      <div className="card-head ruled">
        <h2 className="appraisal-step">
          <span className="appraisal-number" aria-hidden="true">
            {at}
          </span>
          {title}
        </h2>
        <div className="card-extra">
          <strong>{points}</strong>
        </div>
      </div>
      {children}
    </Card>
  )
}

function IndicatorRow({ indicator, result }: { indicator: Indicator; result: Result }) {
  const words = useWords(mineWords)
  const common = useWords(appraisalWords)
  const language = useLanguage()
  const isPanel = indicator.method === 'panel'
  const [input] = indicator.inputs
  const known = input?.value ?? null
  const said = indicator.missing
    ? indicator.missing === 'zero'
      ? words.missingZero
      : words.missing
    : isPanel
      ? words.panelSum(shortMean(indicator.mean?.value), indicator.full.value)
      : (known ?? '')
  const small = isPanel && indicator.sources.some(each => each.n >= 5 && each.n < 10)
  return (
    <Row
      title={indicator.title?.[language] ?? indicator.id}
      note={input?.fact === 'pledgeCompletion' && known !== null ? percent(Number(known)) : said}
      state={words.indicator(
        indicator.missing === 'exempt' ? '–' : fixed(indicator.points.value),
        indicator.full.value,
      )}
      action={result.mayObject && <Go to={`/results/${result.id}/objection?node=${indicator.id}`}>{words.object}</Go>}
    >
      {input?.fact === 'pledgeCompletion' && result.own && result.pledgeId && (
        <PledgeTable pledgeId={result.pledgeId} />
      )}
      {isPanel && (
        <>
          <Sources indicator={indicator} shown={result.sources} />
          <p className="card-body fine">{sentences(common.secret, small && words.rounded)}</p>
        </>
      )}
    </Row>
  )
}

function Sources({ indicator, shown }: { indicator: Indicator; shown: readonly SourceShown[] }) {
  const words = useWords(mineWords)
>>>>>>> 87a3769 (Counts stand where the work is, the bell counts unread messages; punctuation of the page's own language; figures of a result to three decimals)
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
<<<<<<< HEAD
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
        <p className="fine">
          {common.secret}
          {small && `。${words.rounded}`}
        </p>
      )}
    </TraceFrameProvider>
=======
    <div className="appraisal-sources">
      {indicator.sources.map(source => {
        const about = shown.find(each => each.source === source.source)
        const release = about?.release
        return (
          <div key={source.source}>
            <span className="second">{about ? both(about.title) : source.source}</span>
            <strong>{source.mean ? shortMean(source.mean.value) : words.notRated}</strong>
            <span className="fine">
              {[
                words.weight(source.weight.value),
                source.mean && source.n > 1 ? words.slips(source.n) : '',
                !source.mean && about?.why ? both(about.why) : '',
                release?.kind === 'bands' ? words.bands[release.approval] : '',
                release?.kind === 'bands' && release.worstOverThird ? words.worst : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
        )
      })}
    </div>
>>>>>>> 87a3769 (Counts stand where the work is, the bell counts unread messages; punctuation of the page's own language; figures of a result to three decimals)
  )
}

/** What each pledge came to; the reader's own pledge only. */
function PledgeTable({ pledgeId }: { pledgeId: string }) {
  const words = useWords(mineWords)
  const pledge = useQuery(query(readPledge, { params: { pledgeId } }))
  if (!pledge.data) return null
  return (
    <DataTable
      caption={words.item}
      rows={pledge.data.items}
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
        { key: 'weight', head: words.weightHead, phone: 'light', numeric: true, cell: row => row.weight },
      ]}
    />
  )
}
