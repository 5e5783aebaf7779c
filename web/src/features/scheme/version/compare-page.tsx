import { compareSchemes, readScheme } from '@jiannuo/contract/appraisal/scheme.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useParam } from '../../../app/location.ts'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Go } from '../../../ui/go.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { schemeWords } from '../words.ts'
import { ChangeList } from './change-list.tsx'

/** 两个版本对照 /scheme/$id/compare?from=: differences in words. */
export function ComparePage() {
  const words = useWords(schemeWords)
  const schemeId = useParam('id')
  const search = useRouterState({ select: state => state.location.searchStr })
  const { data: scheme } = useSuspenseQuery(query(readScheme, { params: { schemeId } }))
  const at = scheme.history.findIndex(each => each.id === schemeId)
  const from = new URLSearchParams(search).get('from') ?? scheme.history[at - 1]?.id ?? schemeId
  const { data } = useSuspenseQuery(query(compareSchemes, { params: { schemeId }, query: { from } }))
  const named = (line: typeof data.from) =>
    `${line.title} · ${line.ownerUnitName} · ${words.versionNo(line.year, line.version)}`
  return (
    <Page
      title={words.compareHeading(data.changes.length)}
      kicker={<Go to={`/scheme/${schemeId}`}>{data.to.title}</Go>}
      note={`${named(data.from)} → ${named(data.to)}`}
      width="form"
    >
      <Card flush>
        <ChangeList changes={data.changes} />
      </Card>
    </Page>
  )
}
