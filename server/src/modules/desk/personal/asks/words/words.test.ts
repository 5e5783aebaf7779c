import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { AskRow } from '../../sql.ts'
import { OFFICE_WORDS } from './office-words.ts'
import { OWN_WORDS } from './own-words.ts'

const first: AskRow = {
  capacity_key: 'member',
  kind: 'rectify',
  object_id: 'o',
  person_name: '陈砚青',
  unit_id: 'u',
  unit_name: '规划支部',
  level: 'branchSecretary',
  due_on: null,
  since: null,
  amount: 2,
  detail: '资料归档',
  say: { zh: '落后', en: 'behind' },
}
const group = { first, n: 2, names: { zh: '陈砚青', en: '陈砚青' }, year: 2026, rises: '机关党委' }

/** Addresses of the web application's pages, `$id` standing for one part. */
const routes = readFileSync(new URL('../../../../../../../web/src/app/routes.ts', import.meta.url), 'utf8')
const pages = [...routes.matchAll(/page\(\s*'(\/[^']*)'/g)].map(
  found => new RegExp(`^${found[1]!.replaceAll(/\$\w+/g, '[^/]+')}$`),
)

it.each(Object.entries({ ...OWN_WORDS, ...OFFICE_WORDS }))(
  '%s says what, why, what next and where, in both languages and calmly',
  (_kind, words) => {
    const said = words(group)
    for (const { zh, en } of [said.title, said.why, said.action, said.next]) {
      expect(zh).toMatch(/\S/)
      expect(en).toMatch(/\S/)
      expect(zh).not.toMatch(/[！~]|undefined|null/)
      expect(en).not.toMatch(/[!~，。]|undefined|null/)
    }
    expect(said.action.zh.length).toBeLessThanOrEqual(6)
    expect(
      pages.some(page => page.test(said.link)),
      said.link,
    ).toBe(true)
    expect(said.minutes).toBeGreaterThan(0)
  },
)
