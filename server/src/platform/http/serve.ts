import type { Readable } from 'node:stream'
import type { AnyRoute, Input, Reply } from '@jiannuo/contract/route.ts'
import type { Both, Day } from '@jiannuo/contract/values.ts'
import type { PersonalRecord } from '../audit/note-view.ts'
import type { Tx } from '../database/connect.ts'
import type { FactInput } from '../facts/record-fact.ts'
import type { Files } from '../files/files.ts'
import type { Message } from '../inbox/inform.ts'
import type { Settings } from '../settings.ts'
import type { Actor, Policy } from './actor.ts'

export type Language = 'zh' | 'en'

/** What every handler works with; the transaction is opened before and committed after it by the platform. */
export interface Context {
  tx: Tx
  now: Date
  today: Day
  language: Language
  requestId: string
  address: string
  device: string
  settings: Settings
  files: Files
  /** Key derived for one purpose from the installation's key (sealed fields, codes). */
  key: (purpose: string) => Buffer
  /** Runs after the commit and before the answer is sent; a failure there is logged and changes no answer. */
  after: (task: () => Promise<unknown>) => void
  /** Runs in a transaction of its own after this one was rolled back: what must be kept although the request failed. */
  afterRollback: (task: (tx: Tx) => Promise<unknown>) => void
  /** The session cookie: its present secret, and how to replace or clear it. */
  session: { secret: string | null; set: (secret: string | null) => void }
  /** The body of an upload route, and its declared name. */
  upload?: { stream: Readable; name: string; bytes: number | null }
}

export interface Change extends Context {
  actor: Actor
  /** Writes the audit row of this change in the same transaction; `values` are kept as a hash only. */
  audit: (action: string, objectId: string, about?: { unitId?: string | null; values?: unknown }) => Promise<void>
  /** Appends to the fact ledger in the same transaction. */
  record: (fact: FactInput) => Promise<string>
  /** Puts a message into persons' inboxes; the same kind and object reaches a person once. */
  inform: (personIds: readonly string[], message: Message) => Promise<void>
}

export interface Download {
  body: Buffer | Readable
  fileName: string
}
type Answer<T extends AnyRoute> = T extends { download: string } ? Download : Reply<T>

interface Shows<F> {
  record: PersonalRecord
  of: (facts: F) => string | null
}

interface Handler<T extends AnyRoute, F> {
  /** Loads what the policy looks at; null means there is no such thing. Left out when the policy needs only the actor. */
  facts?: (change: Change, input: Input<T>) => Promise<F | null>
  policy: Policy<F>
  /** Whose personal record the answer shows; the look is noted for that person (trust 3). Null: not a person's. */
  shows?: Shows<F>
  run: (change: Change, input: Input<T>, facts: F) => Promise<Answer<T> | Download>
}

export interface Served {
  route: AnyRoute
  access: 'session' | 'public'
  facts?: (change: Change, input: never) => Promise<unknown>
  policy?: Policy<never>
  shows?: Shows<never>
  run: (context: never, input: never, facts: never) => Promise<unknown>
}

/** Binds a route of the contract to its policy and use case. Without a policy it does not compile. */
export function serve<T extends AnyRoute, F = undefined>(route: T, handler: Handler<T, F>): Served {
  return { route, access: 'session', ...handler } as Served
}

/** A route that works before sign-in. It sees no rows but through the definer functions made for it. */
export function servePublic<T extends AnyRoute>(
  route: T,
  run: (context: Context, input: Input<T>) => Promise<Answer<T> | Download>,
): Served {
  return { route, access: 'public', run } as Served
}

export const both = (zh: string, en: string): Both => ({ zh, en })
