import { newCode, sha256 } from '../one-time-code.ts'

/** The part of an owner connection this needs. */
interface Owner {
  query: (text: string, values?: unknown[]) => Promise<{ rows: { empty?: boolean }[] }>
}

/** While there is no city yet, makes a new set-up token, keeps its hash and prints it on the console. Call at each start with real data. */
export async function printSetupToken(owner: Owner, say: (line: string) => void): Promise<void> {
  const { rows } = await owner.query('select not exists (select 1 from authority) as empty')
  if (!rows[0]?.empty) return
  const token = newCode()
  await owner.query('update installation set setup_token_sha256 = $1', [sha256(token)])
  say(`初始设置口令 / set-up token: ${token}`)
  say('请打开 /setup 页面填写；每次启动换新的口令。 / Open /setup and enter it; every start prints a new one.')
}
