import type * as api from '@jiannuo/contract/appraisal/what-if.ts'
import type { WhatIfInput } from '@jiannuo/contract/appraisal/what-if.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { checkKeptScheme } from '@jiannuo/engine/scheme.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { Filed } from '../filing/filed.ts'
import { filedYears, yearDocuments } from '../filing/sql.ts'
import { joinInputs } from './whole-year.ts'

/** The scheme that most of the documents were scored by. */
function commonScheme(filed: readonly Filed[]): WhatIfInput['scheme'] {
  const uses = Map.groupBy(filed, each => each.schemeSha256)
  const [most] = [...uses.values()].toSorted((a, b) => b.length - a.length)
  const { scheme: document, schemeSha256: sha256 } = most![0]!
  const checked = checkKeptScheme(document)
  if ('errors' in checked) throw new Error(`a filed scheme is not valid: ${checked.errors[0]?.en ?? ''}`)
  const { scheme, version, title } = checked.scheme
  return { title: title?.zh ?? scheme, version, sha256, document }
}

/** Filed inputs of a level over the whole city; the last filed year without `year`. Fails NOTHING_FILED. */
export async function readWhatIf({ tx, actor }: Change, { query }: Input<typeof api.readWhatIf>): Promise<WhatIfInput> {
  const { level } = query
  const years = await filedYears(tx, actor.authorityId, level)
  const year = query.year ?? years[0]
  const documents = year === undefined ? [] : await yearDocuments(tx, actor.authorityId, level, year)
  if (year === undefined || documents.length === 0) fail('NOTHING_FILED')
  const filed = documents.map(each => Filed.parse(JSON.parse(each.document)))
  return { level, year, years, scheme: commonScheme(filed), ...joinInputs(filed) }
}
