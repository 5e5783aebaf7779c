import type { Tx } from '../database/connect.ts'
import type { FactInput } from './record-fact.ts'

interface Restating {
  tx: Tx
  record: (fact: FactInput) => Promise<string>
}

/**
 * Makes the standing facts of one source exactly these: what is no longer said is reversed by a row of the opposite value,
 * what is new is recorded, what stays is not touched. Saying the same twice writes nothing.
 */
export async function restate(
  { tx, record }: Restating,
  source: FactInput['source'],
  facts: readonly Omit<FactInput, 'source'>[],
): Promise<void> {
  const standing = await tx
    .selectFrom('fact_entry as f')
    .select(['f.id', 'f.kind', 'f.subject_id', 'f.unit_id', 'f.on_day', 'f.value', 'f.period'])
    .where('f.source_module', '=', source.module)
    .where('f.source_id', '=', source.id)
    .where('f.reverses', 'is', null)
    .where(eb => eb.not(eb.exists(eb.selectFrom('fact_entry as r').select('r.id').whereRef('r.reverses', '=', 'f.id'))))
    .execute()
  const wanted = new Map(facts.map(fact => [keyOf(fact.kind, fact.subjectId, fact.on, fact.value), fact]))
  for (const old of standing) {
    if (wanted.delete(keyOf(old.kind, old.subject_id, old.on_day, old.value))) continue
    const value = old.value.startsWith('-') ? old.value.slice(1) : `-${old.value}`
    await record({
      ...{ kind: old.kind, subjectId: old.subject_id, unitId: old.unit_id, on: old.on_day },
      ...{ value, source, reverses: old.id, ...(old.period ? { period: old.period } : {}) },
    })
  }
  for (const fact of wanted.values()) await record({ ...fact, source })
}

const keyOf = (...parts: [kind: string, subjectId: string, on: string, value: string]) =>
  parts.map((part, i) => (i === 3 ? String(Number(part)) : part)).join('\u0000')
