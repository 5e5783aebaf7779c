import { randomUUID } from 'node:crypto'
import type * as api from '@jiannuo/contract/pledge/duty.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { mayWriteDescription } from './policy.ts'
import * as sql from './sql.ts'

type Facts = NonNullable<Awaited<ReturnType<typeof sql.describedPerson>>>

export async function readDescription({ tx, actor }: Change, _input: unknown, person: Facts) {
  const row = await sql.descriptionOf(tx, actor.authorityId, person.person_id)
  return {
    personId: person.person_id,
    personName: person.person_name,
    unitId: person.unit_id,
    unitName: person.unit_name,
    described: row ? { ...row, updatedAt: row.updated_at } : null,
    mayEdit: mayWriteDescription(actor, person) === true,
  }
}

/** Writes or rewrites a post's duty description; drafts of pledges begun later take their business items from it. */
export async function writeDescription(change: Change, input: Input<typeof api.writeDescription>, person: Facts) {
  const { actor } = change
  await sql.saveDescription(change.tx, {
    ...input.body,
    authority_id: actor.authorityId,
    id: randomUUID(),
    person_id: person.person_id,
    unit_id: person.unit_id,
    updated_at: change.now.toISOString(),
    updated_by: actor.personId,
  })
  await change.audit('pledge.describe-post', person.person_id, { unitId: person.unit_id, values: input.body })
  return readDescription(change, input, person)
}
