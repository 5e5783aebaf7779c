import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as api from '@jiannuo/contract/fact-import.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { addDays } from '@jiannuo/rules/day.ts'
import { factById } from '@jiannuo/rules/facts/catalogue.ts'
import { Files } from '../../../platform/files/files.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change, Download } from '../../../platform/http/serve.ts'
import { noteSheet, readWorkbook, workbook } from '../../documents/index.ts'
import { listSubjects } from '../sql.ts'
import { type Assessment, assess, type Draft } from './assess.ts'
import { type Choice, choose, sheetOf } from './choice.ts'
import * as sql from './sql.ts'

const MOST_ERRORS = 2000
const SHOWN = { errors: 200, changes: 500 }

/** The subjects in view with their codes, ready to be filled in. */
export async function downloadTemplate(
  change: Change,
  { query }: Input<typeof api.downloadFactTemplate>,
): Promise<Download> {
  const choice = await choose(change, { ...query, facts: query.facts.split(',') })
  const spec = sheetOf(choice)
  const subjects = await listSubjects(change.tx, change.actor.authorityId)
  const rows = subjects.filter(each => each.about === choice.about).map(({ code, name }) => ({ code, name }))
  return {
    body: await workbook([{ spec, rows }, noteSheet([spec])], change.today),
    fileName: `数据导入-${choice.period.id}.xlsx`,
  }
}

