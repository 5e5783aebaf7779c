import { randomUUID } from 'node:crypto'
import type { Day } from '@jiannuo/contract/values.ts'
import type { Tx } from '../database/connect.ts'

/** One number about a person or unit on a day. `value` is an exact decimal; a correction names the fact it reverses. */
export interface FactInput {
  kind: string
  subjectId: string
  unitId: string
  on: Day
  value: string
  source: { module: string; id: string }
  reverses?: string
  /** Set when it is said of exactly one period, such as 2026-Q1. */
  period?: string
}

/** Appends to the ledger and returns the fact's id. Facts are never changed: a correction reverses the old one and records the new. */
export async function recordFact(
  tx: Tx,
  authorityId: string,
  by: string | null,
  now: Date,
  fact: FactInput,
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('fact_entry')
    .values({
      authority_id: authorityId,
      id,
      kind: fact.kind,
      subject_id: fact.subjectId,
      unit_id: fact.unitId,
      on_day: fact.on,
      value: fact.value,
      source_module: fact.source.module,
      source_id: fact.source.id,
      reverses: fact.reverses ?? null,
      period: fact.period ?? null,
      recorded_at: now.toISOString(),
      recorded_by: by,
    })
    .execute()
  return id
}
