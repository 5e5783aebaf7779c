import { countRosterAccounts, listAccounts } from '@jiannuo/contract/identity/administration.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParam } from '../../../app/location.ts'
import { query, useList } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayAndTime } from '../../../i18n/format.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Sheet } from '../../../ui/action/sheet.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { FilterChips } from '../../../ui/table/filter-chips.tsx'
import { administrationWords } from '../words.ts'
import { AccountActions, type AccountRow } from './account-actions.tsx'
import { NewAdministrator } from './new-administrator.tsx'
import { RosterCodes } from './roster-codes.tsx'

const VIEWS = ['all', 'unused', 'administrators', 'disabled'] as const

/** Accounts within reach: all of them for two administrators, members below for staff and organ committees. */
export function AccountsPage() {
  const words = useWords(administrationWords)
  const { role } = useSession().current
  const [view = 'all', setView] = useSearchParam('view', VIEWS)
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<AccountRow | null>(null)
  const { data: counts } = useQuery({ ...query(countRosterAccounts), enabled: role !== 'securityAdministrator' })
  const missing = counts?.withoutAccount ?? 0
  const ofRoster = role === 'workCommittee' || role === 'organCommittee'
  return (
    <Page
      title={missing > 0 ? words.missing(missing) : words.accountsTitle}
      kicker={words.kicker}
      note={missing > 0 && !ofRoster && words.madeBy}
    >
      <Stack>
        {ofRoster && counts && <RosterCodes {...counts} />}
        <TextField label={words.search} type="search" width="medium" value={search} onChange={setSearch} />
        <FilterChips
          label={words.state}
          value={view}
          onChange={setView}
          chips={[
            { value: 'all', label: words.all },
            { value: 'unused', label: words.unused },
            ...(ofRoster ? [] : [{ value: 'administrators' as const, label: words.administrators }]),
            { value: 'disabled', label: words.disabledOnly },
          ]}
        />
        <Card flush>
          <AccountTable view={view} search={search.trim()} onOpen={setOpen} />
        </Card>
        {role === 'systemAdministrator' && <NewAdministrator />}
      </Stack>
      <Sheet title={open ? words.manageOf(open.name) : ''} open={open !== null} onClose={() => setOpen(null)}>
        {open && <AccountActions account={open} role={role} />}
      </Sheet>
    </Page>
  )
}

interface AccountTableProps {
  view: (typeof VIEWS)[number]
  search: string
  onOpen: (account: AccountRow) => void
}

function AccountTable({ view, search, onOpen }: AccountTableProps) {
  const words = useWords(administrationWords)
  const { accountId } = useSession()
  const { items, more } = useList(listAccounts, {
    query: {
      ...(search ? { search } : {}),
      ...(view === 'disabled' ? { state: 'disabled' as const } : {}),
      ...(view === 'unused' || view === 'administrators' ? { only: view } : {}),
    },
  })
  return (
    <DataTable
      caption={words.accounts}
      rows={items}
      rowKey={a => a.id}
      more={more}
      empty={<Empty title={words.noneFound} />}
      columns={[
        { key: 'name', head: words.name, cell: a => a.name, phone: 'name', noWrap: true },
        { key: 'login', head: words.login, cell: a => a.login, phone: 'note' },
        {
          key: 'state',
          head: words.state,
          cell: a => (
            <Light colour={a.state === 'active' ? 'green' : 'grey'}>
              {a.state === 'active' ? words.active : words.disabled}
            </Light>
          ),
          phone: 'light',
        },
        { key: 'credential', head: words.credential, cell: a => words.credentials[a.credential], phone: 'reason' },
        { key: 'factor', head: words.factor, cell: a => (a.secondFactor ? words.yes : words.no), phone: 'hidden' },
        {
          key: 'seen',
          head: words.lastSeen,
          cell: a => (a.lastSeenAt ? dayAndTime(a.lastSeenAt) : words.never),
          phone: 'hidden',
          noWrap: true,
        },
        {
          key: 'manage',
          head: words.action,
          cell: a =>
            a.id !== accountId && (
              <Button small label={words.manageOf(a.name)} onClick={() => onOpen(a)}>
                {words.manage}
              </Button>
            ),
          phone: 'below',
        },
      ]}
    />
  )
}
