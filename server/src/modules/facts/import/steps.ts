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
import { errorSheet, noteSheet, readWorkbook, workbook } from '../../documents/index.ts'
import { listSubjects } from '../sql.ts'
import { type Assessment, assess, type Draft } from './assess.ts'
import { type Choice, choose, isColumn, sheetOf } from './choice.ts'
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
async function read({ tx, actor, files, upload }: Change, choice: Choice): Promise<{ draft: Draft; sha256: string }> {
  if (!upload) fail('FILE_TRUNCATED')
  const folder = join(files.folder, 'incoming', `facts-${randomUUID()}`)
  try {
    const place = new Files(folder)
    const most = api.previewFactImport.upload?.maxBytes ?? 0
    const { sha256 } = await place.store(upload.stream, upload.bytes, most, ['xlsx'])
    const mapping = { facts: await sql.rememberedColumns(tx, actor.authorityId, actor.capacity.unitId ?? '') }
    const found = await readWorkbook(place.pathOf(sha256), [sheetOf(choice)], { mapping, maxErrors: MOST_ERRORS })
    if (found.kind === 'refused') fail('ROSTER_FILE_REFUSED', { zh: found.zh, en: found.en })
    const { errors, errorCount, remarks } = found
    return { draft: { sheet: found.sheets[0] ?? null, errors, errorCount, remarks }, sha256 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Headers that say nothing yet stand in a remark; those left out on purpose do not. */
function columnsOf(choice: Choice, { sheet, remarks }: Draft): api.FactImport['columns'] {
  const headers = sheet?.headers ?? []
  const taken = new Set(headers.map(each => each.key))
  return {
    open: headers
      .filter(({ key, letter }) => key === null && remarks.some(each => each.column.letter === letter))
      .map(({ header, suggested }) => ({ header, suggested })),
    free: sheetOf(choice)
      .columns.filter(each => !taken.has(each.key))
      .map(({ key, zh, en, required }) => ({ key, label: { zh, en }, required })),
  }
}

const findings = (choice: Choice, draft: Draft, { errors, changes }: Assessment) => ({
  errors,
  changes: changes.slice(0, SHOWN.changes),
  columns: columnsOf(choice, draft),
})

/** Remembers what headers mean for every later file of this office; several files may name a column differently. */
export async function rememberColumns(change: Change, { body }: Input<typeof api.rememberFactColumns>) {
  const { tx, actor } = change
  const unitId = actor.capacity.unitId ?? fail('NOT_ALLOWED')
  for (const [header, key] of Object.entries(body.headers)) {
    if (key !== null && !isColumn(key)) fail('ROSTER_COLUMN_UNKNOWN', { sheet: '数据', key })
    await sql.rememberColumn(tx, actor.authorityId, unitId, header, key)
  }
  await change.audit('facts.remember-columns', unitId, { unitId, values: body })
}

/** Every error that was found, as a sheet. */
export async function downloadErrors({ today }: Change, _input: unknown, row: sql.ImportRow): Promise<Download> {
  return {
    body: await workbook([errorSheet(foundIn(row).errors)], today),
    fileName: `数据导入错误清单-${row.period}-${today}.xlsx`,
  }
}

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
    ...{ content: JSON.stringify(draft), findings: JSON.stringify(findings(choice, draft, found)) },
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
const Found = api.FactImport.pick({ errors: true, changes: true, columns: true })
const foundIn = (row: sql.ImportRow) =>
  Found.parse({ errors: [], changes: [], columns: { open: [], free: [] }, ...(row.findings ?? {}) })

export function show(row: sql.ImportRow) {
  const { errors, ...found } = foundIn(row)
  return {
    ...Head.parse(head(row)),
    ...{ digest: row.digest, errorCount: row.errorCount },
    ...{ errors: errors.slice(0, SHOWN.errors), ...found },
  }
}

async function reread({ tx, actor }: Change, id: string) {
  return show((await sql.importById(tx, actor.authorityId, id)) ?? fail('NOT_FOUND'))
}

export const listImports = async ({ tx, actor }: Change) => ({
  imports: (await sql.listImports(tx, actor.authorityId)).map(row => Head.parse(head(row))),
})
