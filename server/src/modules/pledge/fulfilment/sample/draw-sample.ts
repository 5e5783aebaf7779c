import { randomBytes, randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/pledge/fulfilment-overview.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail, failFields } from '../../../../platform/http/fail.ts'
import { both, type Change } from '../../../../platform/http/serve.ts'
import { currentCycle } from '../../../cycle/index.ts'
import { checkFile } from '../item/enter-progress.ts'
import { drawn } from './draw.ts'
import * as sql from './sql.ts'

const toDraw = (d: sql.DrawRow) => ({
  id: d.id,
  unitId: d.unit_id,
  unitName: d.unit_name,
  seed: d.seed,
  size: d.size,
  candidates: d.candidates.length,
  dueOn: d.due_on,
  drawnAt: d.drawn_at,
  answered: d.answered,
})
const toAsked = (s: sql.SampleRow) => ({
  id: s.id,
  itemId: s.item_id,
  itemTitle: s.title,
  dueOn: s.due_on,
  answer: s.answer,
  fileSha256: s.file_sha256,
  answeredAt: s.answered_at,
})

/** Draws items of the organ whose evidence is looked at; each author is asked once for each item. */
export async function drawSample(change: Change, { body }: Input<typeof api.drawSample>) {
  const { tx, actor, today } = change
  const cycle = await currentCycle(tx, actor.authorityId, today)
  if (!cycle) fail('NO_CYCLE')
  if (body.dueOn < today)
    failFields([{ pointer: '/dueOn', zh: '答复时限不能早于今天', en: 'The date cannot lie before today' }])
  const unitId = actor.capacity.unitId!
  const candidates = await sql.candidates(tx, actor.authorityId, cycle.id, unitId)
  if (candidates.length < body.size) fail('SAMPLE_TOO_LARGE', { candidates: candidates.length })
  const seed = body.seed ?? randomBytes(8).toString('hex')
  const ids = drawn(
    seed,
    candidates.map(c => c.id),
    body.size,
  )
  const chosen = candidates.filter(c => ids.includes(c.id))
  const id = randomUUID()
  const row = {
    authority_id: actor.authorityId,
    id,
    unit_id: unitId,
    cycle_id: cycle.id,
    seed,
    size: body.size,
    candidates: candidates.map(c => c.id),
    due_on: body.dueOn,
    drawn_by: actor.personId ?? actor.accountId,
    drawn_at: change.now.toISOString(),
  }
  await sql.insertDraw(
    tx,
    row,
    chosen.map(c => ({ id: randomUUID(), pledge_id: c.pledge_id, item_id: c.id })),
  )
  for (const { id: itemId, person_id, title } of chosen) {
    await change.inform([person_id], {
      kind: 'pledge.sampled',
      objectId: `${id}:${itemId}`,
      title: both(
        `抽查到“${title.slice(0, 40)}”，请答一句话或附一个文件`,
        `“${title.slice(0, 40)}” was drawn; answer with a sentence or a file`,
      ),
      link: `/fulfilment/items/${itemId}`,
      unitId,
      dueOn: body.dueOn,
    })
  }
  await change.audit('pledge.draw-sample', id, { unitId, values: { ...body, seed, candidates: row.candidates } })
  return toDraw(await sql.draws(tx, actor.authorityId).where('d.id', '=', id).executeTakeFirstOrThrow())
}

export async function listDraws({ tx, actor, today }: Change) {
  const cycle = await currentCycle(tx, actor.authorityId, today)
  const rows = cycle
    ? await sql
        .draws(tx, actor.authorityId)
        .where('d.cycle_id', '=', cycle.id)
        .orderBy('d.drawn_at', 'desc')
        .orderBy('d.id')
        .limit(100)
        .execute()
    : []
  return { draws: rows.map(toDraw), mayDraw: actor.capacity.role === 'organCommittee' }
}

export const drawFacts = ({ tx, actor }: Change, { params }: { params: { drawId: string } }) =>
  sql
    .draws(tx, actor.authorityId)
    .where('d.id', '=', params.drawId)
    .executeTakeFirst()
    .then(row => row ?? null)

/** A draw with its candidates, drawn again now. Names and answers only as far as the caller sees the pledges. */
export async function readDraw({ tx, actor }: Change, _input: unknown, draw: sql.DrawRow) {
  const samples = await sql
    .samples(tx, actor.authorityId)
    .where('s.draw_id', '=', draw.id)
    .orderBy('s.answered_at')
    .orderBy('s.id')
    .execute()
  const drawnIds = drawn(draw.seed, draw.candidates, draw.size)
  return {
    ...toDraw(draw),
    candidateIds: draw.candidates,
    drawnIds,
    repeated: samples.every(s => drawnIds.includes(s.item_id)),
    samples: samples.map(s => ({ ...toAsked(s), personName: s.person_name })),
  }
}

export const sampleFacts = ({ tx, actor }: Change, { params }: { params: { sampleId: string } }) =>
  sql
    .samples(tx, actor.authorityId)
    .where('s.id', '=', params.sampleId)
    .executeTakeFirst()
    .then(row => row ?? null)

export async function answerSample(change: Change, { body }: Input<typeof api.answerSample>, sample: sql.SampleRow) {
  const { tx, actor } = change
  if (!body.answer && !body.fileSha256) fail('EVIDENCE_EMPTY')
  await checkFile(change, body.fileSha256)
  const fields = { answer: body.answer, file_sha256: body.fileSha256, answered_at: change.now.toISOString() }
  await sql.setAnswer(tx, actor.authorityId, sample.id, fields)
  await change.audit('pledge.answer-sample', sample.id, { unitId: sample.unit_id, values: body })
  return toAsked({ ...sample, ...fields })
}
