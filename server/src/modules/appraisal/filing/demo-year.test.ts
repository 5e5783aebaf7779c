import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectApp } from '../../../platform/database/connect.ts'
import { openDemoCity } from '../../../testing/demo-city.ts'
import { gatherInput, sealInput } from '../result/gather-input.ts'
import { schemeById } from '../scheme/sql.ts'
import { roundById } from '../sql.ts'
import { replayAll } from './replay.ts'

let city: Awaited<ReturnType<typeof openDemoCity>>
let owner: ReturnType<typeof connectApp>
beforeAll(async () => {
  city = await openDemoCity()
  owner = connectApp(city.ownerUrl, 1)
})
afterAll(async () => {
  await owner.db.destroy()
  await city.close()
})

describe('R0.9 the filed year of the demo', () => {
  it('every filing computes to the same bytes', async () => {
    const replays = await owner.db.transaction().execute(tx => replayAll(tx, city.authorityId))
    expect(replays.length).toBeGreaterThan(10)
    expect(replays.filter(each => !each.intact)).toEqual([])
  })

  it('what is filed is what the tables say: pledges, facts, slips of valid sittings and named ratings', async () => {
    const { rows } = await city.owner.query<{ round_id: string; sha256: string; input: string }>(
      'select round_id, sha256, input from appraisal_computation',
    )
    await owner.db.transaction().execute(async tx => {
      for (const filed of rows) {
        const round = (await roundById(tx, city.authorityId, filed.round_id))!
        const scheme = (await schemeById(tx, city.authorityId, round.schemeId))!
        const input = await gatherInput(tx, city.authorityId, round, scheme, '2026-03-01')
        expect(sealInput(input, scheme).text).toBe(filed.input)
        expect(sealInput(input, scheme).sha256).toBe(filed.sha256)
      }
    })
  })

  it('every sitting that was held has two tellers who are not appraised, and cells for every grade of everybody', async () => {
    const { rows } = await city.owner.query(`
      select count(*)::int as counts, count(*) filter (where exists (
        select 1 from appraisal_subject x where x.round_id = s.round_id and x.person_id in (s.first_teller, s.second_teller))) ::int as unfit,
        count(*) filter (where s.first_teller is null or s.first_teller = s.second_teller or c.entitled <> s.counted + coalesce(s.added, 0)) ::int as wrong,
        (select count(*)::int from (select sum(p.slips) as slips, count(*) as cells, max(k.returned) as returned
          from appraisal_slip p join appraisal_count k on k.id = p.count_id group by p.count_id, p.subject_id) each where cells <> 5 or slips > returned) as odd
      from appraisal_sitting s join appraisal_count c on c.sitting_id = s.id`)
    expect(rows).toEqual([{ counts: expect.any(Number), unfit: 0, wrong: 0, odd: 0 }])
    expect(rows[0].counts).toBeGreaterThan(30)
  })
})
