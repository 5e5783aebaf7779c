import { FITTING_POSTS } from '@jiannuo/contract/organization/fitting-posts.ts'
import { readChildren, readPath, readUnit, type UnitKind } from '@jiannuo/contract/organization/unit.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '../../../app/location.ts'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithYear } from '../../../i18n/format.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Facts } from '../../../ui/page/card.tsx'
import { Columns, Page, Stack } from '../../../ui/page/page.tsx'
import { AsOf, useAsOf } from '../as-of.tsx'
import { names } from '../names.ts'
import { Tree } from '../tree/tree.tsx'
import { Verdicts } from '../verdicts.tsx'
import { organizationWords } from '../words.ts'
import { DescribeForm } from './describe-card.tsx'
import { PostsCard } from './posts-card.tsx'
import { RelationsCard } from './relations-card.tsx'
import { ServicesCard } from './services-card.tsx'
import { TermCard } from './term-card.tsx'
import '../organization.css'

/** No membership lies in these and no body with a term leads them: a nought, or a remark on their size, would say something false. */
const COUNTLESS: ReadonlySet<UnitKind> = new Set([
  'leadingPartyGroup',
  'temporaryOrganization',
  'group',
  'businessUnit',
  'section',
])

/** One organisation as of a day /organisation/:id */
export function UnitPage() {
  return <UnitView unitId={useParam('id')} />
}

export function UnitView({ unitId }: { unitId: string }) {
  const words = useWords(organizationWords)
  const day = useAsOf()
  const sent = { params: { unitId }, query: day.given ? { on: day.given } : {} }
  const { data: unit } = useSuspenseQuery(query(readUnit, sent))
  const { data: path } = useSuspenseQuery(query(readPath, sent))
  const { data: children } = useSuspenseQuery(query(readChildren, sent))
  const state = unit.state === 'active' ? '' : `（${words[unit.state]}）`
  return (
    <Page
      title={`${unit.name}${state}`}
      kicker={path.units.slice(0, -1).map(up => (
        <span key={up.id}>
          <Go to={`/organisation/${up.id}`}>{up.name}</Go> ›{' '}
        </span>
      ))}
      {...(day.given ? { note: words.asOfNote(dayWithYear(day.on)) } : {})}
      actions={<AsOf day={day} />}
    >
      <Columns
        aside={
          <>
            <UnitFacts unit={unit} asOf={day.given !== undefined} />
            {(unit.term || !COUNTLESS.has(unit.kind)) && <TermCard unit={unit} />}
          </>
        }
      >
        <Stack>
          {unit.counts && unit.state === 'active' && !COUNTLESS.has(unit.kind) && (
            <Card title={words.verdicts} flush>
              {unit.verdicts.length > 0 ? (
                <Verdicts verdicts={unit.verdicts} />
              ) : (
                <p className="second card-body">{words.noVerdicts}</p>
              )}
            </Card>
          )}
          {FITTING_POSTS[unit.kind].length > 0 && <PostsCard unit={unit} />}
          {unit.kind === 'temporaryOrganization' && unit.may.seeMembers && <ServicesCard unit={unit} on={day.given} />}
          <RelationsCard unit={unit} />
          {children.units.length > 0 && (
            <Card title={words.lower} note={String(children.units.length)} flush>
              <Tree label={words.lower} units={children.units} on={day.given} />
            </Card>
          )}
        </Stack>
      </Columns>
    </Page>
  )
}

function UnitFacts({ unit, asOf }: { unit: Reply<typeof readUnit>; asOf: boolean }) {
  const [describing, setDescribing] = useState(false)
  const words = useWords(organizationWords)
  const kinds = useWords(names).unit
  const former = unit.names.filter(n => n.name !== unit.name)
  const items = [
    { term: words.kind, value: kinds[unit.kind] },
    { term: words.code, value: unit.code },
    { term: words.founded, value: dayWithYear(unit.foundedOn) },
    ...(unit.dissolvedOn ? [{ term: words.dissolvedOn, value: dayWithYear(unit.dissolvedOn) }] : []),
    ...(COUNTLESS.has(unit.kind)
      ? []
      : [{ term: words.members, value: unit.counts ? words.counts(unit.counts) : words.hiddenCounts }]),
    ...(unit.staffCount === null ? [] : [{ term: words.staff, value: words.people(unit.staffCount) }]),
    ...(unit.organClass ? [{ term: words.organClass, value: unit.organClass }] : []),
    ...(unit.purpose ? [{ term: words.purpose, value: unit.purpose }] : []),
    ...former.map(n => ({
      term: words.formerNames,
      value: n.until ? `${n.name}，${words.until(dayWithYear(n.until))}` : n.name,
    })),
  ]
  return (
    <Card>
      {describing ? <DescribeForm unit={unit} onDone={() => setDescribing(false)} /> : <Facts items={items} />}
      <div className="organization-links">
        {unit.may.describe && !asOf && !describing && (
          <Button onClick={() => setDescribing(true)}>{words.describe}</Button>
        )}
        {unit.may.seeMembers && !COUNTLESS.has(unit.kind) && (
          <ButtonLink to={`/members?unit=${unit.id}${asOf ? `&on=${unit.on}` : ''}`}>{words.allMembers}</ButtonLink>
        )}
        {unit.may.reorganize && (
          <ButtonLink to={`/organisation/reorganise?unit=${unit.id}`}>{words.reorganise}</ButtonLink>
        )}
        {unit.may.reorganize && <ButtonLink to={`/organisation/changes?unit=${unit.id}`}>{words.changes}</ButtonLink>}
      </div>
    </Card>
  )
}
