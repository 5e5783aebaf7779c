import type { Table } from './expectation.ts'
import { table as meetingLife } from './table/activity/meeting-life.ts'
import { table as supervision } from './table/activity/supervision.ts'
import { table as appraisal } from './table/appraisal.ts'
import { table as cycle } from './table/cycle.ts'
import { table as desk } from './table/desk.ts'
import { table as disclosure } from './table/disclosure.ts'
import { table as facts } from './table/facts.ts'
import { table as fulfilment } from './table/fulfilment.ts'
import { table as identity } from './table/identity.ts'
import { table as membership } from './table/membership.ts'
import { table as organization } from './table/organization.ts'
import { table as pledge } from './table/pledge.ts'
import { table as roster } from './table/roster.ts'
import { table as assessment } from './table/scheme/assessment.ts'
import { table as scheme } from './table/scheme/scheme.ts'

/** Who may do what to what, written by hand from the requirements and never from the policies it is compared with. */
export const table: Table = {
  ...identity,
  ...organization,
  ...membership,
  ...roster,
  ...facts,
  ...cycle,
  ...pledge,
  ...disclosure,
  ...fulfilment,
  ...meetingLife,
  ...supervision,
  ...appraisal,
  ...scheme,
  ...assessment,
  ...desk,
}
