import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url))

interface ToolRun {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the installed tool `script` (below node_modules) in `root` with the Node that runs us. Fails if it cannot start. */
export const runTool = (root: string, script: string, args: readonly string[]): Promise<ToolRun> =>
  new Promise((resolve, reject) => {
    const options = {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    } as const
    execFile(process.execPath, [MODULES + script, ...args], options, (error, out, err) => {
      if (error && typeof error.code !== 'number') reject(error)
      else resolve({ code: Number(error?.code ?? 0), out, err })
    })
  })

/** A tool that failed and named nothing has found something we cannot read: that must not pass as clean. */
export function unexplained(rule: string, run: ToolRun) {
  const say = `${run.out}\n${run.err}`.trim().split('\n').slice(-8).join(' | ')
  return { rule, at: '.', say: `ended with ${run.code}: ${say}` }
}
