import { PLEDGE_STATES, type PledgeState } from '@jiannuo/contract/pledge/pledge.ts'
import { describe, expect, it, test } from 'vitest'
import type { Actor, Role } from '../../../platform/http/actor.ts'
import { FLOW } from './flow.ts'
import { actionsOf, mayDo, mayReadPledge } from './policy.ts'
import type { PledgeRow } from './sql.ts'

const [branch, organ, work] = ['branch', 'organ', 'work']
const actor = (role: Role, unitId: string, personId = 'other'): Actor => ({
  authorityId: 'a',
  accountId: 'x',
  sessionId: 's',
  personId,
  name: '',
  strong: false,
  capacity: { key: 'k', role, unitId, unitName: '', unitKind: null, title: { zh: '', en: '' } },
})
const pledge = (state: PledgeState, more: Partial<PledgeRow> = {}): PledgeRow => ({
  id: 'p',
  cycle_id: 'c',
  level: 'member',
  person_id: 'author',
  unit_id: branch,
  reviewer_unit_id: branch,
  state,
  version: 1,
  amends: null,
  amendment_reason: null,
  submitted_at: null,
  review_due_on: null,
  approved_at: null,
  notice_id: null,
  in_force_on: null,
  saved_at: '',
  read_at: null,
  person_name: '',
  unit_name: '',
  reviewer_unit_name: '',
  year: 2026,
  cycle_open: true,
  in_view: true,
  led: true,
  decides: true,
  ...more,
})

describe('R0.4 who reads a pledge', () => {
  test.each`
    role                     | unit      | state          | inView   | reads    | why
    ${'member'}              | ${branch} | ${'draft'}     | ${true}  | ${false} | ${'a draft is its author’s'}
    ${'member'}              | ${branch} | ${'submitted'} | ${true}  | ${false} | ${'colleagues read what is public'}
    ${'member'}              | ${branch} | ${'onNotice'}  | ${true}  | ${true}  | ${'on notice in the unit'}
    ${'member'}              | ${'b2'}   | ${'inForce'}   | ${false} | ${false} | ${'another branch'}
    ${'branchCommittee'}     | ${branch} | ${'returned'}  | ${true}  | ${false} | ${'committee members do not review'}
    ${'branchSecretary'}     | ${branch} | ${'draft'}     | ${true}  | ${false} | ${'not even the reviewer reads a draft'}
    ${'branchSecretary'}     | ${branch} | ${'submitted'} | ${true}  | ${true}  | ${'the reviewer'}
    ${'branchSecretary'}     | ${'b2'}   | ${'submitted'} | ${false} | ${false} | ${'a sibling'}
    ${'organCommittee'}      | ${organ}  | ${'submitted'} | ${true}  | ${true}  | ${'an office above'}
    ${'partyGroupSecretary'} | ${'pg'}   | ${'submitted'} | ${true}  | ${false} | ${'leads, does not review'}
    ${'partyGroupSecretary'} | ${'pg'}   | ${'inForce'}   | ${true}  | ${true}  | ${'public'}
    ${'workCommittee'}       | ${work}   | ${'returned'}  | ${true}  | ${true}  | ${'an office above'}
  `('$role at $unit, $state: $reads, $why', ({ role, unit, state, inView, reads }) => {
    expect(mayReadPledge(actor(role, unit), pledge(state, { in_view: inView })) === true).toBe(reads)
  })

  test.each(['submitted', 'onNotice', 'inForce', 'returned'] as const)(
    'R3.1 a body that only guides reads what is %s unless it was returned',
    state => {
      expect(mayReadPledge(actor('workCommittee', work), pledge(state, { led: false })) === true).toBe(
        state !== 'returned',
      )
    },
  )
})

describe('R0.3 R0.4 who does what in which state', () => {
  it('lists for every state what its author and its reviewer may do', () => {
    const table = PLEDGE_STATES.map(s => [
      s,
      actionsOf(actor('member', branch, 'author'), pledge(s)).join(' '),
      actionsOf(actor('branchSecretary', branch), pledge(s)).join(' '),
    ])
    expect(table).toEqual([
      ['draft', 'edit submit', ''],
      ['submitted', 'withdraw', 'review decide'],
      ['returned', 'edit submit', ''],
      ['approved', '', ''],
      ['onNotice', '', ''],
      ['inForce', 'amend', ''],
      ['amending', '', ''],
      ['closed', '', ''],
    ])
  })

  it('every state but the last can be left, and nothing leads to an unknown state', () => {
    const reached = new Set(Object.values(FLOW).flatMap(step => step.next))
    expect(PLEDGE_STATES.filter(s => s !== 'draft' && !reached.has(s))).toEqual([])
    expect(PLEDGE_STATES.filter(s => FLOW[s].next.length === 0)).toEqual(['closed'])
  })

  test.each`
    who                                           | action      | given                                      | verdict
    ${actor('branchSecretary', branch)}           | ${'decide'} | ${pledge('submitted', { decides: false })} | ${'NOT_ALLOWED'}
    ${actor('branchSecretary', branch)}           | ${'review'} | ${pledge('submitted', { decides: false })} | ${true}
    ${actor('branchSecretary', branch)}           | ${'decide'} | ${pledge('approved')}                      | ${'STATE_CONFLICT'}
    ${actor('branchSecretary', branch, 'author')} | ${'decide'} | ${pledge('submitted')}                     | ${'NOT_ALLOWED'}
    ${actor('organCommittee', organ)}             | ${'decide'} | ${pledge('submitted')}                     | ${'NOT_ALLOWED'}
    ${actor('branchSecretary', 'b2')}             | ${'decide'} | ${pledge('submitted', { in_view: false })} | ${'NOT_FOUND'}
    ${actor('member', branch)}                    | ${'edit'}   | ${pledge('draft')}                         | ${'NOT_FOUND'}
    ${actor('member', branch, 'author')}          | ${'edit'}   | ${pledge('inForce')}                       | ${'STATE_CONFLICT'}
    ${actor('member', branch, 'author')}          | ${'edit'}   | ${pledge('draft', { cycle_open: false })}  | ${'NOT_ALLOWED'}
    ${actor('member', branch, 'author')}          | ${'drop'}   | ${pledge('draft', { amends: 'old' })}      | ${true}
  `('$action on $given.state → $verdict', ({ who, action, given, verdict }) => {
    const said = mayDo(action)(who, given)
    expect(said === true ? true : said.deny).toBe(verdict)
  })
})
