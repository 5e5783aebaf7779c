import type { Light } from '@jiannuo/contract/pledge/fulfilment.ts'
import type { Change } from '../../../platform/http/serve.ts'
import { litPledgesIn } from './lit-pledges.ts'

const SHOWN_PEOPLE = 6

/** How the members of a branch stand: people under their worst item, and those who need a word, each with the worst item's reason. */
export async function branchLights(change: Change, unitId: string) {
  const people = (await litPledgesIn(change, unitId)).flatMap(p => (p.items[0] ? [{ ...p, worst: p.items[0] }] : []))
  const counts: Record<Light, number> = { red: 0, yellow: 0, none: 0, green: 0, grey: 0 }
  for (const { worst } of people) counts[worst.light]++
  const concerned = [
    ...people.filter(p => p.worst.light === 'red'),
    ...people.filter(p => p.worst.light === 'yellow'),
  ].slice(0, SHOWN_PEOPLE)
  return {
    counts,
    of: people.length,
    people: concerned.map(p => ({
      pledgeId: p.id,
      name: p.personName,
      light: p.worst.light,
      items: p.items.filter(i => i.light === 'red' || i.light === 'yellow').length,
      title: p.worst.title,
      reason: p.worst.reason,
    })),
  }
}
