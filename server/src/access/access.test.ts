import { describe, expect, it } from 'vitest'
import { table } from './table.ts'
import { nameOf, servedRoutes } from './walk/served.ts'

describe('the access table', () => {
  it('has an entry for every route and no entry too many', () => {
    const missing = servedRoutes.map(r => nameOf(r.route)).filter(name => !(name in table))
    const left = Object.keys(table).filter(name => !servedRoutes.some(r => nameOf(r.route) === name))
    const say = `every route needs one entry in server/src/access/table/<module>.ts: who may, in which relation, who meets 403, who 404`
    expect({ missing, left }, say).toEqual({ missing: [], left: [] })
  })

  it('says public exactly of the routes that are', () => {
    for (const { route, access } of servedRoutes)
      expect(table[nameOf(route)]?.public ?? false, nameOf(route)).toBe(access === 'public')
  })
})
