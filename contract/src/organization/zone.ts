import { z } from 'zod'
import { route } from '../route.ts'
import { Day, Id, line } from '../values.ts'

const Organ = z.object({ id: Id, name: z.string() })
/** The division of the city into cooperation zones (协作区) that holds on a day; one holds until the next begins. */
export const Zoning = z.object({
  /** Null before the first division. */
  from: Day.nullable(),
  document: z.string().nullable(),
  zones: z.array(z.object({ name: z.string(), organs: z.array(Organ) })),
  /** Organs in no zone. */
  free: z.array(Organ),
  /** Every division, the last first. */
  history: z.array(z.object({ from: Day, document: z.string(), setBy: z.string() })),
  mayDivide: z.boolean(),
})
export type Zoning = z.output<typeof Zoning>

export const readZones = route({
  method: 'GET',
  path: '/organization/zones',
  summary: 'Cooperation zones with their organs as of a day, today unless given, and the earlier and coming divisions',
  query: z.strictObject({ on: Day.optional() }),
  reply: Zoning,
})
export const divideZones = route({
  method: 'PUT',
  path: '/organization/zones',
  summary: 'Divide the organs into zones from a day on; a division that begins on the same day is replaced',
  body: z.strictObject({
    from: Day,
    document: line(120),
    zones: z.array(z.strictObject({ name: line(40), organIds: z.array(Id).min(1).max(2000) })).max(200),
  }),
  reply: Zoning,
})
