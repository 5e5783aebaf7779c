import { FILING_LEVELS } from '@jiannuo/contract/appraisal/filing.ts'
import type { PanelOfScheme } from '@jiannuo/contract/appraisal/round.ts'
import {
  draftScheme,
  listAdoptions,
  readScheme,
  type SchemePage as SchemeRead,
} from '@jiannuo/contract/appraisal/scheme.ts'
import type { Indicator, Scheme } from '@jiannuo/engine/format.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useGo, useParam } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Facts, Row, Rows } from '../../../ui/page/card.tsx'
import { Columns, Page } from '../../../ui/page/page.tsx'
import { WeightBar } from '../../../ui/signal/weight-bar.tsx'
import { InlineAlert, ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { methodWords } from '../form/method-words.ts'
import { schemeWords } from '../words.ts'

/** 一个方案 /scheme/$id: points, panels, grades and versions as they were hashed. */
export function SchemePage() {
  const words = useWords(schemeWords)
  const { data } = useSuspenseQuery(query(readScheme, { params: { schemeId: useParam('id') } }))
  return (
    <Page
      title={data.title}
      kicker={<Go to="/scheme">{words.back}</Go>}
      note={`${words.subjects[data.subject]} · ${words.versionNo(data.year, data.version)} · ${words.states[data.state]} · ${words.since(data.effectiveFrom, data.effectiveUntil)}`}
      actions={<Actions scheme={data} />}
    >
      {data.state === 'submitted' && <InlineAlert tone="info" title={words.waits} />}
      {data.returnReason && (
        <InlineAlert tone="warn" title={words.returned}>
          {data.returnReason}
        </InlineAlert>
      )}
      {data.withdrawalReason && (
        <InlineAlert tone="info" title={words.withdrawnWhy}>
          {data.withdrawalReason}
        </InlineAlert>
      )}
      <Columns aside={<Aside scheme={data} />}>
        <PointsCard scheme={data.document as unknown as Scheme} />
        {data.panels.length > 0 && <PanelsTable panels={data.panels} />}
        <History scheme={data} />
        {data.state === 'published' && !data.shipped && <Adoptions schemeId={data.id} />}
      </Columns>
    </Page>
  )
}

/** Only what persons are appraised by has a filed year to be tried on. */
const isLevel = (subject: SchemeRead['subject']) => FILING_LEVELS.some(level => level === subject)

function Actions({ scheme }: { scheme: SchemeRead }) {
  const words = useWords(schemeWords)
  const go = useGo()
  const draft = useCommand(draftScheme, { onDone: ({ id }) => go(`/scheme/${id}/edit`) })
  const may = (action: SchemeRead['may'][number]) => scheme.may.includes(action)
  const begin = () => draft.run({ body: { from: { kind: 'scheme', id: scheme.id }, year: scheme.year } })
  return (
    <>
      <ProblemAlert problem={draft.problem} />
      {may('edit') && (
        <ButtonLink kind="primary" to={`/scheme/${scheme.id}/edit`}>
          {words.edit}
        </ButtonLink>
      )}
      {may('publish') && (
        <ButtonLink kind="primary" to={`/scheme/${scheme.id}/publish`}>
          {words.publish}
        </ButtonLink>
      )}
      {!may('publish') && may('return') && (
        <ButtonLink to={`/scheme/${scheme.id}/publish`}>{words.seeSubmission}</ButtonLink>
      )}
      {isLevel(scheme.subject) && (may('edit') || may('newVersion')) && (
        <ButtonLink to={`/scheme/what-if?level=${scheme.subject}${may('edit') ? `&draft=${scheme.id}` : ''}`}>
          {words.tryIt}
        </ButtonLink>
      )}
      {may('withdraw') && <ButtonLink to={`/scheme/${scheme.id}/withdraw`}>{words.withdraw}</ButtonLink>}
      {may('newVersion') && (
        <Button busy={draft.busy} onClick={begin}>
          {words.newVersion}
        </Button>
      )}
      {may('adapt') && (
        <Button kind="primary" busy={draft.busy} onClick={begin}>
          {words.adapt}
        </Button>
      )}
    </>
  )
}

function Aside({ scheme }: { scheme: SchemeRead }) {
  const words = useWords(schemeWords)
  const language = useLanguage()
  const { grades = [] } = scheme.document as unknown as Scheme
  const { settings, basedOn } = scheme
  const by = [
    scheme.draftedByName && words.drafted(scheme.draftedByName),
    scheme.publishedByName && words.published(scheme.publishedByName),
  ].filter(Boolean)
  return (
    <>
      {grades.length > 0 && (
        <Card title={words.bounds}>
          <Facts
            items={grades.map(each => ({
              term: each.title?.[language] ?? each.title?.zh ?? each.grade,
              value: `${words.atLeast(each.atLeast)}${each.cap ? `${words.comma}${words.cap(String(each.cap.share))}` : ''}`,
            }))}
          />
        </Card>
      )}
      <Card title={words.settings}>
        <Facts
          items={[
            { term: words.owner, value: scheme.shipped ? words.shipped : scheme.ownerUnitName },
            { term: words.period, value: words.periods[settings.periodKind] },
            { term: words.publication, value: words.publications[settings.publication] },
            { term: words.leaderBoard, value: settings.leaderBoardDecision ?? words.leaderBoardOff },
            { term: words.adaptation, value: words.adaptations[settings.adaptation] },
            ...(basedOn
              ? [
                  {
                    term: words.basis,
                    value:
                      basedOn.kind === 'template' ? (
                        `${words.template} ${basedOn.title[language]}`
                      ) : (
                        <Go to={`/scheme/${basedOn.id}`}>{`${basedOn.ownerUnitName} ${basedOn.title}`}</Go>
                      ),
                  },
                ]
              : []),
            ...(by.length > 0 ? [{ term: words.people, value: by.join(words.comma) }] : []),
            { term: words.fingerprint, value: <code>{scheme.sha256.slice(0, 16)}</code> },
          ]}
        />
      </Card>
    </>
  )
}

const worthOf = ({ method }: Indicator): number | null => {
  if ('points' in method && typeof method.points === 'number') return method.points
  if (method.kind === 'deduct') return method.base
  if (method.kind === 'steps') return Math.max(...method.steps.map(each => each.points))
  return method.kind === 'choice' ? Math.max(...Object.values(method.points)) : null
}

/** Points per group on a bar, then every indicator with its method. */
export function PointsCard({ scheme }: { scheme: Scheme }) {
  const words = useWords(schemeWords)
  const methods = useWords(methodWords)
  const language = useLanguage()
  const titleOf = (each: { id: string; title?: { zh: string; en?: string } }) =>
    each.title?.[language] ?? each.title?.zh ?? each.id
  const total = scheme.groups.reduce((sum, each) => sum + each.max, 0)
  const rows = scheme.groups.flatMap(group => [
    { id: group.id, title: titleOf(group), max: group.max as number | null, method: '' },
    ...group.indicators.map(each => ({
      id: `${group.id} ${each.id}`,
      title: `— ${titleOf(each)}`,
      max: worthOf(each),
      method: methods.kinds[each.method.kind],
    })),
  ])
  return (
    <Card title={words.groups} flush>
      <div className="card-body">
        <WeightBar
          goal={total}
          labelled
          parts={scheme.groups.map((each, at) => ({ label: titleOf(each), value: each.max, hue: at % 5 }))}
        />
      </div>
      <DataTable
        caption={words.groups}
        rows={rows}
        rowKey={row => row.id}
        columns={[
          { key: 'group', head: words.group, phone: 'name', cell: row => row.title },
          { key: 'method', head: words.method, phone: 'note', cell: row => row.method },
          { key: 'max', head: words.max, phone: 'light', numeric: true, cell: row => row.max },
        ]}
      />
    </Card>
  )
}

function PanelsTable({ panels }: { panels: readonly PanelOfScheme[] }) {
  const words = useWords(schemeWords)
  const language = useLanguage()
  return (
    <Card title={words.panels} flush>
      <DataTable
        caption={words.panels}
        rows={panels}
        rowKey={row => row.id}
        columns={[
          { key: 'panel', head: words.panel, phone: 'name', cell: row => row.title[language] },
          {
            key: 'who',
            head: words.who,
            phone: 'note',
            cell: row => row.who.map(each => each.title[language]).join(words.and),
          },
          { key: 'weight', head: words.weight, phone: 'light', numeric: true, cell: row => row.weight },
          { key: 'minimum', head: words.minimum, phone: 'hidden', numeric: true, cell: row => row.minimum },
          { key: 'quorum', head: words.quorum, phone: 'hidden', numeric: true, cell: row => row.quorum },
          { key: 'cite', head: words.cite, phone: 'below', cell: row => `${row.cite.title} ${row.cite.article}` },
        ]}
      />
    </Card>
  )
}

function History({ scheme }: { scheme: SchemeRead }) {
  const words = useWords(schemeWords)
  const language = useLanguage()
  const versions = [...scheme.history].reverse()
  return (
    <Card title={words.history} flush>
      <Rows>
        {versions.map((each, at) => {
          const before = versions[at + 1]
          return (
            <Row
              key={each.id}
              current={each.id === scheme.id}
              title={<Go to={`/scheme/${each.id}`}>{words.versionNo(each.year, each.version)}</Go>}
              note={`${words.states[each.state]} · ${words.since(each.effectiveFrom, each.effectiveUntil)}`}
              state={before ? words.changesOf(each.changes.length) : words.first}
              action={before && <Go to={`/scheme/${each.id}/compare?from=${before.id}`}>{words.compare}</Go>}
            >
              <ul className="second">
                {each.changes.slice(0, 4).map(change => (
                  <li key={change.zh}>{change[language]}</li>
                ))}
              </ul>
            </Row>
          )
        })}
      </Rows>
    </Card>
  )
}

function Adoptions({ schemeId }: { schemeId: string }) {
  const words = useWords(schemeWords)
  const { organs, adoptions } = useSuspenseQuery(query(listAdoptions, { params: { schemeId } })).data
  if (adoptions.length === 0) return null
  return (
    <Card title={words.adoptionHeading} note={words.adoptionRate(adoptions.length, organs)} flush>
      <DataTable
        caption={words.adoptionHeading}
        rows={adoptions}
        rowKey={row => row.schemeId}
        columns={[
          {
            key: 'unit',
            head: words.unit,
            phone: 'name',
            cell: row => <Go to={`/scheme/${row.schemeId}`}>{row.unitName}</Go>,
          },
          { key: 'from', head: words.days, phone: 'note', cell: row => words.since(row.from, null) },
          {
            key: 'changes',
            head: words.differences,
            phone: 'light',
            numeric: true,
            cell: row => (
              <Go to={`/scheme/${row.schemeId}/compare?from=${schemeId}`}>{words.changesOf(row.changes)}</Go>
            ),
          },
        ]}
      />
    </Card>
  )
}
