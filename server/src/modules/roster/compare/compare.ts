import { createHash } from 'node:crypto'
import type { RosterChange, RosterSheet } from '@jiannuo/contract/roster.ts'
import { columnsOf, type Draft, sheetOf } from '../check/draft.ts'
import type { Choices, KnownUnit } from '../check/known-units.ts'
import { type MemberRecord, type PostRecord, postKey, type Records, type Values } from '../records/load-records.ts'
import { placeSections, type Sections } from './place-sections.ts'

export interface Difference {
  sheet: RosterSheet
  change: RosterChange
  /** Finds the record: unit or member code, `postKey` as on record. */
  key: string
  code: string
  name: string
  row: number | null
  /** What the file says, with what is on record where it says nothing; as on record for what ends. */
  values: Values
  fields: { key: string; from: string; to: string }[]
}
type Counts = Record<'rows' | 'unchanged' | RosterChange, number>

export interface Comparison {
  differences: Difference[]
  counts: Record<RosterSheet, Counts>
  sections: Sections
  digest: string
}

/** Columns that find the record, or only help the reader. */
const NOT_COMPARED: Record<RosterSheet, readonly string[]> = {
  units: ['unitCode'],
  members: ['memberCode'],
  posts: ['memberCode', 'memberName', 'unitCode', 'postKind'],
}

/** What a file would change, in its own order, then what it leaves out. Only columns the file has are compared. Pure. */
export function compare(draft: Draft, records: Records, units: Map<string, KnownUnit>, choices: Choices): Comparison {
  const sections = placeSections(draft, records, units, choices)
  const counts = { units: none(), members: none(), posts: none() }
  const differences = [
    ...sections.implied.map(values => difference('units', 'new', values.unitCode ?? '', null, values)),
    ...compareCoded('units', 'unitCode', draft, records.units, counts.units),
    ...compareCoded('members', 'memberCode', draft, records.members, counts.members),
    ...comparePosts(draft, records, counts.posts),
  ]
  if (choices.complete) differences.push(...endings(draft, records, sections))
  for (const d of differences) counts[d.sheet][d.change] += 1
  const seen = differences.map(({ sheet, change, key, fields }) => [
    sheet,
    change,
    key,
    ...fields.flatMap(f => [f.key, f.from, f.to]),
  ])
  const digest = createHash('sha256')
    .update(JSON.stringify([choices, seen]))
    .digest('hex')
  return { differences, counts, sections, digest }
}

const none = (): Counts => ({ rows: 0, new: 0, changed: 0, ended: 0, unchanged: 0 })

/** A cell left blank that means a definite value. */
const meant = (key: string, value: string | undefined) => (key === 'leadingCadre' && !value ? 'no' : (value ?? ''))

function difference(
  sheet: RosterSheet,
  change: RosterChange,
  key: string,
  row: number | null,
  values: Values,
  fields: Difference['fields'] = [],
): Difference {
  const code = (sheet === 'units' ? values.unitCode : values.memberCode) ?? ''
  return {
    sheet,
    change,
    key,
    code,
    name: (sheet === 'units' ? values.unitName : values.memberName) ?? '',
    row,
    values,
    fields,
  }
}

function fieldsOf(
  sheet: RosterSheet,
  present: ReadonlySet<string>,
  before: Values,
  after: Values,
): Difference['fields'] {
  const fields: Difference['fields'] = []
  for (const key of present) {
    const [from, to] = [meant(key, before[key]), meant(key, after[key])]
    if (from !== to && !NOT_COMPARED[sheet].includes(key)) fields.push({ key, from, to })
  }
  return fields
}

/** A post that names no term belongs to its unit's: a blank is not compared. */
const TERM = ['termFrom', 'termUntil']
const stated = (present: ReadonlySet<string>, { termFrom }: Values): ReadonlySet<string> =>
  termFrom ? present : new Set([...present].filter(key => !TERM.includes(key)))

const merged = (before: Values, after: Values, present: ReadonlySet<string>): Values => {
  const values = { ...before }
  for (const key of present) values[key] = after[key] ?? ''
  return values
}

