import * as api from '@jiannuo/contract/pledge/duty.ts'
import { anyMember } from '../../../platform/http/actor.ts'
import { type Change, serve } from '../../../platform/http/serve.ts'
import { adoptionFacts, adoptTemplate, listTemplates } from './adopt-template.ts'
import { readDescription, writeDescription } from './describe-post.ts'
import { addDuty, endDuty, listDuties } from './manage-duties.ts'
import { mayAdopt, mayListDescriptions, mayManageDuties, mayReadDescription, mayWriteDescription } from './policy.ts'
import * as sql from './sql.ts'

/** Longer lists are for the search, not for reading. */
const MOST_PEOPLE = 300

const person = ({ tx, actor, today }: Change, { params }: { params: { personId: string } }) =>
  sql.describedPerson(tx, actor.authorityId, params.personId, today)

export const routes = [
  serve(api.listDuties, { policy: anyMember, run: listDuties }),
  serve(api.addDuty, { policy: mayManageDuties, run: addDuty }),
  serve(api.endDuty, { policy: mayManageDuties, run: endDuty }),
  serve(api.listDescriptions, {
    policy: mayListDescriptions,
    run: async ({ tx, actor, today }) => {
      const rows = await sql.describedPeople(tx, actor.authorityId, today, MOST_PEOPLE + 1)
      const people = rows
        .slice(0, MOST_PEOPLE)
        .map(r => ({ personId: r.person_id, personName: r.person_name, unitName: r.unit_name, position: r.position }))
      return { people, more: rows.length > MOST_PEOPLE }
    },
  }),
  serve(api.readDescription, {
    facts: person,
    policy: mayReadDescription,
    shows: { record: 'duty', of: described => described.person_id },
    run: readDescription,
  }),
  serve(api.writeDescription, { facts: person, policy: mayWriteDescription, run: writeDescription }),
  serve(api.listTemplates, { facts: adoptionFacts, policy: anyMember, run: listTemplates }),
  serve(api.adoptTemplate, { facts: adoptionFacts, policy: mayAdopt, run: adoptTemplate }),
]
