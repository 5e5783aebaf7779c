import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type * as api from '@jiannuo/contract/facts.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { FACT_CATALOGUE } from '@jiannuo/rules/facts/catalogue.ts'
import { periodOf } from '@jiannuo/rules/facts/period.ts'
import { fail } from '../../platform/http/fail.ts'
import type { Change, Download } from '../../platform/http/serve.ts'
import { factsAsOf } from './as-of.ts'
import { type Listed, listSubjects } from './sql.ts'

/** Different names once, and the position of each subject's. */
function scope(subjects: readonly Listed[], nameOf: (subject: Listed) => string | null) {
  const names = new Map<string, number>()
  const at = subjects.map(subject => {
    const name = nameOf(subject)
    if (name === null) return -1
    if (!names.has(name)) names.set(name, names.size)
    return names.get(name)!
  })
  return { names: [...names.keys()], at }
}

/** The whole city's facts of a period, column by column; facts nobody has are left out. Every call is an export and audited as one. */
export async function exportTable(change: Change, { query }: Input<typeof api.exportFacts>): Promise<Download> {
  const { tx, actor, today } = change
  const period = periodOf(query.period)
  const cutOff = query.cutOff ?? today
  if (!period || cutOff > today) fail('INVALID_INPUT', { count: 1 })
  const subjects = await listSubjects(tx, actor.authorityId)
  const values = await factsAsOf(tx, {
    ...{ authorityId: actor.authorityId, period, cutOff },
    subjectIds: 'all',
    facts: FACT_CATALOGUE.map(each => each.id),
  })
  const used = new Set([...values.values()].flatMap(each => [...each.keys()]))
  const columns = FACT_CATALOGUE.filter(each => used.has(each.id)).map(
    ({ id }) => [id, subjects.map(each => values.get(each.id)?.get(id)?.value ?? null)] as const,
  )
  const table: api.FactTable = {
    period: period.id,
    cutOff,
    subjects: subjects.map(each => each.id),
    labels: subjects.map(each => each.name),
    about: subjects.map(each => each.about),
    scopes: {
      branch: scope(subjects, each => (each.about === 'organ' ? null : each.branch)),
      organ: scope(subjects, each => each.organ),
      class: scope(subjects, each => each.organClass),
    },
    facts: Object.fromEntries(columns),
  }
  await change.audit('facts.export', actor.authorityId, { values: { period: period.id, cutOff } })
  return { body: await promisify(gzip)(JSON.stringify(table), { level: 4 }), fileName: `facts-${period.id}.json.gz` }
}
