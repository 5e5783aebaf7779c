import type * as api from '@jiannuo/contract/appraisal/what-if.ts'
import type { WhatIfInput } from '@jiannuo/contract/appraisal/what-if.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { checkKeptScheme } from '@jiannuo/engine/scheme.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { Filed } from '../filing/filed.ts'
import { FiledAssessment } from '../filing/filed-assessment.ts'
import { filedYears, yearDocuments } from '../filing/sql.ts'
import { joinInputs, ofOnePeriod, type TriedInput } from './whole-year.ts'

/** The scheme that most of the documents were scored by. */
function commonScheme(filed: readonly TriedInput[]): WhatIfInput['scheme'] {
  const uses = Map.groupBy(filed, each => each.schemeSha256)
  const [most] = [...uses.values()].toSorted((a, b) => b.length - a.length)
  const { scheme: document, schemeSha256: sha256 } = most![0]!
  const checked = checkKeptScheme(document)
  if ('errors' in checked) throw new Error(`a filed scheme is not valid: ${checked.errors[0]?.en ?? ''}`)
  const { scheme, version, title } = checked.scheme
  return { title: title?.zh ?? scheme, version, sha256, document }
}

/** Units stand in one filing for every period and line of schemes, persons in one for the year. */
function triedInputs(level: WhatIfInput['level'], documents: readonly unknown[], line?: string) {
  if (level !== 'branch' && level !== 'organ') {
    const filed = documents.map(each => Filed.parse(each))
    const subjects = (of: Filed) => of.subjects.map(({ id, name, unitName: home }) => ({ id, name, home }))
    return { period: null, lines: [], filed: filed.map(each => ({ ...each, subjects: subjects(each) })) }
  }
  return ofOnePeriod(
    documents.map(each => {
      const filed = FiledAssessment.parse(each)
      return { ...filed, subjects: filed.units.map(({ id, name, organ: home }) => ({ id, name, home })) }
    }),
    line,
  )
}

/** Filed inputs of a level over the whole city; the last filed year without `year`. Fails NOTHING_FILED. */
export async function readWhatIf({ tx, actor }: Change, { query }: Input<typeof api.readWhatIf>): Promise<WhatIfInput> {
  const { level, line } = query
  const years = await filedYears(tx, actor.authorityId, level)
  const year = query.year ?? years[0]
  const documents = year === undefined ? [] : await yearDocuments(tx, actor.authorityId, level, year)
  if (year === undefined || documents.length === 0) fail('NOTHING_FILED')
  const { period, lines, filed } = triedInputs(
    level,
    documents.map(each => JSON.parse(each.document)),
    line,
  )
  return { level, year, period, lines, years, scheme: commonScheme(filed), ...joinInputs(filed) }
}
