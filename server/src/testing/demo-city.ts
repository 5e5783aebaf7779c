import { DEMO_TODAY, loadDemo } from '../demo/load-demo.ts'
import { type Caller, callRoute, openApplication, sessionOf } from './city.ts'

/** The small demo city on a database of its own; one acts as its personas, in their post where they have one. */
export async function openDemoCity() {
  const application = await openApplication(DEMO_TODAY)
  const { owner, platform, app } = application
  const personas = await loadDemo(owner, 'small')
  await owner.query('update installation set clock_offset = make_interval(secs => $1)', [platform.clock.offset / 1000])
  const { rows } = await owner.query<{ authority: string; login: string; account: string; capacity: string }>(`
    select distinct on (a.id) a.authority_id as authority, a.login, a.id as account, c.key as capacity
    from identity_account a, account_capacities(a.authority_id, a.id) c where a.demo_persona is not null
    order by a.id, (c.key = 'member'), c.key`)
  const secrets = new Map<string, string>()
  const as =
    (login: string): Caller =>
    async (route, request, options) => {
      const session = rows.find(each => each.login === login)
      if (!session) throw new Error(`no persona ${login}`)
      return callRoute(app, route, request, await sessionOf(owner, secrets, session.authority, session), options)
    }
  return { ...application, personas, authorityId: rows[0]!.authority, as }
}
