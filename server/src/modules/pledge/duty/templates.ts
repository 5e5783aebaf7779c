import type { Template } from '@jiannuo/contract/pledge/duty.ts'
import { LEVELS } from '@jiannuo/contract/values.ts'
import { PLEDGE_TEMPLATES, startPledge } from '@jiannuo/rules/pledge/templates.ts'
import { ruleLevel, shippedId } from './catalogue.ts'

/** The shipped models for a year, with a list of items for each level they have. */
export const templatesFor = (year: number): Template[] =>
  PLEDGE_TEMPLATES.map(template => ({
    id: shippedId('template', template.id),
    title: template.title,
    note: template.note,
    levels: LEVELS.flatMap(level => {
      const items = startPledge(template, ruleLevel(level), year)
      return items.length === 0
        ? []
        : [
            {
              level,
              items: items.map(({ id: _, ...item }) => ({
                ...item,
                dutyId: item.dutyId && shippedId('duty', item.dutyId),
              })),
            },
          ]
    }),
  }))
