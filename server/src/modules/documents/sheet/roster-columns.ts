import type { SheetSpec } from './column-spec.ts'
import { MEMBERS } from './roster/member-columns.ts'
import { POSTS } from './roster/post-columns.ts'
import { UNITS } from './roster/unit-columns.ts'

/** The sheets of the roster: units, members and who holds which post. One description serves template, import and export. */
export const ROSTER_SHEETS: SheetSpec[] = [UNITS, MEMBERS, POSTS]
