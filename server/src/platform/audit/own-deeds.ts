import type { Day } from '@jiannuo/contract/values.ts'
import { sql } from 'kysely'
import type { Tx } from '../database/connect.ts'
import type { Actor } from '../http/actor.ts'

/** What the caller himself has done since that day, by kind and day, newest first. */
export const ownDeeds = async (tx: Tx, actor: Actor, actions: readonly string[], from: Day) =>
  (
    await sql<{ action: string; on: Day; times: number }>`
      select action, (at at time zone 'Asia/Shanghai')::date as "on", count(*)::int as times from audit_event
      where authority_id = ${actor.authorityId} and account_id = ${actor.accountId} and at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'
        and outcome = 'done' and action = any (${[...actions]}::text[])
      group by 1, 2 order by 2 desc, 1`.execute(tx)
  ).rows
