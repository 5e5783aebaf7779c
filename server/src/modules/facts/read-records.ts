import type * as api from '@jiannuo/contract/facts.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { factById } from '@jiannuo/rules/facts/catalogue.ts'
import type { Fact } from '@jiannuo/rules/facts/fact.ts'
import { periodOf } from '@jiannuo/rules/facts/period.ts'
import { entriesAsOf, type LedgerEntry } from '../../platform/facts/ledger-as-of.ts'
import { fail } from '../../platform/http/fail.ts'
import type { Change } from '../../platform/http/serve.ts'
import { factsAsOf } from './as-of.ts'
import { type ImportHead, importsByIds } from './import/sql.ts'
import { shown } from './read-catalogue.ts'
import { type SubjectRow, subjectById } from './sql.ts'

interface Found {
  fact: Fact
  subject: SubjectRow
}

export async function recordFacts(
  { tx, actor }: Change,
  { params }: { params: { subjectId: string; factId: string } },
): Promise<Found | null> {
  const fact = factById(params.factId)
  const subject = fact && (await subjectById(tx, actor.authorityId, params.subjectId))
  return fact && subject ? { fact, subject } : null
}

/** An imported row names its import and its row in the file: `id#row`. */
const originOf = (entry: LedgerEntry) => {
  const [id = '', row = '0'] = entry.sourceId.split('#')
  return { id, row: Number(row) }
}

/** Where a record was made, where that is a page. */
const LINKS: Record<string, (id: string) => string> = {
  pledge: id => `/fulfilment/items/${id}`,
  appraisal: id => `/appraisal/filings/${id}`,
}

function said(entry: LedgerEntry, imports: readonly ImportHead[]): api.FactRecord {
  const { id, row } = originOf(entry)
  const from = imports.find(each => each.id === id)
  return {
    id: entry.id,
    on: entry.on,
    value: entry.value,
    period: entry.period,
    module: entry.module,
    link: entry.kind === 'pledge.itemDone' || entry.module === 'appraisal' ? (LINKS[entry.module]?.(id) ?? null) : null,
    recordedAt: entry.recordedAt,
    imported: from
      ? {
          document: from.document,
          office: from.office,
          fileName: from.fileName,
          row,
          by: from.madeByName,
          at: from.confirmedAt ?? from.madeAt,
        }
      : null,
  }
}

/** One number and the records behind it, both as known at the cut-off, today unless given. Fails INVALID_INPUT for a cut-off to come. */
export async function readRecords(
  { tx, actor, today }: Change,
  { params, query }: Input<typeof api.readFactRecords>,
  { fact, subject }: Found,
) {
  const period = periodOf(query.period)
  const cutOff = query.cutOff ?? today
  if (!period || cutOff > today) fail('INVALID_INPUT', { count: 1 })
  const about = { authorityId: actor.authorityId, subjectIds: [params.subjectId], period, cutOff }
  const value = (await factsAsOf(tx, { ...about, facts: [fact.id] })).get(subject.id)?.get(fact.id)
  const entries = await entriesAsOf(tx, { ...about, kinds: [fact.id] })
  const imports = await importsByIds(
    tx,
    actor.authorityId,
    entries.filter(each => each.module === 'import').map(each => originOf(each).id),
  )
  return {
    fact: shown(fact),
    subject: { id: subject.id, name: subject.name, unitName: subject.unitName },
    period: period.id,
    cutOff,
    value: value?.value ?? null,
    reading: value?.reading ?? fact.reading,
    records: entries.map(each => said(each, imports)),
  }
}
