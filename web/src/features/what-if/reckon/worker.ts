import type { WhatIfInput } from '@jiannuo/contract/appraisal/what-if.ts'
import { buildColumns, type Columns } from '@jiannuo/engine/columns/columns.ts'
import type { Scheme } from '@jiannuo/engine/format.ts'
import { compile } from '@jiannuo/engine/plan/compile.ts'
import { run } from '@jiannuo/engine/plan/run.ts'
import { type Comparison, compare, type Mover } from './compare.ts'
import { type Fault, faultsOf } from './faults.ts'
import { type Standings, standingsOf } from './standings.ts'

/** `load` once, then `try` for every change; answers come in order, each with the number of its question. */
export type Ask =
  | { kind: 'load'; input: Pick<WhatIfInput, 'subjects' | 'scopes' | 'facts' | 'ratings' | 'rulings'>; base: Scheme }
  | { kind: 'try'; number: number; draft: Scheme }
  /** Everybody whom the draft moves, for a file. */
  | { kind: 'export'; number: number; draft: Scheme }
export type Answer =
  | { kind: 'done'; number: number; comparison: Comparison; faults: Fault[]; milliseconds: number }
  | { kind: 'exported'; number: number; movers: Mover[] }
  | { kind: 'failed'; number: number; say: string }

const spread = ({ names, codes }: { names: string[]; codes: number[] }) => codes.map(code => names[code] ?? '')

/** The filed inputs as the engine takes them; subjects stand by their row. */
export function columnsOfInput({
  subjects,
  scopes,
  facts,
  ratings,
  rulings,
}: Extract<Ask, { kind: 'load' }>['input']): Columns {
  return buildColumns({
    subjects: subjects.map(each => each.id),
    scopes: Object.fromEntries(Object.entries(scopes).map(([scope, coded]) => [scope, spread(coded)])),
    facts,
    ratings: {
      subject: ratings.subject.map(row => subjects[row]?.id ?? ''),
      source: spread(ratings.source),
      value: spread(ratings.value),
      count: ratings.count,
    },
    rulings: rulings.map(({ subject, ...ruling }) => ({ ...ruling, subject: subjects[subject]?.id ?? '' })),
  })
}

let columns: Columns | null = null
let base: Standings | null = null

function load({ input, base: scheme }: Extract<Ask, { kind: 'load' }>) {
  base = null
  columns = columnsOfInput(input)
  base = standingsOf(run(compile(scheme), columns))
}

function attempt({ kind, number, draft }: Exclude<Ask, { kind: 'load' }>): Answer {
  const since = performance.now()
  if (!columns || !base) throw new Error('nothing to compare with')
  const trial = standingsOf(run(compile(draft), columns))
  if (kind === 'export')
    return { kind: 'exported', number, movers: compare(base, trial, Number.POSITIVE_INFINITY).movers }
  const comparison = compare(base, trial)
  return { kind: 'done', number, comparison, faults: faultsOf(trial), milliseconds: performance.now() - since }
}

/** Answers one question; data or a scheme that cannot be run say why. */
export function answer(ask: Ask): Answer | null {
  try {
    if (ask.kind !== 'load') return attempt(ask)
    load(ask)
    return null
  } catch (error) {
    const number = ask.kind === 'load' ? 0 : ask.number
    return { kind: 'failed', number, say: error instanceof Error ? error.message : String(error) }
  }
}

if (typeof self !== 'undefined' && 'importScripts' in self)
  self.onmessage = ({ data }: MessageEvent<Ask>) => {
    const said = answer(data)
    if (said) self.postMessage(said)
  }
