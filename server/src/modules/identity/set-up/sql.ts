import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

/** true: done; false: an authority exists already; null: the token is not the one on the console. */
export async function setUpCity(tx: Tx, token: string, plan: unknown): Promise<boolean | null> {
  return (
    (
      await sql<{ done: boolean | null }>`select set_up_city(${token}, ${JSON.stringify(plan)}::jsonb) as done`.execute(
        tx,
      )
    ).rows[0]?.done ?? null
  )
}
