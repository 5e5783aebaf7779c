import { search } from '@jiannuo/contract/membership/member.ts'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { names } from '../names.ts'
import { useTextParam } from '../use-text-param.ts'
import { organizationWords } from '../words.ts'

/** What the search box of the top bar leads to: /search?q= */
export function SearchPage() {
  const words = useWords(organizationWords)
  const kinds = useWords(names).unit
  const [q = '', setQ] = useTextParam('q')
  const { data } = useQuery({ ...query(search, { query: { q: q.slice(0, 40) } }), enabled: q.trim() !== '' })
  const found = data ? data.units.length + data.members.length : 0
  const title = data ? (found > 0 ? words.searchTitle(q, found) : words.searchNone(q)) : words.searchField
  return (
    <Page title={title} note={words.searchHint} width="form">
      <Stack>
        <SearchForm key={q} value={q} onSearch={setQ} />
        {data && data.units.length > 0 && (
          <Card title={words.searchUnits} flush>
            <Rows>
              {data.units.map(u => (
                <Row
                  key={u.id}
                  title={<Go to={`/organisation/${u.id}`}>{u.name}</Go>}
                  note={u.upperName}
                  state={kinds[u.kind]}
                />
              ))}
            </Rows>
          </Card>
        )}
        {data && data.members.length > 0 && (
          <Card title={words.searchMembers} flush>
            <Rows>
              {data.members.map(m => (
                <Row key={m.id} title={<Go to={`/members/${m.id}`}>{m.name}</Go>} note={m.unitName} />
              ))}
            </Rows>
          </Card>
        )}
        {data && found === 0 && <Empty title={words.searchNone(q)} />}
      </Stack>
    </Page>
  )
}

function SearchForm({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const words = useWords(organizationWords)
  const [text, setText] = useState(value)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch(text.trim())
  }
  return (
    <form className="form" onSubmit={submit}>
      <TextField label={words.searchField} type="search" value={text} onChange={setText} maxLength={40} />
      <Button submit icon="search">
        {words.search}
      </Button>
    </form>
  )
}
