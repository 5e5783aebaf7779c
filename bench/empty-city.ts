import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectOwner } from '../server/src/platform/database/connect.ts'
import { startEmbedded } from '../server/src/platform/database/embedded.ts'
import { migrate } from '../server/src/platform/database/migrate.ts'
import { buildApp } from '../server/src/platform/http/app.ts'
import { openPlatform } from '../server/src/platform/open-platform.ts'
import { loadSettings } from '../server/src/platform/settings.ts'
import { allRoutes } from '../server/src/routes.ts'

export interface EmptyCity {
  app: Awaited<ReturnType<typeof buildApp>>
  /** The session cookie of the one person there is, of the work committee's staff. */
  secret: string
  /** The owner's connection, for arranging rows. */
  owner: Awaited<ReturnType<typeof connectOwner>>
  close: () => Promise<void>
}

/** A city as it is after its set-up, on an embedded database of its own: two units and one person. */
export async function openEmptyCity(): Promise<EmptyCity> {
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-bench-city-'))
  const server = await startEmbedded({ dataDir: folder, log: { info: () => {}, warn: () => {} } })
  const owner = await connectOwner(server.url)
  await migrate(owner, () => {})
  const settings = loadSettings({
    JIANNUO_TEST: '1',
    JIANNUO_DEMO: 'none',
    JIANNUO_LOG_LEVEL: 'silent',
    JIANNUO_DATA: folder,
    JIANNUO_CLOCK: '2026-03-02',
  })
  const platform = await openPlatform(settings, server.url, () => {})
  const app = await buildApp(platform, allRoutes(platform))
  const secret = randomBytes(32).toString('base64url')
  const [authority, city, committee, person, account, post] = Array.from({ length: 6 }, () => randomUUID())
  await owner.query(`
    insert into authority (authority_id, name, city) values ('${authority}', '市委机关工委', '云汀市');
    insert into organization_unit (authority_id, id, code, kind, name, pinyin, initials, founded_on)
      values ('${authority}', '${city}', 'C0', 'cityCommittee', '中共云汀市委', '', '', '2013-03-01'), ('${authority}', '${committee}', 'G0', 'workCommittee', '中共云汀市委机关工委', '', '', '2013-03-01');
    insert into organization_name (authority_id, id, unit_id, name, from_on) select authority_id, gen_random_uuid(), id, name, founded_on from organization_unit;
    insert into organization_relation (authority_id, id, kind, upper_id, lower_id, from_on) values ('${authority}', gen_random_uuid(), 'leads', '${city}', '${committee}', '2013-03-01');
    insert into membership_member (authority_id, id, code, name, pinyin, initials) values ('${authority}', '${person}', 'S1', '韩立群', '', '');
    insert into organization_post (authority_id, id, unit_id, kind, person_id, from_on) values ('${authority}', '${post}', '${committee}', 'workCommitteeStaff', '${person}', '2020-01-01');
    insert into identity_account (authority_id, id, login, person_id, display_name, created_at) values ('${authority}', '${account}', 's1', '${person}', '韩立群', now());
    select place_units('${authority}');
    select open_session('${authority}', '${account}', gen_random_uuid(), '${createHash('sha256').update(secret).digest('hex')}', false, true, '127.0.0.1', 'bench')`)
  const close = async () => {
    await app.close()
    await platform.close()
    await owner.end()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { app, secret, owner, close }
}
