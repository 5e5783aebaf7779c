import { defineConfig } from 'vitest/config'

/** Each file starts the product on a database and port of its own; two run at a time, since a browser waits as much as it works. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    bail: 0,
  },
})
