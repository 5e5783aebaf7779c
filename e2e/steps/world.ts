import type { Browser } from 'playwright-core'
import type { Product } from '../product.ts'
import type { Caller, Person } from './person.ts'
import type { Cast } from './roster-file.ts'

/** The people shown at a browser: committees at 1280 px, a member and the secretaries at 375 px. */
export const SHOWN = ['staff', 'city', 'organ', 'group', 'branch', 'member', 'colleague'] as const
export type Shown = (typeof SHOWN)[number]

/** What one step leaves to the next. */
export interface World {
  product: Product
  browser: Browser
  roster: string
  cast: Cast
  /** One-time codes by login. */
  codes: Map<string, string>
  /** Everybody signed in, by login; those shown stand in both. */
  callers: Map<string, Caller>
  at: Record<Shown, Person>
  /** Ids and names that a later step comes back to. */
  kept: Map<string, string>
}

export type Step = readonly [title: string, run: (world: World) => Promise<void>]

export function keptIn(world: World, key: string): string {
  const value = world.kept.get(key)
  if (value === undefined) throw new Error(`no step kept ${key}`)
  return value
}
