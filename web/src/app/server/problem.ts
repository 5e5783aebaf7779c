import type { ErrorCode, Problem } from '@jiannuo/contract/errors.ts'
import { language } from '../../i18n/language.ts'
import { appWords } from '../words.ts'

/** What the browser itself has to report, where no problem document arrived. */
type OwnCode = 'NETWORK' | 'UNREADABLE' | 'STALE'

/** Every failure of a call. The sentences come from the server in the reader's language, or from words.ts. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly code: ErrorCode | OwnCode
  /** 0 when no answer came. */
  readonly status: number
  readonly detail: string
  readonly next: string
  readonly requestId: string | undefined
  /** One sentence per field, by JSON pointer: `/items/1/target`. */
  readonly fields: Readonly<Record<string, string>>

  constructor(
    problem: Pick<ProblemError, 'code' | 'status' | 'detail' | 'next'> & Partial<Pick<Problem, 'requestId' | 'errors'>>,
  ) {
    super(problem.detail)
    this.code = problem.code
    this.status = problem.status
    this.detail = problem.detail
    this.next = problem.next
    this.requestId = problem.requestId
    this.fields = Object.fromEntries((problem.errors ?? []).map(({ pointer, detail }) => [pointer, detail]))
  }
}

export function ownProblem(code: OwnCode, status: number, requestId?: string) {
  const words = appWords[language()]
  const sentences = {
    NETWORK: { detail: words.network, next: words.networkNext },
    UNREADABLE: { detail: words.unreadable, next: words.unreadableNext },
    STALE: { detail: words.stale, next: words.staleNext },
  }
  return new ProblemError({ code, status, requestId, ...sentences[code] })
}

/** The sentences for anything thrown, for `Failed`: a failed chunk or reply after an update, or a fault of ours. */
export function troubleOf(error: unknown): { detail: string; next: string; requestId?: string; status?: number } {
  if (error instanceof ProblemError) return error
  const words = appWords[language()]
  if (error instanceof TypeError && /import|module/i.test(error.message))
    return { detail: words.stale, next: words.staleNext }
  return { detail: words.unexpected, next: words.unexpectedNext }
}
