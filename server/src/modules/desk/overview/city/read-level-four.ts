import type { SecretaryRow } from '@jiannuo/contract/desk/overview.ts'
import type { PledgeState } from '@jiannuo/contract/pledge/pledge.ts'
import type { Both, Day } from '@jiannuo/contract/values.ts'
import { daysBetween } from '@jiannuo/rules/day.ts'
import { both, type Change } from '../../../../platform/http/serve.ts'
import { currentCycle } from '../../../cycle/index.ts'
import { gradeTitle } from '../grade-title.ts'
import * as sql from '../sql.ts'
import { sayShort, yearNow } from '../year-now.ts'

/** The leading Party group secretaries (level four) for the city committee, and nothing below them. */
export async function readLevelFour({ tx, actor, today }: Change) {
  const cycle = await currentCycle(tx, actor.authorityId, today)
  const rows = await sql.partyGroupSecretaries(tx, cycle?.id ?? null, today)
  return { now: yearNow(cycle, today), secretaries: rows.map(row => secretaryRow(row, today)) }
}

const ROUND_WORDS: Record<string, Both> = {
  preparing: both('准备中', 'Being prepared'),
  rating: both('评议中', 'Rating under way'),
  computed: both('已算出，待审定', 'Computed, to be decided'),
  decided: both('已审定', 'Decided'),
  objection: both('异议期', 'Open to objection'),
  filed: both('已备案', 'Filed'),
}
const AUTHORS: readonly (PledgeState | null)[] = [null, 'draft', 'returned']

function secretaryRow(r: sql.SecretaryStand, today: Day): SecretaryRow {
  const turn =
    r.person_name === null
      ? 'none'
      : r.pledge_state === 'submitted'
        ? 'waits'
        : AUTHORS.includes(r.pledge_state)
          ? 'author'
          : 'none'
  return {
    unitId: r.unit_id,
    unitName: r.unit_name,
    organClass: r.organ_class,
    personName: r.person_name,
    pledgeId: r.pledge_id,
    state: r.pledge_state,
    submittedOn: r.submitted_on,
    reviewDueOn: r.review_due_on,
    inForceOn: r.in_force_on,
    turn,
    overdueDays: turn === 'waits' && r.review_due_on ? Math.max(0, daysBetween(r.review_due_on, today)) : 0,
    roundId: r.round_id,
    appraisal: (r.round_state && ROUND_WORDS[r.round_state]) || both('未开始', 'Not begun'),
    filed:
      r.filed_grade && r.filed_year
        ? { year: r.filed_year, grade: gradeTitle('partyGroupSecretary', r.filed_year, r.filed_grade) }
        : null,
    next: nextOf(r, today),
  }
}

function nextOf(r: sql.SecretaryStand, today: Day): Both {
  if (r.person_name === null) return both('党组书记空缺，待市委任命', 'Post vacant')
  const due = r.review_due_on && sayShort(r.review_due_on)
  const overdue = r.review_due_on ? daysBetween(r.review_due_on, today) : 0
  const words: Record<PledgeState, Both> = {
    draft: both('本人提交', 'The secretary submits'),
    submitted:
      overdue > 0
        ? both(`请您审定，已过期${overdue}天，还能审定`, `For you to decide, ${overdue} days overdue, still possible`)
        : both(`请您审定${due ? `，${due.zh}前` : ''}`, `For you to decide${due ? ` by ${due.en}` : ''}`),
    returned: both('本人修改后再交', 'The secretary mends and submits'),
    approved: both('公示', 'Put on notice'),
    onNotice: both('公示期满生效', 'In force when the notice ends'),
    inForce: both('践诺', 'Being fulfilled'),
    amending: both('本人提交修改', 'The secretary submits the amendment'),
    closed: both('已办结', 'Closed'),
  }
  return r.pledge_state ? words[r.pledge_state] : both('本人写承诺', 'The secretary writes the pledge')
}
