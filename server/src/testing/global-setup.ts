import type { TestProject } from 'vitest/node'
import { startTestServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { url: string; template: string }
  }
}

/** Starts the run's PostgreSQL once and tells every worker where it is. */
export default async function setup(project: TestProject) {
  const server = await startTestServer()
  project.provide('postgres', { url: server.url, template: server.template })
  return server.stop
}
