import { relative } from 'node:path'
import type { Check, Problem } from '../check.ts'
import { runTool, unexplained } from './tool.ts'

const ANNOTATION = /^::\w+ title=([^,]*),file=([^,]*)(?:,line=(\d+))?[^:]*::(.*)$/gm

/** Formatting and lint. A warning fails too: a rule is worth failing for or is switched off. */
export const lint: Check = {
  name: 'lint',
  async find(root) {
    const args = ['check', '--error-on-warnings', '--reporter=github', '--max-diagnostics=none', '.']
    const run = await runTool(root, '@biomejs/biome/bin/biome', args)
    const found = [...run.out.matchAll(ANNOTATION)].map(
      ([, title, path, line, say]): Problem => ({
        rule: 'lint',
        at: `${relative(root, path!)}:${line ?? 1}`,
        say: title === 'format' ? 'not formatted: npm run format' : `${title}: ${say}`,
      }),
    )
    return run.code !== 0 && found.length === 0 ? [unexplained('lint', run)] : found
  },
}
