import { BadVersions, isDay, NotInForce, type Version, versionAt, versions } from '@jiannuo/engine/dated.ts'
import { addMonths, type Day } from './day.ts'

/** A sentence or title in both languages; the Chinese is the official one. */
export interface Bilingual {
  zh: string
  en: string
}

/**
 * How far the text behind a figure was checked: V read in the regulation, V2 read in a secondary page, U known but not
 * found in a page, S stated by a city's own account of its practice, local decided by the authority that runs the system.
 */
export type Confidence = 'V' | 'V2' | 'U' | 'S' | 'local'

export interface Citation {
  document: string
  article: string
  confidence: Confidence
}

export const cite = (document: string, article: string, confidence: Confidence): Citation => ({
  document,
  article,
  confidence,
})

/** Missing is a result, not 0: `needs` names the facts that are wanted. */
export type Outcome<V> = { kind: 'value'; value: V } | { kind: 'missing'; needs: readonly string[] }

export const value = <V>(v: V): Outcome<V> => ({ kind: 'value', value: v })
export const missing = (...needs: string[]): { kind: 'missing'; needs: readonly string[] } => ({
  kind: 'missing',
  needs,
})

export interface RuleVersion<P> extends Version {
  /** The day someone last compared this version with its source. */
  checkedOn: Day
  cite: Citation
  params: P
}

export interface RuleInForce<I, P, V> extends RuleVersion<P> {
  compute(input: I): Outcome<V>
}

export interface Rule<I, P, V> {
  id: string
  title: Bilingual
  /** What the value is counted in; 'verdicts' when it is a list of remarks. */
  unit: string
  versions: readonly RuleVersion<P>[]
  /** The version in force on that day. Fails before the first version, in a gap and after a repeal: never "the latest". */
  at(day: Day): RuleInForce<I, P, V>
}

/** What the reports need of any rule, whatever it computes. */
export type AnyRule = Pick<Rule<never, unknown, unknown>, 'id' | 'title' | 'unit' | 'versions'>

/** Declares a dated rule. Fails at load with BadVersions when a day is none, a period is empty, or versions overlap. */
export function defineRule<I, P, V>(spec: {
  id: string
  title: Bilingual
  unit: string
  versions: readonly RuleVersion<P>[]
  compute(input: I, params: P, source: Citation): Outcome<V>
}): Rule<I, P, V> {
  const { id, title, unit, compute } = spec
  const inOrder = checkedVersions(id, spec.versions)
  return {
    id,
    title,
    unit,
    versions: inOrder,
    at(day) {
      const version = inForce(id, inOrder, day)
      return { ...version, compute: input => compute(input, version.params, version.cite) }
    },
  }
}

function checkedVersions<P>(id: string, all: readonly RuleVersion<P>[]): readonly RuleVersion<P>[] {
  if (all.length === 0) throw new BadVersions(`rule ${id} has no version`)
  const unchecked = all.find(v => !isDay(v.checkedOn))
  if (unchecked) throw new BadVersions(`rule ${id}: checked on '${unchecked.checkedOn}', expected YYYY-MM-DD`)
  try {
    return versions(all)
  } catch (cause) {
    throw new BadVersions(`rule ${id}: ${cause instanceof Error ? cause.message : ''}`, { cause })
  }
}

function inForce<P>(id: string, all: readonly RuleVersion<P>[], day: Day): RuleVersion<P> {
  try {
    return versionAt(all, day)
  } catch (cause) {
    if (!(cause instanceof NotInForce)) throw cause
    const covered = all.map(v => `${v.from}—${v.until ?? ''}`).join(', ')
    throw new NotInForce(
      `规则${id}在${day}没有施行的文本，现有：${covered} / rule ${id} has no version in force on ${day}; it covers ${covered}`,
      { cause },
    )
  }
}

/**
 * Versions nobody has compared with their source for more than a year. Versions that had ended by `today` are left out:
 * their text can no longer change. Nothing stops working because of this list.
 */
export function staleRules(
  rules: readonly AnyRule[],
  today: Day,
): { id: string; from: Day; checkedOn: Day; cite: Citation }[] {
  return rules.flatMap(rule =>
    rule.versions
      .filter(v => (v.until === null || v.until > today) && addMonths(v.checkedOn, 12) < today)
      .map(v => ({ id: rule.id, from: v.from, checkedOn: v.checkedOn, cite: v.cite })),
  )
}
