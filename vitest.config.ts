import { configDefaults, defineConfig } from 'vitest/config'

const exclude = [...configDefaults.exclude, 'checks/fixtures/**', 'e2e/**']
// A run on a server of one's own (DATABASE_URL) has no embedded server to look at, and repeats only what touches a database:
// documents are files, and `score` needs none.
const onlyOnce = process.env.DATABASE_URL
  ? [
      'server/src/platform/database/embedded*.test.ts',
      'server/src/modules/documents/**',
      'server/src/commands/score.test.ts',
    ]
  : []

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'pure',
          environment: 'node',
          include: ['{engine,rules,contract,checks,web}/**/*.test.{ts,tsx}'],
          exclude,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'server',
          environment: 'node',
          include: ['server/**/*.test.ts'],
          exclude: [...exclude, ...onlyOnce],
          // One PostgreSQL server and one template database for the whole run; only this project waits for it.
          globalSetup: ['./server/src/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
