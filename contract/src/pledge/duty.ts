import { z } from 'zod'
import { route } from '../route.ts'
import { Both, Day, Id, Instant, Level, line, text } from '../values.ts'
import { DraftItem } from './pledge.ts'

/** One concrete duty. `own` duties were added by the city's work committee, the others are the same in every city. */
export const Duty = z.object({
  id: Id,
  level: Level,
  orientation: Both,
  title: Both,
  source: z.string(),
  leadingCadre: z.boolean(),
  own: z.boolean(),
})
export type Duty = z.output<typeof Duty>

export const listDuties = route({
  method: 'GET',
  path: '/duties',
  summary: 'The duty catalogue of the four levels, or of one',
  query: z.strictObject({ level: Level.optional() }),
  reply: z.object({ duties: z.array(Duty), mayManage: z.boolean() }),
})

export const addDuty = route({
  method: 'POST',
  path: '/duties',
  summary: 'Add a duty of the city’s own to a level',
  body: z.strictObject({
    level: Level,
    orientation: line(30),
    title: line(120),
    titleEn: line(200),
    source: line(120),
    leadingCadre: z.boolean().default(false),
    from: Day.optional(),
  }),
  reply: Duty,
})

export const endDuty = route({
  method: 'POST',
  path: '/duties/:dutyId/end',
  summary: 'End a duty of the city’s own; pledges that name it keep it',
  params: z.strictObject({ dutyId: Id }),
  body: z.strictObject({ until: Day }),
})

/** 岗位职责说明: what the post is in charge of, what it decides, how well it is done, who answers for it. */
const Described = {
  position: line(60),
  scope: text(1000),
  power: text(1000),
  standard: text(1000),
  accountability: text(1000),
}
export const Description = z.object({
  personId: Id,
  personName: z.string(),
  unitId: Id,
  unitName: z.string(),
  described: z.object({ ...Described, updatedAt: Instant }).nullable(),
  mayEdit: z.boolean(),
})
export type Description = z.output<typeof Description>
const PersonParams = z.strictObject({ personId: Id })

export const readDescription = route({
  method: 'GET',
  path: '/duty-descriptions/:personId',
  summary: 'The duty description of one person’s post',
  params: PersonParams,
  reply: Description,
})
export const writeDescription = route({
  method: 'PUT',
  path: '/duty-descriptions/:personId',
  summary: 'Write the duty description of one person’s post',
  params: PersonParams,
  body: z.strictObject(Described),
  reply: Description,
})
export const listDescriptions = route({
  method: 'GET',
  path: '/duty-descriptions',
  summary: 'Who in the units in view has a duty description and who has none, those without first',
  reply: z.object({
    people: z.array(
      z.object({ personId: Id, personName: z.string(), unitName: z.string(), position: z.string().nullable() }),
    ),
    more: z.boolean(),
  }),
})

/** A shipped model an organ starts from: the items of each level. */
const Content = z.object({ level: Level, items: z.array(DraftItem) })
export const Template = z.object({ id: Id, title: Both, note: Both, levels: z.array(Content) })
export type Template = z.output<typeof Template>

export const listTemplates = route({
  method: 'GET',
  path: '/pledge-templates',
  summary: 'Models to start from, what the caller’s organ has adopted, and how many organs have',
  reply: z.object({
    year: z.number().int().nullable(),
    templates: z.array(Template),
    adopted: z.object({ templateId: Id, adoptedAt: Instant, levels: z.array(Content) }).nullable(),
    mayAdopt: z.boolean(),
    coverage: z.object({ organs: z.number().int(), adopted: z.number().int() }),
  }),
})

export const adoptTemplate = route({
  method: 'PUT',
  path: '/pledge-templates/adoption',
  summary: 'Adopt a model for one’s organ in the year in hand, with the items as adapted',
  body: z.strictObject({
    templateId: Id,
    levels: z.array(z.strictObject({ level: Level, items: z.array(DraftItem).max(10) })).max(4),
  }),
  errors: ['NO_CYCLE'],
})
