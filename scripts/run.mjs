// npm run jiannuo|check|bench|…: node scripts/run.mjs [--web] FILE.ts args… — runs FILE with Node 24; its standard output stays its own.
// --web: with the web pages built, for what opens them in a browser.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runNode, watch } from './children.mjs'
import { ensureInstalled, main, node24, root, SetupFailure, withCompileCache } from './setup.mjs'
import { ensureWebBuilt } from './web.mjs'

watch()
await main(async () => {
  const web = process.argv[2] === '--web'
  const [file, ...args] = process.argv.slice(web ? 3 : 2)
  if (!file || !existsSync(join(root, file))) {
    throw new SetupFailure(
      `找不到要运行的文件:${file ?? '(未给出)'}。\nThe file to run does not exist: ${file ?? '(none given)'}.`,
      2,
    )
  }
  await ensureInstalled({ out: 2 })
  if (web) await ensureWebBuilt({ out: 2 })
  return (await runNode(node24(), [join(root, file), ...args], { env: withCompileCache })).code
})
