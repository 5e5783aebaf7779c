import type { Bonus } from './indicators/bonus.ts'
import type { Choice } from './indicators/choice.ts'
import type { Deduct } from './indicators/deduct.ts'
import type { Given } from './indicators/given.ts'
import type { Linear } from './indicators/linear.ts'
import type { MissingPolicy, Panel } from './indicators/panel.ts'
import type { Place } from './indicators/place.ts'
import type { Ratio } from './indicators/ratio.ts'
import type { Steps } from './indicators/steps.ts'

export type { MissingPolicy }

/** Both languages of what a reader sees; `en` may be left out in a scheme of a user's own. */
export interface Title {
  zh: string
  en?: string
}

/** A decimal, or a fraction such as '1/3', taken exactly. */
export type Share = number | string

export type FactMethod = Linear | Steps | Deduct | Bonus | Place | Choice | Given
export type Method = FactMethod | Ratio | Panel

interface Named {
  id: string
  title?: Title
  /** Id of the clause it rests on. */
  cite?: string
}

export type Indicator = Named & { missing?: MissingPolicy } & (
    | { fact: string; method: FactMethod }
    | { fact?: undefined; method: Ratio | Panel }
  )

export interface Group extends Named {
  max: number
  indicators: Indicator[]
}

export type Coupling = { with: string; cite?: string } & (
  | { form: 'relative'; gain?: number; floor?: number; ceiling?: number; scope?: string }
  | { form: 'product'; full: number; floor?: number; ceiling?: number }
  | { form: 'gate'; below: number; gradeAtMost: string }
)

export interface Adjustment extends Named {
  fact: string
  each: number
  cap?: number
  recoverable?: string
}

export interface Rank {
  scope: string
  /** Facts, higher first; `-fact` lower first; a missing one comes last. */
  tieBreakers?: string[]
}

export interface Cap {
  share: Share
  scope?: string
  /** `all`: the share is taken of all rows of the scope, not only of those scored and graded. */
  of?: 'all'
}

export interface Grade {
  grade: string
  atLeast: number
  cap?: Cap
  title?: Title
  cite?: string
}

export interface Star {
  stars: number
  atLeast: number
  cap?: Cap
  cite?: string
}

export type Condition =
  | { fact: string; atLeast: number }
  | { fact: string; below: number }
  | { bottom: Share; of: string; scope?: string }

/** A veto or a gate: both take the same keys; only vetoes are listed in the result. */
export interface Gate extends Named {
  when: Condition
  gradeAtMost?: string
  starsAtMost?: number
  zero?: true
  bars?: string[]
}

export interface RollUpLevel {
  scope: string
  by: 'mean' | 'median'
  from?: string
  weight?: string
  own?: string
  ownWeight?: Share
}

export interface Scheme {
  scheme: string
  version: number
  title?: Title
  cite?: string
  subject: string
  year: number
  period?: string
  decimals?: number
  missing?: MissingPolicy
  scopes?: string[]
  groups: Group[]
  coupling?: Coupling
  adjustments?: Adjustment[]
  bonusCap?: number
  deductionCap?: number
  limits?: { min?: number; max?: number }
  rank?: Rank[]
  ungraded?: string
  grades?: Grade[]
  vetoes?: Gate[]
  gates?: Gate[]
  lights?: { green: number; yellow: number }
  stars?: Star[]
  rollUp?: RollUpLevel[]
  overrides?: { fact: string; decision: string }[]
}

/** The scope that holds every row and needs no column. */
export const EVERYONE = 'all'
