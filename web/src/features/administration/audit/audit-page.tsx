import { searchAudit } from '@jiannuo/contract/identity/system.ts'
import { type FormEvent, useState } from 'react'
import { useList } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayAndTime } from '../../../i18n/format.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Sheet } from '../../../ui/action/sheet.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { SearchSelect } from '../../../ui/form/search-select.tsx'
import { DayField, TextField } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { FilterChips } from '../../../ui/table/filter-chips.tsx'
import { administrationWords } from '../words.ts'
import { actionWords } from './action-words.ts'
import { AuditMarks, type Event } from './audit-marks.tsx'
import { Checkpoints } from './checkpoints.tsx'

const EMPTY = { action: '', login: '', object: '', fromOn: '', untilOn: '' }
const ALL = 'all'
type Only = 'all' | 'refused' | 'marked'

/** The whole log, the deeds of the other two administrators included. */
export function AuditPage() {
  const words = useWords(administrationWords)
  const actions = useWords(actionWords)
  const [typed, setTyped] = useState(EMPTY)
  const [asked, setAsked] = useState(EMPTY)
  const [only, setOnly] = useState<Only>('all')
  const [openId, setOpenId] = useState<string | null>(null)
  const { items, more } = useList(searchAudit, { query: queryOf(asked, only) })
  const open = items.find(event => event.id === openId)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(typed)
  }
  const set = (key: keyof typeof EMPTY) => (value: string) => setTyped({ ...typed, [key]: value })
  return (
    <Page title={words.auditTitle(items.length, more !== undefined)} kicker={words.audit}>
      <Stack>
        <form className="form" onSubmit={submit} noValidate>
          <FieldRow>
            <SearchSelect
              label={words.what}
              placeholder={words.all}
              options={[
                { value: ALL, label: words.all },
                ...Object.entries(actions).map(([value, label]) => ({ value, label })),
              ]}
              value={typed.action}
              onChange={action => set('action')(action === ALL ? '' : action)}
            />
            <TextField label={words.loginFilter} value={typed.login} onChange={set('login')} />
            <TextField label={words.object} value={typed.object} onChange={set('object')} />
            <DayField label={words.from} value={typed.fromOn} onChange={set('fromOn')} />
            <DayField label={words.untilDay} value={typed.untilOn} onChange={set('untilOn')} />
          </FieldRow>
          <div>
            <Button submit icon="search">
              {words.find}
            </Button>
          </div>
        </form>
        <FilterChips
          label={words.outcome}
          value={only}
          onChange={setOnly}
          chips={[
            { value: 'all', label: words.all },
            { value: 'refused', label: words.outcomes.refused },
            { value: 'marked', label: words.marked },
          ]}
        />
        <Card flush>
          <EventTable items={items} more={more} onOpen={setOpenId} />
        </Card>
        <Checkpoints />
      </Stack>
      <Sheet title={words.mark} open={open !== undefined} onClose={() => setOpenId(null)}>
        {open && <AuditMarks event={open} />}
      </Sheet>
    </Page>
  )
}

const queryOf = (asked: typeof EMPTY, only: Only) => ({
  ...Object.fromEntries(
    Object.entries({ action: asked.action, login: asked.login, object: asked.object, fromOn: asked.fromOn })
      .map(([key, value]) => [key, value.trim()])
      .filter(([, value]) => value),
  ),
  ...(asked.untilOn ? { untilOn: asked.untilOn } : {}),
  ...(only === 'refused' ? { outcome: 'refused' as const } : {}),
  ...(only === 'marked' ? { marked: 'yes' as const } : {}),
})

interface EventTableProps {
  items: readonly Event[]
  more: ReturnType<typeof useList<typeof searchAudit>>['more']
  onOpen: (id: string) => void
}

function EventTable({ items, more, onOpen }: EventTableProps) {
  const words = useWords(administrationWords)
  const actions = useWords(actionWords)
  return (
    <DataTable
      caption={words.audit}
      rows={items}
      rowKey={e => e.id}
      more={more}
      empty={<Empty title={words.noEvents} />}
      columns={[
        { key: 'at', head: words.at, cell: e => dayAndTime(e.at), phone: 'note', noWrap: true },
        { key: 'who', head: words.who, cell: e => e.account, phone: 'name', noWrap: true },
        { key: 'what', head: words.what, cell: e => actions[e.action] ?? e.action, phone: 'reason' },
        { key: 'object', head: words.object, cell: e => e.objectId, phone: 'below' },
        {
          key: 'outcome',
          head: words.outcome,
          cell: e => <Light colour={e.outcome === 'done' ? 'green' : 'yellow'}>{words.outcomes[e.outcome]}</Light>,
          phone: 'light',
        },
        { key: 'where', head: words.where, cell: e => e.address, phone: 'hidden', noWrap: true },
        { key: 'seq', head: words.seq, cell: e => e.seq, phone: 'hidden', numeric: true },
        {
          key: 'mark',
          head: words.mark,
          cell: e => (
            <Button small label={`${words.mark} ${e.requestId}`} onClick={() => onOpen(e.id)}>
              {e.marks.length > 0 ? `${words.mark} ${e.marks.length}` : words.mark}
            </Button>
          ),
          phone: 'hidden',
        },
      ]}
    />
  )
}
