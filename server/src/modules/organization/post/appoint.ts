import { randomUUID } from 'node:crypto'
import { FITTING_POSTS, SINGLE_POSTS } from '@jiannuo/contract/organization/fitting-posts.ts'
import type { appoint as api } from '@jiannuo/contract/organization/post.ts'
import type { PostHolding } from '@jiannuo/contract/organization/unit.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { titleOf } from '../../../platform/http/titles.ts'
import type { UnitFacts } from '../policy.ts'
import { holderNames, memberNames } from '../sql.ts'
import * as sql from './sql.ts'

/** Appoints a member the caller may see. Fails POST_NOT_HERE, POST_TAKEN for a post one person holds, PERIOD_EMPTY, STATE_CONFLICT outside the unit's life. */
export async function appoint(change: Change, { body }: Input<typeof api>, { unit }: UnitFacts): Promise<PostHolding> {
  const { tx, actor } = change
  const { personId, kind, from, until } = body
  if (!FITTING_POSTS[unit.kind].includes(kind)) fail('POST_NOT_HERE')
  if (until && until <= from) fail('PERIOD_EMPTY', { from })
  if (from < unit.foundedOn || (unit.dissolvedOn && from >= unit.dissolvedOn))
    fail('STATE_CONFLICT', {
      state: from < unit.foundedOn ? { zh: '拟建', en: 'planned' } : { zh: '已撤销', en: 'dissolved' },
      action: '任命',
    })
  await sql.lockUnit(tx, actor.authorityId, unit.id)
  const personName = (await memberNames(tx, [personId])).get(personId)
  if (!personName) fail('NOT_FOUND')
  const rivals = (await sql.holdersDuring(tx, actor.authorityId, unit.id, kind, from, until)).filter(
    h => SINGLE_POSTS.includes(kind) || h.personId === personId,
  )
  const rival = rivals[0]
  if (rival)
    fail('POST_TAKEN', {
      post: titleOf('', kind).zh,
      holder: (await holderNames(tx, [rival.personId])).get(rival.personId) ?? '',
      from: rival.from,
    })
  const term = await sql.openTermId(tx, actor.authorityId, unit.id, from)
  const id = randomUUID()
  await sql.insertPost(tx, actor.authorityId, {
    id,
    unitId: unit.id,
    kind,
    personId,
    termId: term?.id ?? null,
    from,
    until,
  })
  await change.audit('organization.appoint', id, { unitId: unit.id, values: body })
  const title = titleOf('', kind)
  await change.inform([personId], {
    kind: 'post.appointed',
    objectId: id,
    title: { zh: `您自${from}起任${unit.name}${title.zh}`, en: `You are ${title.en} of ${unit.name} from ${from}` },
    link: `/organisation/${unit.id}`,
    unitId: unit.id,
  })
  return { id, kind, personId, personName, from, until }
}
