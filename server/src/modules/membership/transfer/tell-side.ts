import type { Both } from '@jiannuo/contract/values.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { holdersOf, superiorOf } from '../../organization/index.ts'

/** Tells a unit's secretary and deputies of a transfer; a unit without any, those above it. */
export async function tellSide(change: Change, transferId: string, unitId: string, title: Both) {
  const { tx, actor, today } = change
  const kinds = ['secretary', 'deputySecretary', 'fullTimeDeputySecretary'] as const
  let heads = await holdersOf(tx, actor.authorityId, unitId, kinds, today)
  if (heads.length === 0) {
    const above = await superiorOf(tx, actor.authorityId, unitId, today)
    heads = above ? await holdersOf(tx, actor.authorityId, above.id, kinds, today) : []
  }
  await change.inform(
    heads.map(h => h.personId),
    {
      kind: 'transfer.waiting',
      objectId: `${transferId}:${unitId}`,
      title,
      link: `/organisation/transfers/${transferId}`,
      unitId,
    },
  )
}
