import { addDuty, type Duty, endDuty, listDuties } from '@jiannuo/contract/pledge/duty.ts'
import { LEVELS, type Level } from '@jiannuo/contract/values.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { addDays } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Button } from '../../../ui/action/button.tsx'
import { SelectField } from '../../../ui/form/choice-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page, Stack } from '../../../ui/page/page.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { FilterChips } from '../../../ui/table/filter-chips.tsx'
import { paperWords } from '../paper/words.ts'
import { Tabs } from './tabs.tsx'
import { officeWords } from './words.ts'

/** 职责目录 /pledges/duties: what each of the four levels answers for. */
export function DutiesPage() {
  const words = useWords(officeWords)
  const paper = useWords(paperWords)
  const language = useLanguage()
  const today = useToday()
  const [level, setLevel] = useState<Level | 'all'>('all')
  const { data } = useSuspenseQuery(query(listDuties))
  const end = useCommand(endDuty, { invalidates: [listDuties] })
  const shown = (of: Level) => data.duties.filter(d => d.level === of)
  const groups = LEVELS.filter(l => level === 'all' || l === level).map(l => ({
    title: paper.levels[l],
    rows: shown(l),
  }))
  const tag = (duty: Duty) => (
    <>
      {duty.leadingCadre && <StatusTag>{words.cadre}</StatusTag>}{' '}
      {duty.own && <StatusTag tone="info">{words.own}</StatusTag>}{' '}
      {duty.own && data.mayManage && (
        <Button
          kind="text"
          small
          busy={end.busy}
          onClick={() => end.run({ params: { dutyId: duty.id }, body: { until: addDays(today, 1) } })}
        >
          {words.end}
        </Button>
      )}
    </>
  )
  return (
    <Page title={words.duties(data.duties.length)} note={words.dutiesNote}>
      <Stack>
        <Tabs at="/pledges/duties" />
        <FilterChips
          label={words.level}
          value={level}
          onChange={setLevel}
          chips={[
            { value: 'all', label: words.all, count: data.duties.length },
            ...LEVELS.map(l => ({ value: l, label: paper.levels[l], count: shown(l).length })),
          ]}
        />
        <ProblemAlert problem={end.problem} />
        <Card flush>
          <DataTable
            caption={words.tabs['/pledges/duties']}
            groups={groups}
            rowKey={duty => duty.id}
            columns={[
              { key: 'duty', head: words.duty, cell: d => d.title[language], phone: 'name' },
              {
                key: 'orientation',
                head: words.orientation,
                cell: d => d.orientation[language],
                noWrap: true,
                phone: 'note',
              },
              { key: 'source', head: words.source, cell: d => d.source, phone: 'hidden' },
              { key: 'own', head: '', cell: tag, phone: 'below' },
            ]}
          />
        </Card>
        {data.mayManage && <AddDuty />}
      </Stack>
    </Page>
  )
}

const EMPTY = { orientation: '', title: '', titleEn: '', source: '' }

function AddDuty() {
  const words = useWords(officeWords)
  const paper = useWords(paperWords)
  const [level, setLevel] = useState<Level>('member')
  const [typed, setTyped] = useState(EMPTY)
  const add = useCommand(addDuty, { invalidates: [listDuties], onDone: () => setTyped(EMPTY) })
  const field = (name: keyof typeof EMPTY) => ({
    value: typed[name],
    error: add.problem?.fields[`/${name}`],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
  })
  return (
    <Card title={words.addDuty}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void add.run({ body: { level, ...typed } })
        }}
      >
        <ProblemAlert problem={add.problem} />
        <SelectField
          label={words.level}
          width="medium"
          options={LEVELS.map(value => ({ value, label: paper.levels[value] }))}
          value={level}
          onChange={setLevel}
        />
        <TextField label={words.orientation} width="medium" {...field('orientation')} />
        <TextField label={words.dutyTitle} {...field('title')} />
        <TextField label={words.dutyTitleEn} {...field('titleEn')} />
        <TextField label={words.dutySource} {...field('source')} />
        <div>
          <Button kind="primary" submit busy={add.busy}>
            {words.add}
          </Button>
        </div>
      </form>
    </Card>
  )
}
