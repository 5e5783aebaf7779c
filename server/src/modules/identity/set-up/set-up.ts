import { randomUUID } from 'node:crypto'
import { setUp } from '@jiannuo/contract/identity/set-up.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { pinyin } from 'pinyin-pro'
import { writeEvent } from '../../../platform/audit/write-event.ts'
import { fail } from '../../../platform/http/fail.ts'
import { type Context, servePublic } from '../../../platform/http/serve.ts'
import { codeUntil, newCode, normalCode, sha256 } from '../one-time-code.ts'
import { setUpCity } from './sql.ts'

const ADMINISTRATORS = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const

/** The day the two first units count from; the roster brings the real one of every other unit. */
const FOUNDED_ON = '2000-01-01'

const spelt = (name: string) => ({
  name,
  pinyin: pinyin(name, { toneType: 'none', type: 'array' }).join(''),
  initials: pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
})

/** Makes the city out of nothing, once; the database checks the token and that it is the first. Fails SETUP_TOKEN_WRONG, SETUP_DONE. */
async function run(context: Context, { body }: Input<typeof setUp>) {
  const authorityId = randomUUID()
  const personId = randomUUID()
  const accounts = [
    { id: randomUUID(), personId, role: null, ...body.staff, oneTime: newCode() },
    ...ADMINISTRATORS.map(role => ({ id: randomUUID(), personId: null, role, ...body[role], oneTime: newCode() })),
  ]
  const plan = {
    authorityId,
    name: body.workCommittee.name,
    city: body.city,
    foundedOn: FOUNDED_ON,
    units: [
      { id: randomUUID(), kind: 'cityCommittee', code: body.cityCommittee.code, ...spelt(body.cityCommittee.name) },
      { id: randomUUID(), kind: 'workCommittee', code: body.workCommittee.code, ...spelt(body.workCommittee.name) },
    ],
    staff: { personId, accountId: accounts[0]?.id, code: body.staff.code, ...spelt(body.staff.name) },
    accounts: accounts.map(a => ({
      id: a.id,
      login: a.login,
      personId: a.personId,
      name: a.name,
      role: a.role,
      codeSha256: sha256(a.oneTime),
    })),
  }
  const done = await setUpCity(context.tx, normalCode(body.token), plan)
  if (done === null) fail('SETUP_TOKEN_WRONG')
  if (!done) fail('SETUP_DONE')
  const { tx, now: at, address, requestId } = context
  await writeEvent(tx, {
    actor: null,
    authorityId,
    at,
    action: 'identity.set-up',
    objectId: authorityId,
    outcome: 'done',
    route: `${setUp.method} ${setUp.path}`,
    address,
    requestId,
  })
  return {
    authorityId,
    until: codeUntil(at).toISOString(),
    accounts: accounts.map(a => ({ role: a.role ?? 'workCommittee', login: a.login, name: a.name, code: a.oneTime })),
  }
}

export const setUpRoute = servePublic(setUp, run)
