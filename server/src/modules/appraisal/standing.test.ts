import type { Level } from '@jiannuo/contract/values.ts'
import { describe, expect, test } from 'vitest'
import type { Role } from '../../platform/http/actor.ts'
import { ratesForOrganisation, runs } from './policy.ts'
import { stateOf } from './sitting/sitting-state.ts'
import type { SittingRow } from './sitting/sql.ts'

describe('who runs a round (R0.8)', () => {
  test.each`
    role                     | level                        | unitKind                   | office   | allowed
    ${'branchSecretary'}     | ${'member'}                  | ${'branch'}                | ${true}  | ${true}
    ${'branchSecretary'}     | ${'member'}                  | ${'branch'}                | ${false} | ${false}
    ${'organCommittee'}      | ${'member'}                  | ${'branch'}                | ${true}  | ${true}
    ${'branchCommittee'}     | ${'member'}                  | ${'branch'}                | ${true}  | ${false}
    ${'workCommittee'}       | ${'member'}                  | ${'branch'}                | ${true}  | ${false}
    ${'partyGroupSecretary'} | ${'member'}                  | ${'branch'}                | ${true}  | ${false}
    ${'organCommittee'}      | ${'branchSecretary'}         | ${'organCommittee'}        | ${true}  | ${true}
    ${'branchSecretary'}     | ${'branchSecretary'}         | ${'organCommittee'}        | ${true}  | ${false}
    ${'workCommittee'}       | ${'branchSecretary'}         | ${'organCommittee'}        | ${true}  | ${false}
    ${'workCommittee'}       | ${'branchSecretary'}         | ${'workCommittee'}         | ${true}  | ${true}
    ${'workCommittee'}       | ${'organCommitteeSecretary'} | ${'workCommittee'}         | ${true}  | ${true}
    ${'organCommittee'}      | ${'organCommitteeSecretary'} | ${'workCommittee'}         | ${false} | ${false}
    ${'cityCommittee'}       | ${'partyGroupSecretary'}     | ${'cityCommittee'}         | ${true}  | ${true}
    ${'workCommittee'}       | ${'partyGroupSecretary'}     | ${'cityCommittee'}         | ${true}  | ${false}
    ${'districtCommittee'}   | ${'organCommitteeSecretary'} | ${'workCommittee'}         | ${true}  | ${false}
    ${'districtCommittee'}   | ${'organCommitteeSecretary'} | ${'districtWorkCommittee'} | ${true}  | ${true}
    ${'districtCommittee'}   | ${'branchSecretary'}         | ${'districtWorkCommittee'} | ${true}  | ${true}
    ${'districtCommittee'}   | ${'branchSecretary'}         | ${'organCommittee'}        | ${true}  | ${false}
    ${'workCommittee'}       | ${'branchSecretary'}         | ${'districtWorkCommittee'} | ${true}  | ${false}
  `('$role for $level in $unitKind, office $office: $allowed', ({ role, level, unitKind, office, allowed }) => {
    expect(runs(role as Role, { level: level as Level, unitKind, office })).toBe(allowed)
  })
  test('the branch committee rates members and runs nothing', () => {
    const seat = { level: 'member' as const, unitKind: 'branch', office: true }
    expect(ratesForOrganisation('branchCommittee', seat)).toBe(true)
    expect(ratesForOrganisation('branchCommittee', { ...seat, level: 'branchSecretary' })).toBe(false)
  })
})

const sitting = (over: Partial<SittingRow>): SittingRow => ({
  assessmentId: null,
  office: true,
  id: 's',
  roundId: 'r',
  unitId: 'u',
  homeUnitId: 'u',
  homeUnitName: '规划支部',
  panel: 'member-peer',
  source: 'peer',
  counted: 20,
  added: null,
  takesAdded: false,
  minimum: 5,
  firstTeller: 'a',
  secondTeller: 'b',
  firstTellerName: null,
  secondTellerName: null,
  waivedReason: null,
  countId: null,
  countState: null,
  handedOut: null,
  returned: null,
  ...over,
})

describe('where a panel stands', () => {
  test.each`
    over                                                    | state           | why
    ${{ firstTeller: null }}                                | ${'notStarted'} | ${'nobody named'}
    ${{}}                                                   | ${'open'}       | ${'tellers named'}
    ${{ countState: 'entered', returned: 12 }}              | ${'sealed'}     | ${'one count'}
    ${{ countState: 'confirmed', returned: 10 }}            | ${'valid'}      | ${'half of 20'}
    ${{ countState: 'confirmed', returned: 9 }}             | ${'notRated'}   | ${'below the quorum'}
    ${{ counted: 5, countState: 'confirmed', returned: 4 }} | ${'notRated'}   | ${'4 slips'}
    ${{ counted: 4 }}                                       | ${'notRated'}   | ${'4 entitled, before anything is counted'}
    ${{ counted: 4, takesAdded: true }}                     | ${'open'}       | ${'representatives not known yet'}
    ${{ counted: 4, takesAdded: true, added: 0 }}           | ${'notRated'}   | ${'no representatives'}
    ${{ waivedReason: '没有召开' }}                         | ${'notRated'}   | ${'not held'}
  `('$why: $state', ({ over, state }) => {
    expect(stateOf(sitting(over), '1/2').state).toBe(state)
  })
})
