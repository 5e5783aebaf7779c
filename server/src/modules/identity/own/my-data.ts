import { MyData } from '@jiannuo/contract/identity/my-data.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { z } from 'zod'
import { both, type Change, type Download } from '../../../platform/http/serve.ts'
import { titleOf } from '../../../platform/http/titles.ts'
import { unseal } from '../../../platform/seal.ts'
import * as sql from './sql.ts'

/** Sealed fields are opened with the key of the roster that sealed them. */
const PERSONAL_KEY = 'personal'

const MEMBERSHIP = both('党员管理和党费、组织关系办理', 'membership administration')
/** The fields of the member's file in the order of the page, each with what it is for (a field without a purpose is not kept). */
const FIELDS: readonly { key: string; label: Both; purpose: Both; sealed?: true }[] = [
  {
    key: 'name',
    label: both('姓名', 'Name'),
    purpose: both('承诺、公示、考评和公文上写明是谁', 'to say whose pledge, notice, result and document it is'),
  },
  {
    key: 'code',
    label: both('党员编号', 'Member code'),
    purpose: both('导入导出花名册时认出同一个人', 'to recognise the same person in rosters'),
  },
  { key: 'gender', label: both('性别', 'Gender'), purpose: both('党员统计年报', 'the yearly statistics of members') },
  {
    key: 'born_on',
    label: both('出生日期', 'Born on'),
    purpose: both('区分同名、退休提醒和统计', 'to tell namesakes apart, retirement, statistics'),
  },
  { key: 'joined_on', label: both('入党日期', 'Joined on'), purpose: MEMBERSHIP },
  {
    key: 'regular_on',
    label: both('转正日期', 'Regular since'),
    purpose: both('预备党员和正式党员的权利不同', 'probationary and regular members have different rights'),
  },
  {
    key: 'phone_sealed',
    label: both('手机号', 'Phone'),
    purpose: both('支部联系本人；加密保存', 'for the branch to reach the person; kept sealed'),
    sealed: true,
  },
  {
    key: 'id_number_sealed',
    label: both('身份证号', 'ID number'),
    purpose: both('组织关系转接核对；加密保存', 'checked in transfers; kept sealed'),
    sealed: true,
  },
]

const Stored = z.looseObject({
  member: z.record(z.string(), z.string().nullable()),
  posts: z.array(z.object({ unit: z.string(), kind: z.string(), from: z.string(), until: z.string().nullable() })),
  pledges: z.number(),
  reports: z.number(),
  facts: z.number(),
  transfers: z.number(),
  messages: z.number(),
})

/** What the database holds about the person, or null for an account without one. */
export async function myFile(change: Change) {
  const held = await sql.myData(change.tx)
  return held === null ? null : Stored.parse(held)
}
type MyFile = NonNullable<Awaited<ReturnType<typeof myFile>>>

export async function readMyData(change: Change, _input: unknown, file: MyFile): Promise<z.output<typeof MyData>> {
  const { pledges, reports, facts, transfers, messages } = file
  const fields = FIELDS.map(({ key, label, purpose, sealed }) => {
    const held = file.member[key] ?? null
    return {
      key: key.replace(/_sealed$/, ''),
      label,
      purpose,
      value: held && sealed ? unseal(change.key(PERSONAL_KEY), held) : held,
    }
  })
  const posts = file.posts.map(post => ({ ...post, title: titleOf('', post.kind) }))
  return MyData.parse(instants({ ...file, fields, posts, counts: { pledges, reports, facts, transfers, messages } }))
}

/** Moments inside a JSON document of the database carry its own zone; the contract wants them in UTC. */
function instants(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(instants)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, instants(v)]))
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value)
    ? new Date(value).toISOString()
    : value
}

export async function exportMyData(change: Change, input: unknown, file: MyFile): Promise<Download> {
  const data = await readMyData(change, input, file)
  await change.audit('identity.export-my-data', change.actor.personId ?? change.actor.accountId)
  const document = { city: change.actor.authorityId, exportedAt: change.now.toISOString(), ...data }
  return { body: Buffer.from(JSON.stringify(document, null, 2)), fileName: `我的数据-${change.today}.json` }
}
