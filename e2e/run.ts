import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './browser.ts'

/**
 * Runs the browser tests and ends with the plain line `N passed, N failed, N skipped`.
 * Without Chromium they are skipped on a developer's machine; with CI=true that is a failure, since a skipped suite must not be green.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const vitest = join(root, 'node_modules/vitest/vitest.mjs')

if (!findChromium()) {
  console.log(
    'Chromium was not found. Install it (Debian: apt-get install chromium-headless-shell fonts-noto-cjk) or set CHROMIUM_PATH.',
  )
  console.log(process.env.CI === 'true' ? '0 passed, 1 failed, 0 skipped' : '0 passed, 0 failed, 1 skipped')
  process.exit(process.env.CI === 'true' ? 1 : 0)
}

const folder = await mkdtemp(join(tmpdir(), 'jiannuo-e2e-'))
const report = join(folder, 'report.json')
const args = [
  vitest,
  'run',
  '--config',
  'e2e/vitest.config.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]
const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
const code = await new Promise<number>(resolve => child.on('exit', status => resolve(status ?? 1)))
const counts = await readFile(report, 'utf8').then(
  text => JSON.parse(text),
  () => ({ numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 }),
)
await rm(folder, { recursive: true, force: true })
const failed = Math.max(counts.numFailedTests, code === 0 ? 0 : 1)
console.log(`${counts.numPassedTests} passed, ${failed} failed, ${counts.numPendingTests} skipped`)
process.exitCode = failed === 0 ? 0 : 1
