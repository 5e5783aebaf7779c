import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Check } from './check.ts'
import { coverageRegister } from './coverage-register.ts'
import { generatedUnchanged } from './generate.ts'
import { settingsTable } from './settings-table.ts'
import { forbiddenText } from './source/forbidden-text.ts'
import { pureClock } from './source/pure-clock.ts'
import { size } from './source/size.ts'
import { tableOwnership } from './source/table-ownership.ts'
import { boundaries } from './tools/boundaries.ts'
import { types } from './tools/compile.ts'
import { deadCode } from './tools/dead-code.ts'
import { lint } from './tools/lint.ts'

const REPOSITORY = join(import.meta.dirname, '..')
const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name)

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

/** A copy outside the repository, where the settings of the tools that leave the fixtures out do apply. */
function standalone(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'fixture-'))
  made.push(folder)
  cpSync(fixture(name), folder, { recursive: true })
  for (const settings of ['biome.json', 'knip.json', '.gitignore'])
    cpSync(join(REPOSITORY, settings), join(folder, settings))
  if (existsSync(join(folder, 'web/tsconfig.json'))) {
    cpSync(join(REPOSITORY, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'))
    cpSync(join(REPOSITORY, 'web/tsconfig.json'), join(folder, 'web/repository.json'))
  }
  mkdirSync(join(folder, 'node_modules/@jiannuo'), { recursive: true })
  for (const workspace of ['engine', 'rules', 'contract'])
    symlinkSync(join('../..', workspace), join(folder, 'node_modules/@jiannuo', workspace))
  return folder
}

const brokenIn = async (check: Check, root: string) =>
  (await check.find(root)).filter(({ note }) => !note).map(({ rule, at }) => `${rule} ${at}`)

const pledge = 'server/src/modules/pledge'
const generated = generatedUnchanged([{ path: 'server/list.txt', produce: async () => 'one\ntwo\n' }])

describe('each rule reports its own fixture and nothing else in it', () => {
  test.each`
    name                               | check               | found
    ${'engine-is-pure'}                | ${boundaries}       | ${['engine-is-pure engine/src/read.ts']}
    ${'rules-use-engine-only'}         | ${boundaries}       | ${['rules-use-engine-only rules/src/grade.ts']}
    ${'contract-is-a-leaf'}            | ${boundaries}       | ${['contract-is-a-leaf contract/src/points.ts']}
    ${'web-knows-contract-and-engine'} | ${boundaries}       | ${['web-knows-contract-and-engine web/src/app/page.tsx']}
    ${'module-face-only'}              | ${boundaries}       | ${[`module-face-only ${pledge}/submit.ts`]}
    ${'module-face-from-outside'}      | ${boundaries}       | ${['module-face-only server/src/app.ts', 'module-face-only server/src/platform/seed.ts']}
    ${'tiers'}                         | ${boundaries}       | ${[`tiers ${pledge}/submit.ts`]}
    ${'unplaced-module'}               | ${boundaries}       | ${['tiers server/src/modules/gossip']}
    ${'kysely-only-in-sql'}            | ${boundaries}       | ${[`kysely-only-in-sql ${pledge}/submit.ts`]}
    ${'features-do-not-meet'}          | ${boundaries}       | ${['features-do-not-meet web/src/features/pledge/page.tsx']}
    ${'ui-knows-no-feature'}           | ${boundaries}       | ${['ui-knows-no-feature web/src/ui/field.tsx']}
    ${'no-cycle'}                      | ${boundaries}       | ${['no-cycle rules/src/egg.ts']}
    ${'resolvable'}                    | ${boundaries}       | ${['resolvable server/src/grade.ts']}
    ${'all-files-read'}                | ${boundaries}       | ${['all-files-read rules/src/loud.TS']}
    ${'pure-clock'}                    | ${pureClock}        | ${['pure-clock rules/src/due.ts:1']}
    ${'file-size'}                     | ${size}             | ${['file-size rules/src/long.ts']}
    ${'file-name'}                     | ${size}             | ${['file-name rules/src/utils.ts']}
    ${'folder-size'}                   | ${size}             | ${['folder-size rules/src']}
    ${'table-ownership'}               | ${tableOwnership}   | ${[`table-ownership ${pledge}/sql.ts:5`]}
    ${'table-in-raw-sql'}              | ${tableOwnership}   | ${[`table-ownership ${pledge}/review/sql.ts:4`]}
    ${'machine-path'}                  | ${forbiddenText}    | ${['machine-path docs/run.md:3']}
    ${'registry-host'}                 | ${forbiddenText}    | ${['registry-host Dockerfile:2']}
    ${'unfinished'}                    | ${forbiddenText}    | ${['unfinished rules/src/grade.ts:1']}
    ${'focused-test'}                  | ${forbiddenText}    | ${['focused-test rules/src/grade.test.ts:3']}
    ${'generated'}                     | ${generated}        | ${['generated server/list.txt:2']}
    ${'claims-generated'}              | ${generated}        | ${['generated server/src/tables.ts']}
    ${'settings-default'}              | ${settingsTable}    | ${['settings-table README.md:3']}
    ${'settings-unknown'}              | ${settingsTable}    | ${['settings-table README.zh-CN.md:4']}
    ${'settings-missing'}              | ${settingsTable}    | ${['settings-table README.md']}
    ${'coverage-missing'}              | ${coverageRegister} | ${['coverage-register docs/coverage.md']}
    ${'coverage-state'}                | ${coverageRegister} | ${['coverage-register docs/coverage.md:3']}
    ${'coverage-path'}                 | ${coverageRegister} | ${['coverage-register docs/coverage.md:3']}
  `('$name', async ({ name, check, found }) => {
    expect(await brokenIn(check, fixture(name))).toEqual(found)
  })

  test.each`
    name              | check       | found
    ${'types'}        | ${types}    | ${['types rules/src/grade.ts:1']}
    ${'types-in-web'} | ${types}    | ${['types web/src/page.tsx:1', 'types web/src/page.tsx:2']}
    ${'lint'}         | ${lint}     | ${['lint rules/src/grade.ts:1']}
    ${'format'}       | ${lint}     | ${['lint rules/src/grade.ts:1']}
    ${'file-case'}    | ${lint}     | ${['lint rules/src/FinalGrade.ts:1']}
    ${'dead-code'}    | ${deadCode} | ${['dead-code server/src/orphan.ts']}
    ${'dead-name'}    | ${deadCode} | ${['dead-code engine/src/mean.ts:2']}
  `('$name', async ({ name, check, found }) => {
    expect(await brokenIn(check, standalone(name))).toEqual(found)
  })
})

test.each([
  types,
  lint,
  boundaries,
  pureClock,
  deadCode,
  size,
  tableOwnership,
  forbiddenText,
  settingsTable,
  coverageRegister,
  generated,
])('$name finds nothing in a clean tree', async check => {
  expect(await brokenIn(check, standalone('clean'))).toEqual([])
})

test('pure-clock sees through spelling, and lets a test measure', async () => {
  const found = await brokenIn(pureClock, fixture('pure-clock-forms'))
  expect(found).toEqual([1, 2, 3, 4, 5, 6].map(line => `pure-clock engine/src/forms.ts:${line}`))
})

test('a soft limit is a note, not a failure', async () => {
  const found = await size.find(fixture('soft-size'))
  expect(found).toMatchObject([{ rule: 'file-size', at: 'rules/src/long.ts', note: true }])
})
