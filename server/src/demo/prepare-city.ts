import { printSetupToken } from '../modules/identity/index.ts'
import { connectOwner } from '../platform/database/connect.ts'
import type { OpenPlatform } from '../platform/open-platform.ts'
import { StartError } from '../platform/settings.ts'
import { DEMO_PASSWORD, DEMO_TODAY, loadDemo } from './load-demo.ts'

/** Loads the demo city at the first start of a demo, or prints the set-up token at the first real one. Refuses to mix: a demo start on real data, or a real start on the demo city. */
export async function prepareCity(platform: OpenPlatform, say: (line: string) => void): Promise<void> {
  const { settings } = platform
  const owner = await connectOwner(platform.ownerUrl)
  try {
    const { rows } = await owner.query<{ city: boolean; demo: string }>(
      'select exists (select 1 from authority) as city, demo from installation',
    )
    const { city, demo } = rows[0] ?? { city: false, demo: 'none' }
    if (city && (demo === 'none') !== (settings.demo === 'none')) throw mixed(demo)
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

const mixed = (demo: string) =>
  demo === 'none'
    ? new StartError(
        '这里已有正式数据，不能以演示方式启动。请设 JIANNUO_DEMO=none。',
        'This installation holds real data and does not start as a demo. Set JIANNUO_DEMO=none.',
      )
    : new StartError(
        '这里是演示城市的数据，不能作正式使用。请设 JIANNUO_DEMO=full，或用 JIANNUO_DATA 另指一个数据目录。',
        'This is the demo city’s data. Set JIANNUO_DEMO=full, or name another folder with JIANNUO_DATA for real use.',
      )

/** What the console says about trying the demo. */
export const demoAccounts = `演示账号（密码都是 ${DEMO_PASSWORD}），登录页也可直接选人：
Demo accounts (password ${DEMO_PASSWORD} for all), or choose a person on the sign-in page:
  dangyuan  党员 member            zhibu    支部书记 branch secretary
  jiguan    机关党委 organ committee   gongwei  机关工委 work committee`
