import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { scoreFiles } from './score-files.ts'

const PAGE = fileURLToPath(new URL('../../../../../docs/writing-schemes.md', import.meta.url))

it('the example of docs/writing-schemes.md gives the result of its table', async () => {
  const page = await readFile(PAGE, 'utf8')
  const [scheme, facts, ratings] = [...page.matchAll(/```(?:yaml|csv)\n(.*?)```/gs)].map(each => each[1]!)
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-page-'))
  try {
    const written = async (name: string, text: string | undefined) => {
      await writeFile(join(folder, name), text ?? '')
      return { name, path: join(folder, name) }
    }
    const done = await scoreFiles({
      scheme: await written('branch.yaml', scheme),
      facts: await written('facts.csv', facts),
      ratings: await written('ratings.csv', ratings),
    })
    if ('faults' in done) throw new Error(JSON.stringify(done.faults))
    const rows = page.split('\n').filter(line => /^\| .支部/.test(line))
    const said = rows.map(line => line.split('|').map(cell => cell.trim()))
    expect(said).toHaveLength(3)
    expect(done.document.results.map(each => [each.subject, each.total, each.ranks.all, each.grade])).toEqual(
      said.map(cells => [cells[1], Number(cells[5]), Number(cells[6]), cells[7]]),
    )
    expect(done.document.problems).toEqual([])
  } finally {
    await rm(folder, { recursive: true })
  }
})
