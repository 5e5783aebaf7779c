import { randomUUID } from 'node:crypto'
import { SCHEME_TEMPLATES } from '@jiannuo/rules/schemes/templates.ts'
import { shippedScheme } from '../../../modules/appraisal/index.ts'
import type { Entry, Table } from '../../expectation.ts'
import type { Place } from '../../world.ts'

const at = '2026-03-01T00:00:00Z'
let line = 0

/** A scheme of the place's unit in a line of its own, written by somebody who is none of the walkers. */
export async function schemeAt(place: Place, state = 'published', subject = 'member', publication = 'none') {
  const { document, panels, sha256 } = shippedScheme('member', 2026)
  line++
  const scheme = { ...document, version: 1 }
  return place.insert('appraisal_scheme', {
    subject,
    family: `scheme-walk-${line}`,
    owner_unit_id: place.unit,
    year: 2026,
    version: 1,
    title: '方案',
    document: JSON.stringify(scheme),
    panels: JSON.stringify(panels),
    source: JSON.stringify(scheme),
    sha256,
    state,
    publication,
    saved_at: at,
    drafted_by: randomUUID(),
    submitted_by: state === 'submitted' ? randomUUID() : null,
    effective_from: state === 'published' ? '2026-12-31' : '2026-01-01',
  })
}
const of = (state: string, body?: unknown) => async (place: Place) => ({
  params: { schemeId: await schemeAt(place, state) },
  ...(body === undefined ? {} : { body }),
})

/** What was published is everybody's to read. */
const published: Entry = { about: 'unit', allow: { business: '*' }, rest: 403 }
/** A draft: its own office, and the work committee looks on where it leads. */
const owner: Pick<Entry, 'about' | 'allow' | 'refuse' | 'rest'> = {
  about: 'unit',
  allow: { workCommittee: 'own', organCommittee: 'own' },
  refuse: { workCommittee: 'child parent' },
  rest: 404,
}
/** One handed in is shown to a guiding body as well. */
const ownerOfSubmitted = { ...owner, refuse: { workCommittee: 'child parent guided' } }
/** A published one is seen by everybody and changed by its office alone. */
const ownerOfPublished: Entry = { about: 'unit', allow: owner.allow, rest: 403 }
const offices: Entry = { about: 'nothing', allow: { workCommittee: '-', organCommittee: '-' }, rest: 403 }
const settings = {
  periodKind: 'year',
  effectiveFrom: '2026-01-01',
  effectiveUntil: null,
  publication: 'none',
  leaderBoardDecision: null,
  adaptation: 'whole',
  lockedGroups: [],
}

export const table: Table = {
  'GET /appraisal/schemes': { about: 'nothing', allow: { business: '-' }, rest: 403 },
  'POST /appraisal/schemes/check': { ...offices, given: () => ({ body: { text: 'scheme: x' } }) },
  'POST /appraisal/schemes': {
    ...offices,
    given: () => ({ body: { from: { kind: 'template', id: 'none' }, year: 2026 } }),
  },
  'GET /appraisal/schemes/:schemeId': { ...published, given: of('published') },
  'PUT /appraisal/schemes/:schemeId/draft': { ...owner, given: of('draft', { savedAt: at, text: 'x', settings }) },
  'DELETE /appraisal/schemes/:schemeId/draft': { ...owner, given: of('draft') },
  'POST /appraisal/schemes/:schemeId/submit': { ...owner, given: of('draft') },
  'POST /appraisal/schemes/:schemeId/return': { ...ownerOfSubmitted, given: of('submitted', { reason: '再核' }) },
  'GET /appraisal/schemes/:schemeId/publication': { ...ownerOfSubmitted, given: of('submitted') },
  'POST /appraisal/schemes/:schemeId/publish': { ...ownerOfSubmitted, given: of('submitted') },
  'POST /appraisal/schemes/:schemeId/withdraw': { ...ownerOfPublished, given: of('published', { reason: '另行研究' }) },
  'GET /appraisal/schemes/:schemeId/changes': {
    ...published,
    given: async place => ({ params: { schemeId: await schemeAt(place) }, query: { from: await schemeAt(place) } }),
  },
  'GET /appraisal/schemes/:schemeId/adoptions': { ...published, given: of('published') },
  'GET /appraisal/scheme-templates': offices,
  'GET /appraisal/scheme-templates/:templateId': {
    ...offices,
    given: () => ({ params: { templateId: SCHEME_TEMPLATES[0]?.id } }),
  },
  'GET /appraisal/scheme-facts': offices,
}
