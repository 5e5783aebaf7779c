import { BRANCH_FILTERS, type BranchRow, exportBranches, readOrganOverview } from '@jiannuo/contract/desk/overview.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParam } from '../../../app/location.ts'
import { address } from '../../../app/server/api.ts'
import { query } from '../../../app/server/query.ts'
import { useSession, useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithWeekday, number, percent } from '../../../i18n/format.ts'
import { ButtonLink, DownloadLink } from '../../../ui/action/button.tsx'
import { PrintButton } from '../../../ui/action/print-button.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { KeyFigures } from '../../../ui/page/key-figures.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { LightLegend } from '../../../ui/signal/light.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { FilterChips } from '../../../ui/table/filter-chips.tsx'
import { overviewWords } from '../words.ts'
import { unitWords } from './words.ts'
import '../overview.css'
import { branchColumns } from './branch-columns.tsx'
import { GuidanceCard } from './guidance-card.tsx'

const kept: Record<(typeof BRANCH_FILTERS)[number], (row: BranchRow) => boolean> = {
  all: () => true,
  attention: row => row.attention,
  red: row => row.red > 0,
  waiting: row => row.toReview > 0,
}

/** 支部总表 /branches: every branch of the organ committee, or of a district, on one screen, those that need a word first. */
export function BranchesPage() {
  const words = useWords(unitWords).organ
  const common = useWords(overviewWords)
  const today = useToday()
  const { current } = useSession()
  const { data } = useSuspenseQuery(query(readOrganOverview))
  const guidance = current.role === 'districtCommittee' && current.unitId && <GuidanceCard unitId={current.unitId} />
  const [filter = 'all', setFilter] = useSearchParam('show', BRANCH_FILTERS)
  const { branches, total } = data
  const asking = branches.filter(row => row.attention)
  const red = branches.filter(row => row.red > 0)
  const kicker = common.kicker(data.unitName, dayWithWeekday(today))
  if (branches.length === 0) {
    return (
      <Page title={words.none} kicker={kicker}>
        <Stack>
          <Card>
            <Empty title={words.none} actions={<ButtonLink to="/organisation">{words.toOrganisation}</ButtonLink>}>
              {words.noneNote}
            </Empty>
          </Card>
          {guidance}
        </Stack>
      </Page>
    )
  }
  const shown = branches.filter(kept[filter])
  const [first, others] = [shown.filter(row => row.attention), shown.filter(row => !row.attention)]
  const note = data.now
    ? common.phaseLeft(common.phases[data.now.midYear ? 'midYear' : data.now.phase], data.now.daysLeft)
    : common.noYearNote
  return (
    <Page
      large
      title={data.now ? words.title(branches.length, asking.length) : common.noYear}
      kicker={kicker}
      note={note}
      actions={
        <>
          <PrintButton />
          <DownloadLink href={address(exportBranches, { query: { show: filter } })}>{words.exportExcel}</DownloadLink>
        </>
      }
    >
      <KeyFigures
        figures={[
          {
            label: words.members,
            value: number(data.members),
            unit: common.people,
            meaning: words.inService(data.inService, data.members - data.inService),
            to: '/organisation',
          },
          {
            label: words.inForce,
            ...(data.now
              ? {
                  value: number(total.inForce),
                  beside: `/ ${number(total.owed)}  ${share(total.inForce, total.owed)}`,
                  meaning: words.rest(total.owed - total.inForce),
                }
              : { value: '–', meaning: common.noYearNote }),
            to: '/pledges',
          },
          {
            label: words.mine,
            value: number(data.mine.waiting),
            unit: common.papers,
            meaning: words.mineNote(data.mine.risen, data.mine.late),
            to: '/review',
          },
          {
            label: words.redBranches,
            value: number(red.length),
            unit: common.units,
            meaning: words.redNote(total.redPeople, total.red),
          },
        ]}
      />
      <Card flush>
        <div className="overview-filter">
          <FilterChips
            label={words.filter}
            value={filter}
            onChange={value => setFilter(value === 'all' ? null : value)}
            chips={BRANCH_FILTERS.map(value => ({
              value,
              label: words[value],
              count: branches.filter(kept[value]).length,
            }))}
          />
        </div>
        <DataTable
          caption={words.table}
          columns={branchColumns(words, data.unitName)}
          groups={[
            { title: words.first(first.length), rows: first },
            { title: words.others(others.length), rows: others },
          ]}
          rowKey={row => row.unitId}
          empty={<Empty title={words.noMatch} />}
          footer={
            <>
              <LightLegend label={words.lights} />
              <span>{words.counted(dayWithWeekday(today))}</span>
            </>
          }
        />
      </Card>
      {guidance}
    </Page>
  )
}

const share = (part: number, whole: number) => (whole === 0 ? '' : percent(part / whole))
