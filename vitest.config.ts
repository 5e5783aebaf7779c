import { globSync, readFileSync } from 'node:fs'
import { configDefaults, defineConfig } from 'vitest/config'

const exclude = [...configDefaults.exclude, 'checks/fixtures/**', 'e2e/**']
// A test of the server that opens no city on the run's database is as pure as those of the engine, and is not repeated on a server
// of one's own (DATABASE_URL).
const OPENS_A_CITY = /from '[^']*\/(arrange|city|demo-city|roster-city|server|testing|walk|world)\.ts'/
const pureOnServer = globSync('server/**/*.test.ts').filter(file => !OPENS_A_CITY.test(readFileSync(file, 'utf8')))

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Loading the program anew for each file took longer than most files; none leaves anything behind in it.
    isolate: false,
    projects: [
      {
        test: {
          name: 'pure',
          environment: 'node',
          include: [
            '{engine,rules,contract,checks,web}/**/*.test.{ts,tsx}',
            ...(process.env.DATABASE_URL ? [] : pureOnServer),
          ],
          exclude,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          environment: 'node',
          include: ['server/**/*.test.ts'],
          exclude: [...exclude, ...pureOnServer],
          // One PostgreSQL server and one template database for the whole run; only this project waits for it.
          globalSetup: ['./server/src/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
