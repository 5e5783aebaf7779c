import { randomUUID } from 'node:crypto'
import type { Entry, Table } from '../expectation.ts'
import type { Place } from '../world.ts'

/** The roster of a city, with everybody’s personal numbers, is its work committee’s alone. */
const staff: Pick<Entry, 'about' | 'allow' | 'rest'> = { about: 'nothing', allow: { workCommittee: '-' }, rest: 403 }
const NONE = { rows: 0, new: 0, changed: 0, ended: 0, unchanged: 0 }
/** A preview somebody of the work committee made; others of the committee go on with it. */
async function previewAt(place: Place) {
  const made = { made_by: randomUUID(), made_at: '2026-03-01T00:00:00Z', effective_on: '2026-03-02', complete: false }
  const read = {
    file_name: '花名册.xlsx',
    file_sha256: '0'.repeat(64),
    digest: 'x',
    error_count: 0,
    counts: JSON.stringify({ units: NONE, members: NONE, posts: NONE }),
    state: 'discarded',
  }
  return { params: { id: await place.insert('roster_preview', { ...made, ...read }) } }
}
const ofPreview: Pick<Entry, 'about' | 'given' | 'allow' | 'rest'> = {
  about: 'unit',
  given: previewAt,
  allow: { workCommittee: '*' },
  rest: 404,
}

export const table: Table = {
  'GET /roster/template': staff,
  'GET /roster/export': staff,
  'PUT /roster/columns': { ...staff, given: () => ({ body: { sheets: {} } }) },
  'POST /roster/previews': { ...staff, given: () => ({ payload: Buffer.from('no workbook') }) },
  'GET /roster/previews/:id': ofPreview,
  'PUT /roster/previews/:id/choices': {
    ...ofPreview,
    given: async place => ({ ...(await previewAt(place)), body: { effectiveOn: '2026-03-02', complete: false } }),
  },
  'GET /roster/previews/:id/differences': ofPreview,
  'GET /roster/previews/:id/errors': ofPreview,
  'POST /roster/previews/:id/confirm': {
    ...ofPreview,
    given: async place => ({ ...(await previewAt(place)), body: { digest: 'x' } }),
  },
  'DELETE /roster/previews/:id': ofPreview,
}
