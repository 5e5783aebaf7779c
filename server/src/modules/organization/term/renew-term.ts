import type { replyRenewal as replyApi, requestRenewal as requestApi } from '@jiannuo/contract/organization/post.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { addMonths } from '@jiannuo/rules/day.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { type UnitFacts, unitFacts } from '../policy.ts'
import { holdersOf, superiorOf } from '../sql.ts'
import { TERM_FLOW, TERM_WORDS, type TermAction } from './flow.ts'
import { withClock } from './read-term.ts'
import * as sql from './sql.ts'

export interface TermFacts extends UnitFacts {
  term: sql.TermRow
}

export async function termFacts(change: Change, { params }: { params: { termId: string } }): Promise<TermFacts | null> {
  const term = await sql.lockTerm(change.tx, change.actor.authorityId, params.termId)
  const facts = term && (await unitFacts(change, { params: { unitId: term.unitId } }))
  return term && facts ? { ...facts, term } : null
}

function next(term: sql.TermRow, action: TermAction, words: string) {
  return TERM_FLOW[term.state][action] ?? fail('STATE_CONFLICT', { state: TERM_WORDS[term.state], action: words })
}

/** The body asks its superior for the renewal or for more time. The superior's secretary and deputies are told. */
export async function requestRenewal(change: Change, { body }: Input<typeof requestApi>, { term, unit }: TermFacts) {
  const { tx, actor, today, now } = change
  const state = next(term, 'request', '请示换届')
  await sql.updateTerm(tx, actor.authorityId, term.id, {
    state,
    request_text: body.text,
    requested_at: now.toISOString(),
    reply_text: null,
    replied_at: null,
  })
  await change.audit('organization.request-renewal', term.id, { unitId: unit.id, values: body })
  const above = await superiorOf(tx, actor.authorityId, unit.id, today)
  const readers = above
    ? await holdersOf(
        tx,
        actor.authorityId,
        above.id,
        ['secretary', 'deputySecretary', 'fullTimeDeputySecretary', 'workCommitteeStaff'],
        today,
      )
    : []
  await change.inform(
    readers.map(h => h.personId),
    {
      kind: 'term.requested',
      objectId: `${term.id}:${now.toISOString()}`,
      title: { zh: `${unit.name}请示换届，等您批复`, en: `${unit.name} asks for its renewal and waits for your reply` },
      link: '/organisation/renewals',
      unitId: unit.id,
    },
  )
  return answer(change, term.id, unit)
}

/** The superior approves, refuses, or extends by a year at most from the regular end. Fails EXTENSION_TOO_LONG. */
export async function replyRenewal(change: Change, { body }: Input<typeof replyApi>, { term, unit }: TermFacts) {
  const { tx, actor, today, now } = change
  const state = next(term, body.outcome, '批复')
  if (body.outcome === 'extended') {
    const latest = addMonths(term.until, 12)
    if (body.extendedUntil <= term.until || body.extendedUntil > latest) fail('EXTENSION_TOO_LONG', { latest })
    await sql.updateTerm(tx, actor.authorityId, term.id, {
      state,
      extended_until: body.extendedUntil,
      reply_text: body.text,
      replied_at: now.toISOString(),
    })
  } else {
    // A refused request leaves an extension granted earlier in force.
    const kept = body.outcome === 'refused' && term.extendedUntil ? 'extended' : state
    await sql.updateTerm(tx, actor.authorityId, term.id, {
      state: kept,
      reply_text: body.text,
      replied_at: now.toISOString(),
    })
  }
  await change.audit('organization.reply-renewal', term.id, { unitId: unit.id, values: body })
  const readers = await holdersOf(
    tx,
    actor.authorityId,
    unit.id,
    ['secretary', 'deputySecretary', 'fullTimeDeputySecretary'],
    today,
  )
  const said = {
    approved: ['同意换届', 'approved'],
    refused: ['未同意', 'refused'],
    extended: ['同意延期', 'extended'],
  }[body.outcome]
  await change.inform(
    readers.map(h => h.personId),
    {
      kind: 'term.replied',
      objectId: `${term.id}:${now.toISOString()}`,
      title: { zh: `${unit.name}的换届请示已批复：${said[0]}`, en: `The renewal of ${unit.name} was ${said[1]}` },
      link: `/organisation/${unit.id}`,
      unitId: unit.id,
    },
  )
  return answer(change, term.id, unit)
}

async function answer({ tx, actor, today }: Change, id: string, unit: UnitFacts['unit']) {
  const row = await sql.termById(tx, actor.authorityId, id)
  return row ? withClock(row, unit.kind, today) : fail('NOT_FOUND')
}
