import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../testing/city.ts'

let city: TestCity
let folder: string
beforeAll(async () => {
  city = await openTestCity('2026-03-02')
  folder = await mkdtemp(join(tmpdir(), 'jiannuo-roster-'))
})
afterAll(async () => {
  await city.close()
  await rm(folder, { recursive: true })
})

async function jiannuo(...args: string[]): Promise<{ status: number; out: string; said: string }> {
  const cli = new URL('../../cli.ts', import.meta.url).pathname
  const env = {
    ...process.env,
    JIANNUO_TEST: '1',
    JIANNUO_DEMO: 'none',
    DATABASE_URL: city.platform.ownerUrl,
    JIANNUO_DATA: city.platform.settings.dataDir,
  }
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [cli, ...args], { env })
    return { status: 0, out: stdout, said: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { status: code, out: stdout, said: stderr }
  }
}

it('jiannuo export and import hand the same roster back and forth', async () => {
  const path = join(folder, 'roster.xlsx')
  expect(await jiannuo('export', path)).toMatchObject({ status: 0 })
  expect(await jiannuo('export', path)).toMatchObject({ status: 1, said: expect.stringMatching('EEXIST') })
  const { status, out } = await jiannuo('import', path, '--complete')
  const { errors, written, counts } = JSON.parse(out)
  expect([status, errors, written]).toEqual([0, [], true])
  expect(counts.members).toEqual({ rows: 19, new: 0, changed: 0, ended: 0, unchanged: 19 })

  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const members = book.getWorksheet('党员')!
  members.addRow(['N1', '仇千山', 'a1', '', '预备党员', '在职', '', '', '2025-10-01'])
  await book.xlsx.writeFile(path)
  expect(JSON.parse((await jiannuo('import', path, '--dry-run')).out)).toMatchObject({
    written: false,
    counts: { members: { new: 1 } },
  })
  expect((await city.owner.query("select 1 from membership_member where code = 'N1'")).rowCount).toBe(0)
  expect(JSON.parse((await jiannuo('import', path, '--on', '2026-02-01')).out)).toMatchObject({
    written: true,
    effectiveOn: '2026-02-01',
  })
  expect(
    (
      await city.owner.query(
        "select b.from_on from membership_belonging b join membership_member m on m.id = b.member_id where m.code = 'N1'",
      )
    ).rows,
  ).toEqual([{ from_on: '2026-02-01' }])

  members.addRow(['N2', '仇万水', 'nowhere', '', '预备党员', '在职', '', '', '2025-10-01'])
  members.addRow(['N1', '仇千山', 'a1', '', '预备党员', '在职', '', '', '2025-10-01'])
  await book.xlsx.writeFile(path)
  const bad = await jiannuo('import', path)
  expect([bad.status, JSON.parse(bad.out).errors.map((e: { zh: string }) => e.zh)]).toEqual([
    1,
    ['组织表和系统里都没有这个编码', '与第21行重复'],
  ])
}, 120_000)

it('says what is wrong with the way it is called', async () => {
  expect(await jiannuo('import')).toMatchObject({ status: 2 })
  expect(await jiannuo('import', 'a.xlsx', '--on', '2026-02-30')).toMatchObject({
    status: 2,
    said: expect.stringMatching('YYYY-MM-DD'),
  })
  expect(await jiannuo('import', join(folder, 'none.xlsx'))).toMatchObject({
    status: 1,
    said: expect.stringMatching('There is no file'),
  })
  const text = join(folder, 'text.xlsx')
  await writeFile(text, '姓名,编号')
  expect(await jiannuo('import', text)).toMatchObject({
    status: 1,
    out: '',
    said: expect.stringMatching('cannot be read'),
  })
}, 60_000)
