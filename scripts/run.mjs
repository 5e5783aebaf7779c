// npm run jiannuo|check|bench|…: node scripts/run.mjs FILE.ts args… — runs FILE with Node 24; its standard output stays its own.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runNode, watch } from './children.mjs'
import { ensureInstalled, main, node24, root, SetupFailure } from './setup.mjs'

watch()
await main(async () => {
  const [file, ...args] = process.argv.slice(2)
  if (!file || !existsSync(join(root, file))) {
    throw new SetupFailure(
      `找不到要运行的文件:${file ?? '(未给出)'}。\nThe file to run does not exist: ${file ?? '(none given)'}.`,
      2,
    )
  }
  await ensureInstalled({ out: 2 })
  return (await runNode(node24(), [join(root, file), ...args])).code
})
