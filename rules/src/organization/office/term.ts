import { addMonths, type Day, sayDay } from '../../day.ts'
import { cite, defineRule, missing, type Outcome, value } from '../../rule.ts'
import { advice, type OrganizationKind, obstacle, TERM_OPINION, type Verdict } from '../verdict.ts'

export interface TermInput {
  kind: OrganizationKind
  /** The day the body now in office was elected. */
  electedOn: Day
  /** First day after the term as recorded, for bodies elected under earlier rules; null otherwise. */
  recordedEnd: Day | null
  /** An extension granted or asked for: first day not covered. */
  extension: { until: Day; approved: boolean } | null
  today: Day
}

export interface Term {
  /** First day after the regular term. */
  endsOn: Day
  remindOn: Day
  /** running, due (the reminder has been reached), extended (within an approved extension), overdue. */
  state: 'running' | 'due' | 'extended' | 'overdue'
  verdicts: Verdict[]
}

/**
 * 任期与换届: when the term ends, when to remind, whether the renewal is overdue.
 *
 * Ask for the version in force today. Bodies elected before the opinion keep the term recorded for them (its item one):
 * without a record the outcome is missing 'recorded-end'. The reminder itself comes from the explanation of the branch
 * regulations by the Party-building press, confidence V2.
 */
export const term = defineRule({
  id: 'organization.term',
  title: { zh: '任期和换届', en: 'Term and renewal' },
  unit: 'day',
  versions: [
    {
      from: '2018-07-12',
      until: null,
      checkedOn: '2026-09-30',
      cite: cite(TERM_OPINION, '第一条', 'V'),
      params: {
        firstElection: '2018-07-12',
        months: { organCommittee: 60, generalBranch: 36, branch: 36, jointBranch: 36 },
        remindMonths: 6,
        mostExtensionMonths: 12,
      },
    },
  ],
  compute(input: TermInput, p, source): Outcome<Term> {
    const { kind, electedOn, recordedEnd, extension, today } = input
    if (electedOn < p.firstElection && recordedEnd === null) return missing('recorded-end')
    const endsOn = recordedEnd ?? addMonths(electedOn, p.months[kind])
    const remindOn = addMonths(endsOn, -p.remindMonths)
    const second = { ...source, article: '第二条' }
    const verdicts: Verdict[] = []
    if (extension && extension.until > addMonths(endsOn, p.mostExtensionMonths)) {
      verdicts.push(
        advice(
          second,
          `延期换届一般不超过${p.mostExtensionMonths / 12}年，最晚到${sayDay(addMonths(endsOn, p.mostExtensionMonths)).zh}`,
          `An extension is generally at most ${p.mostExtensionMonths} months, until ${sayDay(addMonths(endsOn, p.mostExtensionMonths)).en}`,
        ),
      )
    }
    if (extension && !extension.approved) {
      verdicts.push(
        obstacle(second, '延期换届须经上级党组织批准', 'An extension needs the approval of the superior organisation'),
      )
    }
    const until = extension?.approved ? extension.until : endsOn
    const state = today >= until ? 'overdue' : today >= endsOn ? 'extended' : today >= remindOn ? 'due' : 'running'
    if (state === 'overdue') {
      const last = sayDay(until)
      verdicts.push(
        obstacle(
          source,
          `任期到${last.zh}届满，还没有换届，请向上级请示换届或延期`,
          `The term ended on ${last.en} without renewal: ask the superior for a renewal or an extension`,
        ),
      )
    }
    if (state === 'due') {
      const end = sayDay(endsOn)
      verdicts.push(
        advice(
          reminderSource,
          `任期到${end.zh}届满，请着手换届`,
          `The term ends on ${end.en}: begin preparing the renewal`,
        ),
      )
    }
    return value({ endsOn, remindOn, state, verdicts })
  },
})

const reminderSource = cite('旗帜网关于支部工作条例的问答', '换届提醒', 'V2')
