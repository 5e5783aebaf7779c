import type { Bilingual, Citation } from '../rule.ts'

/**
 * What a value counts: share 0…1, count, hours, days, points (0 to `max`, 100 unless said), mark 1 = yes, yuan, rank (1 is best),
 * label (one of `labels`; the ledger holds its position from 1).
 */
export const FACT_UNITS = ['share', 'count', 'hours', 'days', 'points', 'mark', 'yuan', 'rank', 'label'] as const
export type FactUnit = (typeof FACT_UNITS)[number]

/** What a scheme needs to know of a fact. */
export interface SchemeFact {
  id: string
  title: Bilingual
  unit: FactUnit
}

/** `up`: more is better; `down`: less is better; `none`: neither. */
export const DIRECTIONS = ['up', 'down', 'none'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const FACT_PERIODS = ['month', 'quarter', 'halfYear', 'year'] as const
export type FactPeriod = (typeof FACT_PERIODS)[number]

/**
 * How records within a period become its value: `sum`; `last`, the latest day; `mean` of the records; `any`, 1 when the sum is above 0;
 * `derived`, computed from other records by the module that keeps them. A record made for exactly this period goes before those within it.
 */
export const READINGS = ['sum', 'last', 'mean', 'any', 'derived'] as const
export type Reading = (typeof READINGS)[number]

export const FACT_SUBJECTS = ['member', 'secretary', 'section', 'branch', 'organ'] as const
export type FactSubject = (typeof FACT_SUBJECTS)[number]

export const FACT_SOURCES = ['pledge', 'roster', 'meeting-life', 'supervision', 'appraisal', 'import'] as const
export type FactSource = (typeof FACT_SOURCES)[number]

/** Who may see a person's or unit's value, each including those before: the subject, its unit's committee, the leadership, everybody. */
export const VISIBILITIES = ['self', 'unit', 'leadership', 'public'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** One fact of the catalogue. */
export interface Fact extends SchemeFact {
  direction: Direction
  periods: readonly FactPeriod[]
  reading: Reading
  about: readonly FactSubject[]
  /** The module that records it; the import and the entry in a round are open to every fact that is not `derived`. */
  source: FactSource
  visibility: Visibility
  /** `activity` in an app (log-ins, time online, likes, uploads) can be no input of an appraisal; everything else is work. */
  kind: 'work' | 'activity'
  /** Largest value of points; 100 when absent. */
  max?: number
  labels?: readonly SchemeFact['title'][]
  /** The rule that defines it, where one does. */
  cite?: Citation
}

/** How a period of records is read when nothing else is said: what can be added is added, a mark is set by any record. */
export const READING_OF: Record<FactUnit, Reading> = {
  share: 'last',
  count: 'sum',
  hours: 'sum',
  days: 'sum',
  points: 'last',
  mark: 'any',
  yuan: 'sum',
  rank: 'last',
  label: 'last',
}

/** The largest value that can be true, by unit; the smallest is 0, of a rank and a label 1. */
export function largest({ unit, max, labels }: Pick<Fact, 'unit' | 'max' | 'labels'>): number {
  if (unit === 'share' || unit === 'mark') return 1
  if (unit === 'points') return max ?? 100
  if (unit === 'label') return labels?.length ?? 1
  return unit === 'yuan' ? 999_999_999 : 10_000
}
export const smallest = (unit: FactUnit): number => (unit === 'rank' || unit === 'label' ? 1 : 0)
/** Counted in whole numbers. */
export const isWhole = (unit: FactUnit): boolean => ['count', 'mark', 'rank', 'label'].includes(unit)
