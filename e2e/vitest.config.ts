import { defineConfig } from 'vitest/config'

/** Browser tests run one after another: each file starts the product on a database and port of its own. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    bail: 0,
  },
})
