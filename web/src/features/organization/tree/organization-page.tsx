import { readPath, readTop } from '@jiannuo/contract/organization/unit.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { query } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithYear } from '../../../i18n/format.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { AsOf, useAsOf } from '../as-of.tsx'
import { UnitView } from '../unit/unit-page.tsx'
import { organizationWords } from '../words.ts'
import { Tree } from './tree.tsx'
import '../organization.css'

/** 组织与党员 /organisation: the tree for committees, the own branch's file for everyone below. */
export function OrganizationPage() {
  const { current } = useSession()
  const whole =
    current.unitId === null ||
    ['workCommittee', 'organCommittee', 'districtCommittee'].some(role => role === current.role)
  return whole ? <TreePage /> : <UnitView unitId={current.unitId ?? ''} />
}

function TreePage() {
  const words = useWords(organizationWords)
  const { current } = useSession()
  const day = useAsOf()
  const on = day.given ? { on: day.given } : {}
  const unitId = current.unitId ?? ''
  const { data } = useSuspenseQuery(query(readTop, { query: on }))
  const path = useQuery({ ...query(readPath, { params: { unitId }, query: on }), enabled: unitId !== '' })
  // Open from the start: the city committee, and the way down to where the visitor's own organisation stands.
  const way = new Set(
    [...data.units.filter(unit => unit.kind === 'cityCommittee'), ...(path.data?.units ?? [])].map(unit => unit.id),
  )
  const { links } = words
  return (
    <Page
      title={words.organisation}
      note={day.given ? words.asOfNote(dayWithYear(day.on)) : words.treeNote}
      actions={<AsOf day={day} />}
    >
      <Stack>
        <nav className="organization-links" aria-label={words.organisation}>
          <ButtonLink to="/organisation/reorganise" kind="primary">
            {links.reorganise}
          </ButtonLink>
          <ButtonLink to="/members">{links.members}</ButtonLink>
          <ButtonLink to="/organisation/renewals">{links.renewals}</ButtonLink>
          <ButtonLink to="/organisation/transfers">{links.transfers}</ButtonLink>
          <ButtonLink to="/organisation/coverage">{links.coverage}</ButtonLink>
          <ButtonLink to="/organisation/staffing">{links.staffing}</ButtonLink>
          <ButtonLink to="/organisation/zones">{links.zones}</ButtonLink>
          <ButtonLink to="/organisation/changes">{links.changes}</ButtonLink>
          {current.role === 'organCommittee' && current.unitId && (
            <ButtonLink to={`/organisation/${current.unitId}`}>{current.unitName}</ButtonLink>
          )}
        </nav>
        <Card flush>
          {data.units.length === 0 && <Empty title={words.noUnits} />}
          {!path.isLoading && data.units.length > 0 && (
            <Tree key={day.on} label={words.organisation} units={data.units} on={day.given} way={way} />
          )}
        </Card>
      </Stack>
    </Page>
  )
}
