import { randomUUID } from 'node:crypto'
import type { Day } from '@jiannuo/contract/values.ts'
import type { Comparison } from '../compare/compare.ts'
import type { Records, Values } from '../records/load-records.ts'
import type { TermRow } from '../records/sql.ts'
import { afterFirst, orNull, type Rows } from './dated.ts'
import type { Ids } from './plan-units.ts'

interface Scope {
  comparison: Comparison
  members: Ids
  units: Ids
  terms: readonly TermRow[]
  on: Day
}

/** The rows that bring posts and terms to what the file says. A post taken up anew on a later day is the old one ended and another begun. */
export function planPosts(records: Records, { comparison, members, units, terms, on }: Scope): Rows {
  const rows: Rows = {}
  const add = (list: string, row: Record<string, unknown>) => {
    rows[list] ??= []
    rows[list].push(row)
  }
  const term = termBook(terms, units, add)
  for (const { sheet, change, key, values: v } of comparison.differences) {
    if (sheet !== 'posts') continue
    const record = records.posts.get(key)
    const opened = () =>
      add('openedPosts', {
        unit_id: units.of(v.unitCode ?? ''),
        kind: v.postKind,
        person_id: members.of(v.memberCode ?? ''),
        term_id: term(v),
        from_on: v.fromOn,
        until_on: orNull(v.untilOn),
      })
    if (!record) opened()
    else if (change === 'ended')
      add('closedPosts', { id: record.id, until_on: afterFirst(on, record.values.fromOn ?? on) })
    else if (record.values.fromOn && v.fromOn && v.fromOn > record.values.fromOn) {
      add('closedPosts', { id: record.id, until_on: v.fromOn })
      opened()
    } else add('changedPosts', { id: record.id, from_on: v.fromOn, until_on: orNull(v.untilOn), term_id: term(v) })
  }
  return rows
}

/** Finds the term a row names, or opens it and closes the one before; a term that ends on another day than on record is corrected. */
function termBook(terms: readonly TermRow[], units: Ids, add: (list: string, row: Record<string, unknown>) => void) {
  const byUnit = Map.groupBy(
    terms.map(t => ({ ...t })),
    t => t.unit_code,
  )
  return ({ unitCode = '', termFrom = '', termUntil = '' }: Values): string | null => {
    if (termFrom === '') return null
    const all = byUnit.get(unitCode) ?? []
    const found = all.find(t => t.from_on === termFrom)
    if (found) {
      if (found.until_on !== termUntil) add('changedTerms', { id: found.id, until_on: termUntil })
      found.until_on = termUntil
      return found.id
    }
    const others = all.filter(t => t.state !== 'closed')
    const state = others.some(t => t.from_on > termFrom) ? 'closed' : 'normal'
    for (const earlier of others.filter(t => t.from_on < termFrom)) {
      add('closedTerms', { id: earlier.id })
      earlier.state = 'closed'
    }
    const id = randomUUID()
    add('openedTerms', { id, unit_id: units.of(unitCode), from_on: termFrom, until_on: termUntil, state })
    byUnit.set(unitCode, [...all, { id, unit_code: unitCode, from_on: termFrom, until_on: termUntil, state }])
    return id
  }
}
