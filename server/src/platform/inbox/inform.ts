import { randomUUID } from 'node:crypto'
import type { Both, Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../database/connect.ts'

export interface Message {
  kind: string
  objectId: string
  title: Both
  /** Page of the web application that answers it. */
  link: string
  unitId?: string
  dueOn?: Day
}

/** Sends one message to persons' inboxes; whoever already has this kind for this object is not told twice. */
export async function inform(
  tx: Tx,
  authorityId: string,
  now: Date,
  personIds: readonly string[],
  message: Message,
): Promise<void> {
  if (personIds.length === 0) return
  await tx
    .insertInto('inbox_item')
    .values(
      [...new Set(personIds)].map(personId => ({
        authority_id: authorityId,
        id: randomUUID(),
        person_id: personId,
        unit_id: message.unitId ?? null,
        kind: message.kind,
        object_id: message.objectId,
        title_zh: message.title.zh,
        title_en: message.title.en,
        link: message.link,
        due_on: message.dueOn ?? null,
        sent_at: now.toISOString(),
      })),
    )
    .onConflict(oc => oc.doNothing())
    .execute()
}
