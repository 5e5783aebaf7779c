import { printSetupToken } from '../modules/identity/index.ts'
import { connectOwner } from '../platform/database/connect.ts'
import type { OpenPlatform } from '../platform/open-platform.ts'
import { DEMO_PASSWORD, DEMO_TODAY, loadDemo } from './load-demo.ts'

/** Loads the demo city at the first start of a demo, or prints the set-up token at the first real one. */
export async function prepareCity(platform: OpenPlatform, say: (line: string) => void): Promise<void> {
  const { settings } = platform
  const owner = await connectOwner(platform.ownerUrl)
  try {
    const { rows } = await owner.query<{ city: boolean }>('select exists (select from authority) as city')
    const city = rows[0]!.city
    if (settings.demo === 'none' && !city) await printSetupToken(owner, say)
    if (settings.demo === 'none' || city) return
    say(`正在载入演示城市青澜市（仅首次）…… Loading the invented city (first start only)…`)
    await loadDemo(owner, settings.demo)
    if (!settings.clock) platform.clock.moveTo(DEMO_TODAY)
    await owner.query('update installation set clock_offset = make_interval(secs => $1)', [
      platform.clock.offset / 1000,
    ])
  } finally {
    await owner.end()
  }
}

/** What the console says about trying the demo. */
export const demoAccounts = `演示账号（密码都是 ${DEMO_PASSWORD}），登录页也可直接选人：
Demo accounts (password ${DEMO_PASSWORD} for all), or choose a person on the sign-in page:
  dangyuan  党员 member            zhibu    支部书记 branch secretary
  jiguan    机关党委 organ committee   gongwei  机关工委 work committee`
