import { compareAssessments } from '@jiannuo/contract/appraisal/assessment.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '../../../../app/location.ts'
import { query, useList } from '../../../../app/server/query.ts'
import { useWords } from '../../../../i18n/dictionary.ts'
import { number } from '../../../../i18n/format.ts'
import { listed } from '../../../../i18n/punctuation.ts'
import { SelectField } from '../../../../ui/form/choice-field.tsx'
import { Go } from '../../../../ui/go.tsx'
import { Card } from '../../../../ui/page/card.tsx'
import { Page, Stack } from '../../../../ui/page/page.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { useBoth } from '../../both.ts'
import { courseWords } from '../decide/words.ts'
import { useStanding } from '../standing.ts'
import { unitWords } from '../words.ts'

/** 与上期比较 /assessments/$id/compare: who moved most, and by which indicators. */
export function ComparePage() {
  const words = useWords(courseWords)
  const common = useWords(unitWords)
  const assessmentId = useParam('id')
  const [chosen, setChosen] = useState('')
  const sent = { params: { assessmentId }, query: chosen ? { with: chosen } : {} }
  const { head, earlier, others, added, gone } = useSuspenseQuery(query(compareAssessments, sent)).data
  return (
    <Page
      title={earlier ? words.compareTitle(earlier.period) : words.compareNone}
      kicker={<Go to={`/assessments/${head.id}`}>{common.of(head.schemeTitle, head.period)}</Go>}
      note={earlier ? words.compareNote(added, gone) : undefined}
    >
      {earlier ? (
        <Stack>
          {others.length > 1 && (
            <SelectField
              label={words.compareWith}
              width="medium"
              options={others.map(each => ({
                value: each.id,
                label: `${common.of(each.schemeTitle, each.period)} · ${each.cutOff} · ${common.states[each.state]}`,
              }))}
              value={earlier.id}
              onChange={setChosen}
            />
          )}
          <Moves assessmentId={assessmentId} chosen={earlier.id} />
        </Stack>
      ) : (
        <Card>
          <Empty title={words.compareNone}>{words.compareNoneNote}</Empty>
        </Card>
      )}
    </Page>
  )
}

function Moves({ assessmentId, chosen }: { assessmentId: string; chosen: string }) {
  const words = useWords(courseWords)
  const common = useWords(unitWords)
  const both = useBoth()
  const sent = { params: { assessmentId }, query: { with: chosen } }
  const { grades } = useSuspenseQuery(query(compareAssessments, sent)).data
  const { items, more } = useList(compareAssessments, sent)
  const standing = useStanding(grades)
  type Item = (typeof items)[number]
  const said = (of: Item['before']) =>
    listed([of.total === null ? '–' : number(of.total, 2), standing(of)].filter(Boolean))
  const signed = ({ before, after }: Item) => {
    if (before.total === null || after.total === null) return '–'
    const move = after.total - before.total
    return `${move > 0 ? '+' : ''}${number(move, 2)}`
  }
  return (
    <Card flush>
      <DataTable
        caption={words.why}
        rows={items}
        rowKey={row => row.unitId}
        more={more}
        columns={[
          { key: 'name', head: common.unit, phone: 'name', cell: row => row.name },
          { key: 'change', head: words.change, phone: 'light', numeric: true, cell: signed },
          { key: 'before', head: words.before, phone: 'below', noWrap: true, cell: row => said(row.before) },
          { key: 'after', head: words.after, phone: 'below', noWrap: true, cell: row => said(row.after) },
          {
            key: 'why',
            head: words.why,
            phone: 'below',
            cell: row =>
              listed(
                row.moves.map(each => words.move(both(each.title), number(each.before, 2), number(each.after, 2))),
              ),
          },
        ]}
      />
    </Card>
  )
}
