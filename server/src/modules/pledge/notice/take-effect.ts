import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { FactInput } from '../../../platform/facts/record-fact.ts'
import { both } from '../../../platform/http/serve.ts'
import type { Inform } from '../../cycle/index.ts'
import { bringIntoForce } from '../standing/bring-into-force.ts'
import * as sql from './sql.ts'

interface Hand {
  tx: Tx
  authorityId: string
  today: Day
  record: (fact: FactInput) => Promise<string>
  inform: Inform
}

/** Brings the pledges of a notice that has ended in force; tells their authors and records the fact. */
export async function takeEffect({ tx, authorityId, today, record, inform }: Hand, noticeId: string): Promise<void> {
  const pledges = await sql.lockOnNotice(tx, authorityId, noticeId, today)
  await bringIntoForce(
    tx,
    authorityId,
    pledges.map(p => p.id),
    today,
  )
  for (const pledge of pledges) {
    await record({
      kind: 'pledge.inForce',
      subjectId: pledge.person_id,
      unitId: pledge.unit_id,
      on: today,
      value: '1',
      source: { module: 'pledge', id: pledge.id },
    })
    await inform([pledge.person_id], {
      kind: 'pledge.inForce',
      objectId: pledge.id,
      title: both(`您的${pledge.year}年承诺公示期满，今天生效`, `Your ${pledge.year} pledge is in force from today`),
      link: '/fulfilment',
      unitId: pledge.unit_id,
    })
  }
}
