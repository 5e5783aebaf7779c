import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { startProduct } from './product.ts'
import { appraising } from './steps/appraise.ts'
import { beginning } from './steps/begin.ts'
import { filing } from './steps/file.ts'
import { fulfilling } from './steps/fulfil.ts'
import { disclosing } from './steps/notice.ts'
import { pledging } from './steps/pledge.ts'
import { reviewing } from './steps/review.ts'
import { writeRoster } from './steps/roster-file.ts'
import type { World } from './steps/world.ts'

const STEPS = [...beginning, ...pledging, ...reviewing, ...disclosing, ...fulfilling, ...appraising, ...filing]

/** A second, empty city: its roster comes in, and one organ goes through the whole year at all four levels. */
describe('the whole year of one organ', () => {
  const world = { codes: new Map(), callers: new Map(), at: {}, kept: new Map() } as unknown as World
  let folder: string
  // One story: what comes after a broken step would only fail along with it.
  let broken = false

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiannuo-year-'))
    const { path, cast } = await writeRoster(folder)
    world.product = await startProduct({ JIANNUO_DEMO: 'none', JIANNUO_CLOCK: '2026-01-05' })
    world.browser = await openBrowser()
    Object.assign(world, { roster: path, cast })
  })
  afterAll(async () => {
    await world.browser?.close()
    await world.product?.stop()
    await rm(folder, { recursive: true, force: true })
  })
  beforeEach(({ skip }) => skip(broken))
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || broken) return
    broken = true
    for (const { page, name } of Object.values(world.at))
      console.error(
        name,
        page.url(),
        await page
          .locator('main')
          .first()
          .textContent({ timeout: 1000 })
          .catch(() => ''),
      )
  })

  for (const [title, run] of STEPS) it(title, () => run(world))
})
