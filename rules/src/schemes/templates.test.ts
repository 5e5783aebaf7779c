import { checkScheme } from '@jiannuo/engine/scheme.ts'
import { factsOf } from '@jiannuo/engine/scheme-facts.ts'
import { describe, expect, test } from 'vitest'
import { SOURCE_TITLES } from '../appraisal/sources.ts'
import { factById } from '../facts/catalogue.ts'
import { GROUNDS } from './grounds.ts'
import { citesIn } from './template/cites-in.ts'
import { FAMILIES } from './template/template.ts'
import { SCHEME_TEMPLATES } from './templates.ts'

const YEARS = [2026, 2030]
const PERSONS = ['member', 'secretary', 'person', 'branchSecretary', 'organCommitteeSecretary', 'partyGroupSecretary']
const both = { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[^\p{Script=Han}]*$/u) }

test('ids are unique', () => {
  const ids = SCHEME_TEMPLATES.map(each => each.id)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
})

test('facts of one id are one fact', () => {
  const byId = Map.groupBy(
    SCHEME_TEMPLATES.flatMap(each => each.facts),
    each => each.id,
  )
  for (const [id, all] of byId)
    expect({ id, kinds: new Set(all.map(each => JSON.stringify(each))).size }).toEqual({ id, kinds: 1 })
})

describe.each(SCHEME_TEMPLATES.map(each => [each.id, each] as const))('%s', (id, template) => {
  const ids = template.facts.map(each => each.id)
  test.each(YEARS)('is a valid scheme of %i over its facts, which it all reads', year => {
    const scheme = template.forYear(year)
    expect(checkScheme(scheme, template.facts)).toEqual({ scheme })
    expect(new Set(factsOf(scheme).map(use => use.fact))).toEqual(new Set(ids))
    expect(scheme).toMatchObject({ scheme: id, subject: template.subject, title: template.title, year })
  })
  test('names sources with confidence and where they were read, and what is left out', () => {
    expect(template.sources.length).toBeGreaterThan(0)
    for (const source of template.sources)
      expect(source).toMatchObject({
        document: expect.stringMatching(/./),
        article: expect.stringMatching(/./),
        confidence: expect.stringMatching(/^(V|V2|U|S|local)$/),
        readIn: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) },
      })
    expect(template.leftOut.length).toBeGreaterThan(0)
    for (const each of template.leftOut) expect(each).toMatchObject(both)
    expect(FAMILIES).toContain(template.family)
  })
  test('every part has a title and a ground that is listed', () => {
    const { groups, adjustments = [], vetoes = [], gates = [], grades = [] } = template.forYear(2026)
    for (const each of [
      ...groups.flatMap(group => [group, ...group.indicators]),
      ...adjustments,
      ...vetoes,
      ...gates,
      ...grades,
    ])
      expect(each.title, JSON.stringify(each)).toMatchObject({ zh: expect.any(String), en: expect.any(String) })
    for (const cite of citesIn(template.forYear(2026))) expect(Object.keys(GROUNDS)).toContain(cite)
  })
  test('R4.8 shows nothing of persons and ranks none', () => {
    if (!PERSONS.includes(template.subject)) return
    expect(template.publicScores).toBe('none')
    expect(template.forYear(2026).rank).toBeUndefined()
  })
})

test('a fact means in a template what the catalogue says', () => {
  for (const { id, title, unit, direction } of SCHEME_TEMPLATES.flatMap(each => each.facts))
    expect(factById(id)).toMatchObject({ id, title, unit, direction })
})

test('every source of ratings has a name', () => {
  const methods = SCHEME_TEMPLATES.flatMap(each => each.forYear(2026).groups).flatMap(group => group.indicators)
  const sources = methods.flatMap(({ method }) => (method.kind === 'panel' ? method.sources : []))
  expect(Object.keys(SOURCE_TITLES)).toEqual(expect.arrayContaining(sources.map(each => each.source)))
})

test('every ground is cited', () => {
  const cited = new Set(SCHEME_TEMPLATES.flatMap(each => citesIn(each.forYear(2026))))
  expect(Object.keys(GROUNDS).filter(id => !cited.has(id))).toEqual([])
})
