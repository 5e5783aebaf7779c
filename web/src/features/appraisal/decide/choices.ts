import type { readResults } from '@jiannuo/contract/appraisal/result.ts'
import type { Reply } from '@jiannuo/contract/route.ts'

export type Results = Reply<typeof readResults>
export type ResultsRow = Results['rows'][number]
/** What the meeting has chosen so far, by subject. */
export type Choices = Record<string, { grade: string; reason: string }>
