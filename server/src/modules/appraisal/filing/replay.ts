import { canonical } from '@jiannuo/engine/canonical.ts'
import { checkKeptScheme } from '@jiannuo/engine/scheme.ts'
import { explainer, type ResultRow, score } from '@jiannuo/engine/score.ts'
import { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import { hashOf, jsonOf, sha256 } from '../scheme/ship-scheme.ts'
import { Filed } from './filed.ts'
import { FiledAssessment } from './filed-assessment.ts'
import { documentsOf } from './sql.ts'

/** Either kind of filed document; `format` tells which. */
export const AnyFiled = z.discriminatedUnion('format', [Filed, FiledAssessment])

/** Results and traces of the scheme over the input: what filing writes and replaying compares. */
export function resultsOf(
  scheme: Filed['scheme'],
  input: Filed['input'],
): { rows: readonly ResultRow[]; results: z.output<ReturnType<typeof z.json>>; tracesSha256: string } {
  const checked = checkKeptScheme(scheme)
  if ('errors' in checked) throw new Error(`the scheme is not valid: ${checked.errors[0]?.en ?? ''}`)
  const { results } = score(checked.scheme, input)
  const explain = explainer(checked.scheme, input)
  const traces = results.map(each => explain(each.subject))
  return {
    rows: results,
    results: JSON.parse(JSON.stringify(results)),
    tracesSha256: sha256(canonical(jsonOf(traces))),
  }
}

export interface Replay {
  /** The document is the one that was hashed, and computing it again gives the same bytes. */
  intact: boolean
  sha256: string
  differences: string[]
}

/** `replay` for a document that comes alone: against the hashes within it, and its own as found. */
export const replayFiled = (document: string): Replay => replay(document, sha256(document))

/** Computes a filed document again and compares byte for byte. `expected` is the hash kept beside it. Never throws on a damaged document. */
export function replay(document: string, expected: string): Replay {
  const found = sha256(document)
  const differences = found === expected ? [] : ['sha256']
  try {
    const filed = AnyFiled.parse(JSON.parse(document))
    if (canonical(jsonOf(filed)) !== document) differences.push('canonical form')
    if (hashOf(filed.scheme, filed.panels) !== filed.schemeSha256) differences.push('scheme')
    if (sha256(`${filed.schemeSha256}\n${canonical(filed.input)}`) !== filed.inputSha256) differences.push('input')
    const again = resultsOf(filed.scheme, filed.input)
    differences.push(...differing(filed.results, again.results))
    if (again.tracesSha256 !== filed.tracesSha256) differences.push('traces')
  } catch (error) {
    differences.push(`not readable: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`)
  }
  return { intact: differences.length === 0, sha256: found, differences }
}

function differing(filed: unknown, again: unknown): string[] {
  if (canonical(jsonOf(filed)) === canonical(jsonOf(again))) return []
  const [a, b] = [filed, again].map(each => z.array(z.looseObject({ subject: z.string() })).parse(each))
  const found = a!.filter(
    row => canonical(jsonOf(row)) !== canonical(jsonOf(b!.find(each => each.subject === row.subject) ?? null)),
  )
  return found.length > 0 ? found.map(row => `result of ${row.subject}`) : ['results']
}

/** Replays everything filed of an authority; the command line prints it. */
export async function replayAll(tx: Tx, authorityId: string): Promise<(Replay & { filingId: string })[]> {
  return (await documentsOf(tx, authorityId)).map(each => ({
    filingId: each.id,
    ...replay(each.document, each.sha256),
  }))
}
