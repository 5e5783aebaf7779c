import type { Result, SourceShown } from '@jiannuo/contract/appraisal/result.ts'
import { readPledge } from '@jiannuo/contract/pledge/pledge.ts'
import type { TraceStep } from '@jiannuo/engine/trace.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { percent, signedPoints } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Go } from '../../../ui/go.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { useBoth } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { adjustmentsOf, fixed, groupsOf, indicatorsOf, limitsOf, readTrace } from './trace-shape.ts'
import { mineWords } from './words.ts'

type Indicator = Extract<TraceStep, { kind: 'indicator' }>

/** The steps of the trace, one card a group: what counted, how much, and a way to object to each row. */
export function TraceGroups({ result }: { result: Result }) {
  const words = useWords(mineWords)
  const language = useLanguage()
  const trace = readTrace(result.trace)
  const groups = groupsOf(trace)
  return (
    <>
      {groups.map((group, at) => (
        <Step
          key={group.id}
          at={at + 1}
          title={words.outOf(group.title?.[language] ?? group.id, group.max.value)}
          points={group.leftOut ? '–' : fixed(group.after.value)}
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
      ? words.panelSum(indicator.mean?.value ?? '', indicator.full.value)
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
          <p className="card-body fine">
            {common.secret}
            {small && `。${words.rounded}`}
          </p>
        </>
      )}
    </Row>
  )
}

function Sources({ indicator, shown }: { indicator: Indicator; shown: readonly SourceShown[] }) {
  const words = useWords(mineWords)
  const both = useBoth()
  return (
    <div className="appraisal-sources">
      {indicator.sources.map(source => {
        const about = shown.find(each => each.source === source.source)
        const release = about?.release
        return (
          <div key={source.source}>
            <span className="second">{about ? both(about.title) : source.source}</span>
            <strong>{source.mean ? source.mean.value : words.notRated}</strong>
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

function Adjustments({ result, at }: { result: Result; at: number }) {
  const words = useWords(mineWords)
  const language = useLanguage()
  const trace = readTrace(result.trace)
  const adjustments = adjustmentsOf(trace)
  const limits = limitsOf(trace)
  if (adjustments.length + limits.length === 0) return null
  const sum = adjustments.reduce((total, each) => total + Number(each.points.value), 0)
  return (
    <Step at={at} title={words.adjustments} points={signedPoints(Math.round(sum * 100))}>
      <Rows>
        {adjustments.map(each => (
          <Row
            key={each.id}
            title={each.title?.[language] ?? each.id}
            note={each.inputs
              .map(input => input.value)
              .filter(Boolean)
              .join(' · ')}
            state={signedPoints(Math.round(Number(each.points.value) * 100))}
            action={result.mayObject && <Go to={`/results/${result.id}/objection?node=${each.id}`}>{words.object}</Go>}
          />
        ))}
        {limits.map(each => {
          const title = each.title?.[language] ?? each.id
          return (
            <Row key={each.id} title={each.liftedBy ? words.lifted(title, each.liftedBy) : words.limitMet(title)} />
          )
        })}
      </Rows>
    </Step>
  )
}
