import { type EligibilityRow, listEligibility } from '@jiannuo/contract/appraisal/filing.ts'
import { LEVELS, type Level } from '@jiannuo/contract/values.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParam } from '../../../app/location.ts'
import { query, useList } from '../../../app/server/query.ts'
import { useSession } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { number } from '../../../i18n/format.ts'
import { sentences } from '../../../i18n/punctuation.ts'
import { Go } from '../../../ui/go.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { FilterChips } from '../../../ui/table/filter-chips.tsx'
import { useBoth } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { filingWords } from './words.ts'

/** Levels a role has results of. */
const LEVELS_OF: Readonly<Record<string, readonly Level[]>> = {
  branchSecretary: ['member'],
  organCommittee: ['member', 'branchSecretary'],
  workCommittee: LEVELS,
  districtCommittee: ['member', 'branchSecretary', 'organCommitteeSecretary'],
  cityCommittee: ['partyGroupSecretary'],
}

/** 结果运用 /appraisal/eligibility: who may be put forward for what, and why not. */
export function EligibilityPage() {
  const words = useWords(filingWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const role = useSession().current.role
  const levels = LEVELS_OF[role] ?? ['member' as const]
  const [chosen, setLevel] = useSearchParam('level', levels)
  const level = chosen ?? levels[0] ?? 'member'
  const { data } = useSuspenseQuery(query(listEligibility, { query: { level } }))
  const [asked, setUse] = useSearchParam(
    'use',
    data.uses.map(each => each.id),
  )
  const use = data.uses.find(each => each.id === asked) ?? data.uses[0]
  const title =
    use && data.of > 0
      ? words.eligibilityHeading(both(use.title), data.eligible[use.id] ?? 0, data.of)
      : words.eligibilityNone
  return (
    <Page title={title} kicker={<Go to="/appraisal">{common.all}</Go>} note={words.eligibilityNote}>
      <Stack>
        {levels.length > 1 && (
          <FilterChips
            label={words.levelChip}
            value={level}
            onChange={setLevel}
            chips={levels.map(each => ({ value: each, label: common.levels[each] }))}
          />
        )}
        {use && data.of > 0 && (
          <FilterChips
            label={words.use}
            value={use.id}
            onChange={setUse}
            chips={data.uses.map(each => ({
              value: each.id,
              label: both(each.title),
              count: data.eligible[each.id] ?? 0,
            }))}
          />
        )}
        <EligibilityTable level={level} use={use?.id ?? ''} />
      </Stack>
    </Page>
  )
}

function EligibilityTable({ level, use }: { level: Level; use: string }) {
  const words = useWords(filingWords)
  const both = useBoth()
  const { items, more } = useList(listEligibility, { query: { level } })
  const judged = (row: EligibilityRow) => row.uses.find(each => each.use.id === use)
  return (
    <Card flush>
      <DataTable
        caption={words.use}
        rowKey={row => row.id}
        more={more}
        empty={<Empty title={words.eligibilityNone}>{words.noneNote}</Empty>}
        groups={[
          { title: words.eligible, rows: items.filter(row => judged(row)?.eligible) },
          { title: words.notEligible, rows: items.filter(row => !judged(row)?.eligible) },
        ]}
        columns={[
          { key: 'name', head: words.name, phone: 'name', noWrap: true, cell: row => row.name },
          { key: 'unit', head: words.unit, phone: 'note', cell: row => row.unitName },
          {
            key: 'grade',
            head: words.grade,
            phone: 'hidden',
            noWrap: true,
            cell: row => `${both(row.grade.title)}${row.total === null ? '' : ` ${number(Number(row.total), 2)}`}`,
          },
          {
            key: 'eligible',
            head: words.use,
            phone: 'light',
            noWrap: true,
            cell: row => (
              <StatusTag tone={judged(row)?.eligible ? 'ok' : 'warn'}>
                {judged(row)?.eligible ? words.eligible : words.notEligible}
              </StatusTag>
            ),
          },
          {
            key: 'why',
            head: words.why,
            phone: 'below',
            cell: row => sentences(...(judged(row)?.why ?? []).map(both)),
          },
        ]}
      />
    </Card>
  )
}
