// npm test: installs what is missing, then runs vitest with Node 24 and the arguments given.
import { join } from 'node:path'
import { runNode, watch } from './children.mjs'
import { ensureInstalled, main, node24, root, SetupFailure } from './setup.mjs'

watch()
await main(async () => {
  await ensureInstalled({ out: 2 })
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const { code, stopped } = await runNode(node24(), [vitest, 'run', ...process.argv.slice(2)], { cwd: root })
  if (code === 0 || stopped) return code
  throw new SetupFailure(
    `测试未通过(退出码 ${code}),失败的用例见上。\nThe tests failed (exit code ${code}); the failing ones are listed above.`,
    code,
  )
})
