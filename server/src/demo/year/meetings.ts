import type { Attendee } from '@jiannuo/contract/meeting-life/meeting.ts'
import { quorumOf } from '../../modules/meeting-life/index.ts'
import type { CopyValue } from '../../platform/database/copy.ts'
import type { Unit } from '../organization.ts'
import type { Member, People } from '../people.ts'
import { Random } from '../random.ts'
import type { Rows } from './pledge-rows.ts'

const MEETING = [
  ...['id', 'unit_id', 'kind', 'title', 'starts_at', 'minutes', 'held_on', 'place', 'agenda', 'state'],
  ...['planned_by', 'opened_by', 'opened_at', 'closed_by', 'closed_at', 'quorum'],
]
const ATTENDANCE = ['meeting_id', 'person_id', 'due', 'voting', 'left_out', 'state', 'way', 'noted_at', 'noted_by']

const TOPICS = [
  ['学习条例条文，查摆本支部问题', '学习'],
  ['走进服务窗口，收集群众意见', '服务'],
  ['重温入党誓词，汇报践诺进展', '践诺'],
  ['业务骨干讲流程再造', '业务'],
  ['观看警示教育片，谈体会', '纪律'],
  ['结对社区，帮办实事', '社区'],
  ['年轻党员上讲台', '党课'],
] as const
const PLACES = ['党员活动室', '二楼会议室', '第一会议室', '政务服务大厅', '多功能厅']

interface Held {
  unit: Unit
  kind: string
  title: string
  on: string
  due: readonly Member[]
  /** Share of those due who come. */
  turnout: number
}

/**
 * This year's organisational life of every branch up to `today`: theme days each month, assemblies and lectures each quarter,
 * committee meetings; some are missing, a few lack their quorum. Drawn apart, so that the rest of the city stays as it is.
 */
export function yearMeetings(seed: number, branches: readonly Unit[], people: People, today: string): Rows[] {
  const random = new Random(seed)
  const meetings: CopyValue[][] = []
  const attendance: CopyValue[][] = []
  const year = today.slice(0, 4)
  const officersOf = Map.groupBy(people.posts, post => post.unit)

  const hold = ({ unit, kind, title, on, due, turnout }: Held) => {
    const id = random.uuid()
    const by = officersOf.get(unit)?.[0]?.member.id ?? due[0]!.id
    const people = due.map((member): Attendee => {
      const excused = member.state === 'longAway' || member.state === 'floating'
      const probationary = member.kind === 'probationary'
      const came = !excused && random.chance(turnout)
      return {
        ...{ personId: member.id, name: '', post: null, leaveReason: null, due: !excused },
        voting: !excused && !probationary,
        leftOut: excused ? 'excused' : probationary ? 'probationary' : null,
        state: came ? 'present' : random.chance(0.6) ? 'leave' : 'absent',
        way: came ? 'rollCall' : null,
      }
    })
    const agenda = JSON.stringify([
      { title: '第一议题：传达学习', speaker: null },
      { title, speaker: null },
    ])
    meetings.push([
      ...[id, unit.id, kind, title, `${on}T06:30:00Z`, 60, on, random.pick(PLACES), agenda, 'closed'],
      ...[by, by, `${on}T06:30:00Z`, by, `${on}T07:40:00Z`, JSON.stringify(quorumOf(kind, on, people))],
    ])
    for (const each of people)
      attendance.push([
        ...[id, each.personId, each.due, each.voting, each.leftOut, each.state, each.way, `${on}T06:40:00Z`, by],
      ])
  }

  const dayIn = (month: number) =>
    `${year}-${String(month).padStart(2, '0')}-${String(random.int(6, 27)).padStart(2, '0')}`
  for (const unit of branches) {
    const members = people.of.get(unit) ?? []
    const officers = (officersOf.get(unit) ?? []).map(post => post.member)
    if (members.length === 0) continue
    const careful = random.chance(0.75) ? 0.98 : 0.7
    const maybe = (held: Held) => held.on < today && random.chance(careful) && hold(held)
    for (let month = 1; month <= Number(today.slice(5, 7)); month++) {
      const [topic, name] = random.pick(TOPICS)
      maybe({
        unit,
        kind: 'themeDay',
        title: `${month}月主题党日（${name}）：${topic}`,
        on: dayIn(month),
        due: members,
        turnout: 0.88,
      })
      if (officers.length >= 3)
        maybe({
          unit,
          kind: 'committeeMeeting',
          title: `${month}月支委会`,
          on: dayIn(month),
          due: officers,
          turnout: 0.93,
        })
      if (month % 3 !== 2) continue
      maybe({
        unit,
        kind: 'branchAssembly',
        title: `第${QUARTER[(month - 2) / 3]}季度党员大会`,
        on: dayIn(month),
        due: members,
        turnout: 0.86,
      })
      maybe({
        unit,
        kind: 'partyLecture',
        title: `第${QUARTER[(month - 2) / 3]}季度党课`,
        on: dayIn(month),
        due: members,
        turnout: 0.84,
      })
    }
    const by = officers[0]?.id
    if (by && random.chance(0.3)) meetings.push(planned(random, unit, by, today))
  }
  return [
    { table: 'meeting_life_meeting', columns: MEETING, rows: meetings },
    { table: 'meeting_life_attendance', columns: ATTENDANCE, rows: attendance },
  ]
}

const QUARTER = ['一', '二', '三', '四']

/** Today's theme day, ready to begin. */
function planned(random: Random, unit: Unit, by: string, today: string): CopyValue[] {
  const [topic, name] = random.pick(TOPICS)
  return [
    ...[
      random.uuid(),
      unit.id,
      'themeDay',
      `主题党日（${name}）：${topic}`,
      `${today}T07:30:00Z`,
      90,
      today,
      '党员活动室',
    ],
    ...[
      JSON.stringify([
        { title: '第一议题：传达学习', speaker: null },
        { title: topic, speaker: null },
      ]),
      'planned',
      by,
    ],
    ...[null, null, null, null, null],
  ]
}