function compareCoded(
  key: 'units' | 'members',
  codeKey: string,
  draft: Draft,
  records: Map<string, { values: Values }>,
  counts: Counts,
): Difference[] {
  const sheet = sheetOf(draft, key)
  const present = columnsOf(sheet)
  const differences: Difference[] = []
  counts.rows = sheet.rowCount
  for (const { row, values } of sheet.rows) {
    const code = values[codeKey] ?? ''
    const record = records.get(code)
    if (!record) {
      differences.push(difference(key, 'new', code, row, values))
      continue
    }
    const fields = fieldsOf(key, present, record.values, values)
    if (fields.length === 0) counts.unchanged += 1
    else differences.push(difference(key, 'changed', code, row, merged(record.values, values, present), fields))
  }
  return differences
}

function comparePosts(draft: Draft, records: Records, counts: Counts): Difference[] {
  const sheet = sheetOf(draft, 'posts')
  const present = columnsOf(sheet)
  const listed = new Set(sheet.rows.map(r => postKey(r.values)))
  const open = new Map<string, [string, PostRecord]>()
  for (const [key, post] of records.posts)
    if (post.live && !listed.has(key)) open.set(sincePost(post.values), [key, post])
  const differences: Difference[] = []
  counts.rows = sheet.rowCount
  for (const { row, values } of sheet.rows) {
    const same = records.posts.get(postKey(values))
    // The same post since another day is that post with its day corrected, not a second one.
    const [key, record] = same ? [postKey(values), same] : (open.get(sincePost(values)) ?? [postKey(values), undefined])
    if (!same && record) open.delete(sincePost(values))
    const named = {
      ...values,
      memberName: records.members.get(values.memberCode ?? '')?.values.memberName ?? values.memberName ?? '',
    }
    if (!record) {
      differences.push(difference('posts', 'new', key, row, named))
      continue
    }
    const said = stated(present, values)
    const fields = fieldsOf('posts', said, record.values, values)
    if (fields.length === 0) counts.unchanged += 1
    else differences.push(difference('posts', 'changed', key, row, merged(record.values, values, said), fields))
  }
  return differences
}

const sincePost = (v: Values) => `${v.memberCode}\n${v.unitCode}\n${v.postKind}`

/** What a complete file leaves out; posts also end with their holder or their unit. A file is complete for what its city leads: what is only guided does not end. */
function endings(draft: Draft, records: Records, sections: Sections): Difference[] {
  const listed = (key: RosterSheet, code: (v: Values) => string) =>
    new Set([...sheetOf(draft, key).rows, ...sheetOf(draft, key).faulty].map(r => code(r.values)))
  const [unitCodes, memberCodes] = [listed('units', v => v.unitCode ?? ''), listed('members', v => v.memberCode ?? '')]
  const postsListed = listed('posts', postKey)
  const sinceListed = listed('posts', sincePost)
  const guided = (code: string | undefined) => code !== undefined && records.guided.has(code)
  const live = (member: MemberRecord | undefined) => member?.live === true && !guided(member.values.branchCode)
  const given = (key: RosterSheet) => sheetOf(draft, key).headerRow > 0
  const unitEnds = (code: string) =>
    given('units') &&
    !unitCodes.has(code) &&
    !sections.used.has(code) &&
    !guided(code) &&
    records.units.get(code)?.live === true
  const memberEnds = (code: string) => given('members') && !memberCodes.has(code) && live(records.members.get(code))
  const ended = (sheet: RosterSheet, key: string, values: Values) => difference(sheet, 'ended', key, null, values)
  const differences: Difference[] = []
  for (const [code, { values }] of records.units) if (unitEnds(code)) differences.push(ended('units', code, values))
  for (const [code, { values }] of records.members)
    if (memberEnds(code)) differences.push(ended('members', code, values))
  for (const [key, { values, live }] of records.posts) {
    if (!live || guided(values.unitCode) || postsListed.has(key) || sinceListed.has(sincePost(values))) continue
    if (given('posts') || memberEnds(values.memberCode ?? '') || unitEnds(values.unitCode ?? ''))
      differences.push(ended('posts', key, values))
  }
  return differences
}
