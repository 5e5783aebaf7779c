import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url))
const SCHEME = `scheme: branch
version: 1
subject: branch
year: 2026
groups: [{ id: work, max: 10, indicators: [{ id: rate, fact: rate, method: { kind: linear, from: 0, to: 1, points: 10 } }] }]
`

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiannuo-cli-'))
  writeFileSync(join(folder, 's.yaml'), SCHEME)
  writeFileSync(join(folder, 'f.csv'), 'subject,rate,note\na,1,x\nb,0.5,y\n')
  writeFileSync(join(folder, 'bad.csv'), 'subject,rate\na,one\na,1e2\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** As npm runs it: in another folder than the caller's, which INIT_CWD names. */
function jiannuo(...args: string[]) {
  const env = { ...process.env, npm_lifecycle_event: 'jiannuo', INIT_CWD: folder }
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: tmpdir(),
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('jiannuo score (R2.13)', () => {
  it('prints the result alone on standard output, remarks beside it', () => {
    const { status, stdout, stderr } = jiannuo('score', 's.yaml', '--facts', 'f.csv')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).results.map((each: { total: number }) => each.total)).toEqual([10, 5])
    expect(stderr).toContain('column "note" is not named by the scheme and was ignored')
  })

  it('writes it with --out and then prints only what --explain asks for', () => {
    const { stdout: result } = jiannuo('score', 's.yaml', '--facts', 'f.csv')
    const silent = jiannuo('score', 's.yaml', '--facts', 'f.csv', '--out', 'r.json')
    expect([silent.status, silent.stdout]).toEqual([0, ''])
    expect(readFileSync(join(folder, 'r.json'), 'utf8')).toBe(result)
    const { stdout } = jiannuo('score', 's.yaml', '--facts', 'f.csv', '--out', 'r.json', '--explain', 'b')
    expect(JSON.parse(stdout)).toMatchObject({ subject: 'b', result: { total: 5 } })
    const beside = JSON.parse(jiannuo('score', 's.yaml', '--facts', 'f.csv', '--explain', 'b').stdout)
    expect([Object.keys(beside).at(-1), beside.results.length]).toEqual(['trace', 2])
  })

  it('replays what it wrote, and tells what differs', () => {
    jiannuo('score', 's.yaml', '--facts', 'f.csv', '--out', 'r.json')
    const replay = () => jiannuo('replay', 'r.json', '--scheme', 's.yaml', '--facts', 'f.csv')
    expect(replay()).toMatchObject({ status: 0, stdout: '{"intact":true,"differences":[]}\n' })
    const path = join(folder, 'r.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"total": 5', '"total": 6'))
    expect(replay()).toMatchObject({ status: 1, stdout: '{"intact":false,"differences":["results"]}\n' })
    expect(jiannuo('replay', 'r.json').status).toBe(2)
  })

  it.each<[string, string | null, string[], string]>([
    ['missing', null, ['--scheme', 's.yaml', '--facts', 'f.csv'], 'gone.json: 没有这个文件 / there is no such file'],
    ['cut off', '{"scheme": "branch", "res', [], 'gone.json: 不是完整的 JSON'],
  ])('says in a sentence that the file to replay is %s', (_, content, more, said) => {
    if (content !== null) writeFileSync(join(folder, 'gone.json'), content)
    const { status, stdout, stderr } = jiannuo('replay', 'gone.json', ...more)
    expect([status, stdout, stderr.startsWith(said), stderr.split('\n').length]).toEqual([1, '', true, 2])
  })

  it('says why a result cannot be written', () => {
    const { status, stderr } = jiannuo('score', 's.yaml', '--facts', 'f.csv', '--out', 'none/r.json')
    expect([status, stderr.includes('没有这个文件夹'), stderr.includes('there is no such folder')]).toEqual([
      1,
      true,
      true,
    ])
  })

  it('lists the errors on standard error with exit status 1 and writes nothing', () => {
    const { status, stdout, stderr } = jiannuo('score', 's.yaml', '--facts', 'bad.csv', '--out', 'none.json')
    expect([status, stdout, existsSync(join(folder, 'none.json'))]).toEqual([1, '', false])
    expect(stderr).toContain('bad.csv 第 2 行“rate”列 (row 2, column rate): “one”不是数字')
    expect(stderr).toContain('3 errors; nothing was written')
  })

  it.each([
    [['score']],
    [['score', 's.yaml']],
    [['score', 's.yaml', 'more.yaml', '--facts', 'f.csv']],
    [['score', 's.yaml', '--facts', 'f.csv', '--fast']],
    [['score', 's.yaml', '--facts', 'f.csv', '--out', 'f.csv']],
    [['replay', 'a', 'b']],
    [['bench', 'nothing-of-that-name']],
  ])('wrong usage is exit status 2: %j', args => {
    expect(jiannuo(...args)).toMatchObject({ status: 2, stdout: '' })
  })
})
