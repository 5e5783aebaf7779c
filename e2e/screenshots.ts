import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DEMO_PASSWORD } from '../server/src/demo/load-demo.ts'
import { openBrowser } from './browser.ts'
import { startProduct } from './product.ts'
import { travel } from './tour.ts'

/** Pictures of every page of the tour at both widths, into the ignored folder `screenshots/`; the README's picture is made here too. */
const folder = join(import.meta.dirname, '../screenshots')
await mkdir(folder, { recursive: true })
const product = await startProduct({ JIANNUO_DEMO: process.env.JIANNUO_DEMO ?? 'small' })
const browser = await openBrowser()
try {
  const errors = await travel(
    browser,
    product.url,
    DEMO_PASSWORD,
    async ({ login, path, width, page }) => {
      const name = `${login}${path.replaceAll('/', '-')}-${width}.png`
      await page.screenshot({ path: join(folder, name), fullPage: true })
      console.log(name)
      if (name === 'dangyuan-today-1280.png')
        await page.screenshot({ path: join(import.meta.dirname, '../docs/images/member-home.png') })
    },
    { deep: true },
  )
  for (const error of errors) console.error(error)
  process.exitCode = errors.length ? 1 : 0
} finally {
  await browser.close()
  await product.stop()
}
