import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../testing/city.ts'
import { createAccounts } from './create-accounts.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

it('makes the accounts of 21,365 members within seconds', async () => {
  await city.owner.query("select open_job_session($1, 'test', gen_random_uuid(), encode(sha256('job'), 'hex'))", [
    city.authorityId,
  ])
  const people = Array.from({ length: 21_365 }, (_, i) => ({
    personId: crypto.randomUUID(),
    login: `party-${i}`,
    name: `党员${i}`,
  }))
  const began = performance.now()
  const given = await city.platform.db.transaction().execute(async tx => {
    await tx
      .selectNoFrom(eb => eb.fn('set_config', [eb.val('jiannuo.session'), eb.val('job'), eb.val(true)]).as('set'))
      .execute()
    return createAccounts(tx, city.authorityId, people, new Date('2026-03-02T01:00:00Z'))
  })
  const seconds = (performance.now() - began) / 1000
  expect(given).toHaveLength(21_365)
  expect(new Set(given.map(g => g.code)).size).toBe(21_365)
  expect(seconds).toBeLessThan(10)
})
