import type { Entry, Table } from '../../expectation.ts'
import type { Place } from '../../world.ts'

/** A list the unit has made for itself, with its one task. */
const taskAt =
  (state: 'open' | 'answered', body?: unknown, of: 'task' | 'list' = 'task') =>
  async ({ insert, unit, person }: Place) => {
    const listId = await insert('supervision_list', {
      ...{ unit_id: unit, kind: 'instruction', title: '落实批示', source: '市委', wording: '' },
      ...{ issued_on: '2026-03-02', issued_at: '2026-03-02T01:00:00Z', issued_by: person },
    })
    await insert('supervision_item', {
      ...{ id: undefined, list_id: listId, ordinal: 1, title: '自查', demand: '列出问题', due_on: '2026-03-12' },
      minutes: 10,
    })
    const taskId = await insert('supervision_task', {
      ...{ list_id: listId, ordinal: 1, unit_id: unit, from_unit_id: unit, due_on: '2026-03-12', state },
      ...(state === 'answered' ? { answer: '已办', answered_on: '2026-03-10' } : {}),
    })
    return { params: of === 'task' ? { taskId } : { listId }, ...(body === undefined ? {} : { body }) }
  }

/** Whoever only guides the unit sees none of its tasks. */
const reads: Entry['allow'] = {
  member: 'own',
  branchCommittee: 'own',
  branchSecretary: 'own',
  organCommittee: 'own child',
  partyGroupMember: 'own',
  partyGroupSecretary: 'own child',
  districtCommittee: 'own child',
  cityCommittee: 'own child',
  workCommittee: 'own child parent',
}
const read: Pick<Entry, 'about' | 'allow' | 'rest'> = { about: 'unit', allow: reads, rest: 404 }
/** The office of the unit acts for it; whoever else sees it changes nothing. */
const act: Pick<Entry, 'about' | 'allow' | 'refuse' | 'rest'> = {
  about: 'unit',
  allow: {
    branchCommittee: 'own',
    branchSecretary: 'own',
    organCommittee: 'own',
    partyGroupSecretary: 'own',
    districtCommittee: 'own',
    cityCommittee: 'own',
    workCommittee: 'own',
  },
  refuse: reads,
  rest: 404,
}
const issue: Pick<Entry, 'about' | 'allow' | 'rest' | 'given'> = {
  about: 'nothing',
  given: () => ({
    body: {
      ...{ kind: 'workList', title: '三月重点工作', source: '工作要点' },
      items: [{ title: '自查', demand: '列出问题', dueOn: '2026-03-12', minutes: 10 }],
      to: { by: 'kinds', unitKinds: ['branch'] },
    },
  }),
  allow: {
    branchCommittee: '-',
    branchSecretary: '-',
    organCommittee: '-',
    partyGroupSecretary: '-',
    districtCommittee: '-',
    cityCommittee: '-',
    workCommittee: '-',
  },
  rest: 403,
}

export const table: Table = {
  'GET /task-lists': { about: 'nothing', allow: { business: '-' }, rest: 403 },
  'POST /task-lists/preview': issue,
  'POST /task-lists': issue,
  'GET /task-lists/:listId': { ...read, given: taskAt('open', undefined, 'list') },
  'POST /task-lists/:listId/withdraw': { ...act, given: taskAt('open', { reason: '重复' }, 'list') },
  'GET /tasks': { about: 'nothing', allow: { business: '-' }, rest: 403 },
  'GET /tasks/:taskId': { ...read, given: taskAt('open') },
  'POST /tasks/:taskId/steps': { ...act, given: taskAt('open', { step: 'relay', text: '已传达' }) },
  'POST /tasks/:taskId/answer': { ...act, given: taskAt('open', { text: '已办' }) },
  'POST /tasks/:taskId/settle': { ...act, given: taskAt('answered', { accepted: true }) },
  'POST /tasks/:taskId/extend': { ...act, given: taskAt('open', { dueOn: '2026-03-20', reason: '等待批复' }) },
}
