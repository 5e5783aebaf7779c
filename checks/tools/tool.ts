import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url))

/** Runs the installed tool `script` (below node_modules) in `root` with the Node that runs us. Fails if it cannot start. */
export function runTool(root: string, script: string, args: readonly string[]) {
  const run = spawnSync(process.execPath, [MODULES + script, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  if (run.error) throw run.error
  return { code: run.status, out: run.stdout, err: run.stderr }
}

/** A tool that failed and named nothing has found something we cannot read: that must not pass as clean. */
export function unexplained(rule: string, run: ReturnType<typeof runTool>) {
  const say = `${run.out}\n${run.err}`.trim().split('\n').slice(-8).join(' | ')
  return { rule, at: '.', say: `ended with ${run.code}: ${say}` }
}
