import { type Policy, role } from '../http/actor.ts'

/** The calendar is the whole city's: its work committee keeps it. */
export const mayChangeCalendar: Policy<unknown> = role('workCommittee')
