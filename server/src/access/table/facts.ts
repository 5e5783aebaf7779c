import { randomUUID } from 'node:crypto'
import type { Entry, Table } from '../expectation.ts'
import type { Place } from '../world.ts'

const ofPerson = ({ person }: Place) => ({
  params: { subjectId: person, factId: 'honours' },
  query: { period: '2026' },
})

const CHOICE = { about: 'organ', period: '2026-H1', facts: 'businessScore' }
/** An import another person of the office made for its unit. */
const importAt =
  (state: string, body?: unknown) =>
  async ({ insert, unit }: Place) => ({
    params: {
      id: await insert('facts_import', {
        ...{
          unit_id: unit,
          about: 'organ',
          period: '2026-H1',
          facts: ['businessScore'],
          document: '1号',
          office: '某办',
        },
        ...{ file_name: 'a.xlsx', file_sha256: 'x', state, digest: 'x', error_count: 0, made_by: randomUUID() },
        ...{ counts: JSON.stringify({ rows: 0, new: 0, changed: 0, unchanged: 0 }), made_by_name: '某人' },
        made_at: '2026-03-01T00:00:00Z',
      }),
    },
    ...(body === undefined ? {} : { body }),
  })
const imports: Pick<Entry, 'about' | 'allow' | 'rest'> = {
  about: 'nothing',
  allow: { workCommittee: '-', organCommittee: '-' },
  rest: 403,
}
/** Who sees the unit's imports at all meets 403, everybody else 404. */
const ofImport: Pick<Entry, 'about' | 'allow' | 'refuse' | 'rest'> = {
  about: 'unit',
  allow: { workCommittee: 'own child parent', organCommittee: 'own child' },
  refuse: {
    branchCommittee: 'own',
    branchSecretary: 'own',
    partyGroupSecretary: 'own child',
    districtCommittee: 'own child',
    cityCommittee: 'child',
  },
  rest: 404,
}

export const table: Table = {
  'GET /facts/imports': imports,
  'GET /facts/imports/template': { ...imports, given: () => ({ query: CHOICE }) },
  'POST /facts/imports': {
    ...imports,
    given: () => ({ query: { ...CHOICE, document: '1号', office: '某办' }, payload: Buffer.from('no workbook') }),
  },
  'PUT /facts/imports/columns': { ...imports, given: () => ({ body: { headers: { 业务分: 'businessScore' } } }) },
  'GET /facts/imports/:id/errors': { ...ofImport, given: importAt('open') },
  'GET /facts/imports/:id': { ...ofImport, given: importAt('open') },
  'POST /facts/imports/:id/confirm': { ...ofImport, given: importAt('confirmed', { digest: 'x' }) },
  'DELETE /facts/imports/:id': { ...ofImport, given: importAt('open') },
  'POST /facts/imports/:id/withdraw': { ...ofImport, given: importAt('confirmed') },
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
      districtCommittee: 'own child',
      partyGroupSecretary: 'own child',
      workCommittee: 'self own child parent guided',
    },
    rest: 404,
  },
}
