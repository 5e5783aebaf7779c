import { MEETING_LIFE_ERRORS } from './errors/activity/meeting-life.ts'
import { REMINDER_ERRORS } from './errors/activity/reminder.ts'
import { SUPERVISION_ERRORS } from './errors/activity/supervision.ts'
import { APPRAISAL_ERRORS } from './errors/appraisal.ts'
import { CYCLE_ERRORS } from './errors/cycle.ts'
import { DISCLOSURE_ERRORS } from './errors/disclosure.ts'
import { FACT_ERRORS } from './errors/facts.ts'
import { FULFILMENT_ERRORS } from './errors/fulfilment.ts'
import { IDENTITY_ERRORS } from './errors/identity.ts'
import { MEMBERSHIP_ERRORS } from './errors/membership.ts'
import { ORGANIZATION_ERRORS } from './errors/organization.ts'
import { PLATFORM_ERRORS } from './errors/platform.ts'
import { PLEDGE_ERRORS } from './errors/pledge.ts'
import { ROSTER_ERRORS } from './errors/roster.ts'

/** Every failure a caller can meet, by code. The only such table; each module keeps its part in `errors/`. */
export const ERRORS = {
  ...PLATFORM_ERRORS,
  ...IDENTITY_ERRORS,
  ...ORGANIZATION_ERRORS,
  ...MEMBERSHIP_ERRORS,
  ...CYCLE_ERRORS,
  ...ROSTER_ERRORS,
  ...FACT_ERRORS,
  ...PLEDGE_ERRORS,
  ...DISCLOSURE_ERRORS,
  ...FULFILMENT_ERRORS,
  ...MEETING_LIFE_ERRORS,
  ...SUPERVISION_ERRORS,
  ...REMINDER_ERRORS,
  ...APPRAISAL_ERRORS,
}

export type ErrorCode = keyof typeof ERRORS
export type ErrorData<C extends ErrorCode> = Parameters<(typeof ERRORS)[C]['say']>[0]

/** RFC 9457 problem document as the server sends it, sentences already in the caller's language. */
export interface Problem {
  type: string
  title: string
  status: number
  code: ErrorCode
  detail: string
  next: string
  requestId: string
  errors?: { pointer: string; detail: string }[]
}
