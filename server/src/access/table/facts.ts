import type { Table } from '../expectation.ts'
import type { Place } from '../world.ts'

const ofPerson = ({ person }: Place) => ({
  params: { subjectId: person, factId: 'honours' },
  query: { period: '2026' },
})

export const table: Table = {
  'GET /facts': { about: 'nothing', allow: { business: '-' }, rest: 403 },
  'GET /facts/table': {
    about: 'nothing',
    given: () => ({ query: { period: '2025' } }),
    allow: { workCommittee: '-' },
    rest: 403,
  },
  'GET /facts/:subjectId/:factId': {
    about: 'person',
    given: ofPerson,
    allow: {
      business: 'self',
      branchCommittee: 'own',
      branchSecretary: 'own',
      organCommittee: 'own child',
      partyGroupSecretary: 'own child',
      workCommittee: 'self own child parent guided',
    },
    rest: 404,
  },
}
