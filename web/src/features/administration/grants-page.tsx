import { type Grant, listGrants, revokeGrant, signGrant } from '@jiannuo/contract/identity/administration.ts'
import type { z } from 'zod'
import { useCommand, useList } from '../../app/server/query.ts'
import { useSession } from '../../app/session.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayRange, dayWithYear } from '../../i18n/format.ts'
import { Button } from '../../ui/action/button.tsx'
import { Card } from '../../ui/page/card.tsx'
import { Page, Stack } from '../../ui/page/page.tsx'
import { Light, type LightColour } from '../../ui/signal/light.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { RequestGrant } from './request-grant.tsx'
import { administrationWords } from './words.ts'

type GrantRow = z.output<typeof Grant>
const COLOURS: Record<GrantRow['state'], LightColour> = {
  requested: 'yellow',
  ahead: 'grey',
  inForce: 'green',
  lapsed: 'grey',
  revoked: 'grey',
}

/** Asked for by one person, signed by another, revoked at once. */
export function GrantsPage() {
  const words = useWords(administrationWords)
  const { accountId, current } = useSession()
  const { items, more } = useList(listGrants)
  const sign = useCommand(signGrant, { invalidates: [listGrants] })
  const revoke = useCommand(revokeGrant, { invalidates: [listGrants] })
  const isSecurity = current.role === 'securityAdministrator'
  const actions = (g: GrantRow) => (
    <>
      {g.maySign && (
        <Button
          small
          busy={sign.busy}
          label={`${words.sign} ${g.name}`}
          onClick={() => sign.run({ params: { id: g.id } })}
        >
          {words.sign}
        </Button>
      )}
      {isSecurity && g.accountId !== accountId && g.state !== 'revoked' && g.state !== 'lapsed' && (
        <Button
          small
          busy={revoke.busy}
          label={`${words.revoke} ${g.name}`}
          onClick={() => revoke.run({ params: { id: g.id } })}
        >
          {words.revoke}
        </Button>
      )}
    </>
  )
  return (
    <Page
      title={words.grantsTitle(items.filter(g => g.state === 'requested').length)}
      kicker={words.grants}
      note={words.requestNote}
    >
      <Stack>
        <ProblemAlert problem={sign.problem ?? revoke.problem} />
        <Card flush>
          <DataTable
            caption={words.grants}
            rows={items}
            rowKey={g => g.id}
            more={more}
            empty={<Empty title={words.noGrants} />}
            columns={[
              { key: 'name', head: words.holder, cell: g => `${g.name}（${g.login}）`, phone: 'name' },
              {
                key: 'role',
                head: words.role,
                cell: g => [g.unitName, words.roles[g.role]].filter(Boolean).join(' '),
                phone: 'note',
              },
              {
                key: 'state',
                head: words.state,
                cell: g => <Light colour={COLOURS[g.state]}>{words.grantStates[g.state]}</Light>,
                phone: 'light',
              },
              {
                key: 'span',
                head: words.span,
                cell: g => (g.untilOn ? dayRange(g.fromOn, g.untilOn) : `${dayWithYear(g.fromOn)} ${words.open}`),
                phone: 'reason',
              },
              {
                key: 'asked',
                head: words.requestedBy,
                cell: g => (g.signedAt && !g.signedBy ? words.bySetUp : g.requestedBy),
                phone: 'hidden',
                noWrap: true,
              },
              {
                key: 'signed',
                head: words.signedBy,
                cell: g => g.signedBy || (g.signedAt ? words.bySetUp : ''),
                phone: 'hidden',
                noWrap: true,
              },
              { key: 'action', head: words.action, cell: actions, phone: 'below' },
            ]}
          />
        </Card>
        {isSecurity && <RequestGrant />}
      </Stack>
    </Page>
  )
}