/** Stores the upload for the moment of reading it. Fails ROSTER_FILE_REFUSED. */
async function read({ files, upload }: Change, choice: Choice): Promise<{ draft: Draft; sha256: string }> {
  if (!upload) fail('FILE_TRUNCATED')
  const folder = join(files.folder, 'incoming', `facts-${randomUUID()}`)
  try {
    const place = new Files(folder)
    const most = api.previewFactImport.upload?.maxBytes ?? 0
    const { sha256 } = await place.store(upload.stream, upload.bytes, most, ['xlsx'])
    const found = await readWorkbook(place.pathOf(sha256), [sheetOf(choice)], { maxErrors: MOST_ERRORS })
    if (found.kind === 'refused') fail('ROSTER_FILE_REFUSED', { zh: found.zh, en: found.en })
    return { draft: { sheet: found.sheets[0] ?? null, errors: found.errors, errorCount: found.errorCount }, sha256 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const findings = ({ errors, changes }: Assessment) => ({
  errors: errors.slice(0, SHOWN.errors),
  changes: changes.slice(0, SHOWN.changes),
})

/** Reads, checks and compares a file; the ledger stays as it is. */
export async function previewImport(change: Change, { query }: Input<typeof api.previewFactImport>) {
  const { tx, actor, now } = change
  const choice = await choose(change, { ...query, facts: query.facts.split(',') })
  const { draft, sha256 } = await read(change, choice)
  const found = await assess(change, choice, draft)
  const id = randomUUID()
  await sql.insertImport(tx, {
    ...{ authority_id: actor.authorityId, id, unit_id: actor.capacity.unitId ?? fail('NOT_ALLOWED') },
    ...{ about: choice.about, period: choice.period.id, facts: choice.facts.map(each => each.id) },
    ...{ document: query.document, office: query.office, file_name: change.upload?.name ?? '', file_sha256: sha256 },
    ...{ digest: found.digest, error_count: found.errorCount, counts: JSON.stringify(found.counts) },
    ...{ content: JSON.stringify(draft), findings: JSON.stringify(findings(found)) },
    ...{ made_by: actor.personId, made_by_name: actor.name, made_at: now.toISOString() },
  })
  await change.audit('facts.preview', id, { unitId: actor.capacity.unitId, values: { sha256 } })
  return reread(change, id)
}

/** Writes what the preview showed. A second confirmation answers what the first wrote. Fails FACT_IMPORT_STALE when the ledger has moved on. */
export async function confirmImport(change: Change, { body }: Input<typeof api.confirmFactImport>, row: sql.ImportRow) {
  const { tx, actor, now, today } = change
  if (row.state === 'confirmed') return show(row)
  if (row.state !== 'open') fail('FACT_IMPORT_STATE')
  await sql.lockLedger(tx, actor.authorityId)
  const choice = await choose(change, row)
  const found = await assess(change, choice, row.content as Draft)
  if (found.errorCount > 0) fail('ROSTER_HAS_ERRORS', { count: found.errorCount })
  if (found.digest !== body.digest) fail('FACT_IMPORT_STALE')
  const last = addDays(choice.period.until, -1)
  for (const { subject, fact, row: line, value, replaces } of found.writes) {
    const source = { module: 'import', id: `${row.id}#${line}` }
    const entry = { kind: fact, subjectId: subject.id, unitId: subject.unitId, period: choice.period.id, source }
    if (replaces)
      await change.record({ ...entry, on: replaces.on, value: String(-Number(replaces.value)), reverses: replaces.id })
    await change.record({ ...entry, on: [last, today].toSorted()[0] ?? today, value })
  }
  await sql.setState(tx, actor.authorityId, row.id, {
    state: 'confirmed',
    confirmed_at: now.toISOString(),
    content: null,
  })
  await change.audit('facts.import', row.id, { unitId: row.unitId, values: { digest: found.digest } })
  return reread(change, row.id)
}

export async function discardImport(change: Change, _input: unknown, row: sql.ImportRow) {
  if (row.state !== 'open') fail('FACT_IMPORT_STATE')
  await sql.setState(change.tx, change.actor.authorityId, row.id, { state: 'discarded', content: null, findings: null })
  await change.audit('facts.discard', row.id, { unitId: row.unitId })
}

/** Reverses every value of the import that still stands, and restores what it had replaced. Later imports stay untouched. */
export async function withdrawImport(change: Change, _input: unknown, row: sql.ImportRow) {
  const { tx, actor, now } = change
  if (row.state !== 'confirmed') fail('FACT_IMPORT_STATE')
  await sql.lockLedger(tx, actor.authorityId)
  await choose(change, row)
  for (const { id, kind, subjectId, unitId, on, value, period, earlier } of await sql.standingOfImport(
    tx,
    actor.authorityId,
    row.id,
  )) {
    const entry = { kind, subjectId, unitId, period }
    await change.record({
      ...entry,
      on,
      value: String(-Number(value)),
      reverses: id,
      source: { module: 'import', id: row.id },
    })
    if (earlier) await change.record({ ...entry, ...earlier })
  }
  const withdrawn = { state: 'withdrawn', withdrawn_at: now.toISOString(), withdrawn_by: actor.personId } as const
  await sql.setState(tx, actor.authorityId, row.id, withdrawn)
  await change.audit('facts.withdraw', row.id, { unitId: row.unitId })
  return reread(change, row.id)
}

const head = (row: sql.ImportRow) => ({
  ...{ id: row.id, about: row.about, period: row.period, document: row.document, office: row.office, state: row.state },
  facts: row.facts.map(id => ({ id, title: factById(id)?.title ?? { zh: id, en: id } })),
  ...{ fileName: row.fileName, counts: row.counts, madeBy: row.madeByName, madeAt: row.madeAt },
})
const Head = api.FactImportHead
const Found = api.FactImport.pick({ errors: true, changes: true })

export const show = (row: sql.ImportRow) => ({
  ...Head.parse(head(row)),
  ...{ digest: row.digest, errorCount: row.errorCount },
  ...Found.parse(row.findings ?? { errors: [], changes: [] }),
})

async function reread({ tx, actor }: Change, id: string) {
  return show((await sql.importById(tx, actor.authorityId, id)) ?? fail('NOT_FOUND'))
}

export const listImports = async ({ tx, actor }: Change) => ({
  imports: (await sql.listImports(tx, actor.authorityId)).map(row => Head.parse(head(row))),
})
