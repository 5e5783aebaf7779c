import { readPartyGroupOverview } from '@jiannuo/contract/desk/overview.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithWeekday, number, percent } from '../../../i18n/format.ts'
import { language } from '../../../i18n/language.ts'
import { Card, Facts, Row, Rows } from '../../../ui/page/card.tsx'
import { KeyFigures } from '../../../ui/page/key-figures.tsx'
import { Columns, Page, Stack } from '../../../ui/page/page.tsx'
import { LightSign } from '../../../ui/signal/light.tsx'
import { ProgressBar } from '../../../ui/signal/progress-bar.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { overviewWords } from '../words.ts'
import { unitWords } from './words.ts'
import '../overview.css'
import { OwnPledgeAsk } from './own-pledge.tsx'

type Data = Reply<typeof readPartyGroupOverview>
const share = (part: number, whole: number) => (whole === 0 ? '0%' : percent(part / whole))

/** 本单位 /our-unit: the unit of a leading Party group secretary at a glance. */
export function OurUnitPage() {
  const common = useWords(overviewWords)
  const words = useWords(unitWords).unit
  const today = useToday()
  const { data } = useSuspenseQuery(query(readPartyGroupOverview))
  const { total } = data
  const title = !data.now
    ? common.noYear
    : data.stuckAll > 0
      ? words.titleStuck(data.stuckAll)
      : words.title(share(total.inForce, total.owed))
  const note = data.now
    ? common.phaseLeft(common.phases[data.now.midYear ? 'midYear' : data.now.phase], data.now.daysLeft)
    : common.noYearNote
  return (
    <Page large title={title} kicker={common.kicker(data.unitName, dayWithWeekday(today))} note={note}>
      <KeyFigures
        figures={[
          {
            label: words.members,
            value: number(data.members),
            unit: common.people,
            meaning: words.membersNote(data.branches, data.inService),
          },
          {
            label: words.inForce,
            value: number(total.inForce),
            beside: words.of(total.owed),
            meaning: words.inForceNote(share(total.inForce, total.owed)),
          },
          {
            label: words.lagging,
            value: number(total.red),
            unit: common.things,
            meaning: words.laggingNote(total.redPeople),
          },
          {
            label: words.stuck,
            value: number(data.stuckAll),
            unit: common.papers,
            meaning: words.stuckNote,
            to: '/decisions',
          },
        ]}
      />
      <Columns
        aside={
          <Stack>
            <OwnState data={data} />
            <Results data={data} />
          </Stack>
        }
      >
        <OwnPledgeAsk data={data} />
        <Organs data={data} />
        <Lagging data={data} />
      </Columns>
    </Page>
  )
}

function OwnState({ data }: { data: Data }) {
  const common = useWords(overviewWords)
  const words = useWords(unitWords).unit
  const mine = data.own.find(pledge => pledge.level === 'partyGroupSecretary')
  return <Card title={words.own}>{mine ? words.ownState(common.states[mine.state]) : words.ownNone}</Card>
}

function Organs({ data }: { data: Data }) {
  const words = useWords(unitWords).unit
  return (
    <Card title={words.organs} flush>
      {data.organs.length === 0 ? (
        <Empty title={words.noOrgans} />
      ) : (
        <Rows>
          {data.organs.map(organ => (
            <Row
              key={organ.unitId}
              title={organ.name}
              note={words.midYear(organ.confirmed, organ.inForce)}
              state={
                organ.adopted ? <StatusTag tone="ok">{words.adopted}</StatusTag> : `${organ.inForce} / ${organ.owed}`
              }
            >
              <ProgressBar
                label={`${organ.name} ${words.inForce}`}
                share={organ.owed === 0 ? 0 : organ.inForce / organ.owed}
              />
            </Row>
          ))}
        </Rows>
      )}
    </Card>
  )
}

function Lagging({ data }: { data: Data }) {
  const words = useWords(unitWords).unit
  return (
    <Card title={words.branchesLagging} flush>
      {data.lagging.length === 0 ? (
        <Empty good title={words.noLagging} />
      ) : (
        <Rows>
          {data.lagging.map(branch => (
            <Row
              key={branch.unitId}
              lead={<LightSign colour="red" />}
              title={branch.name}
              note={words.laggingRow(branch.red, branch.redPeople, branch.people)}
            />
          ))}
        </Rows>
      )}
    </Card>
  )
}

function Results({ data }: { data: Data }) {
  const common = useWords(overviewWords)
  const words = useWords(unitWords).unit
  const [open, filed] = [
    data.rounds.reduce((sum, r) => sum + r.open, 0),
    data.rounds.reduce((sum, r) => sum + r.filed, 0),
  ]
  return (
    <>
      {open + filed > 0 && <Card title={words.thisYear}>{words.rounds(open, filed)}</Card>}
      {data.grades ? (
        <Card title={words.result(data.grades.year)}>
          <Facts
            items={data.grades.levels.map(({ level, grades }) => ({
              term: common.levels[level],
              value: grades.map(g => `${g.grade[language()]} ${g.people}`).join(common.comma),
            }))}
          />
        </Card>
      ) : (
        <Card title={words.noResult}>{words.noResultNote}</Card>
      )}
    </>
  )
}
