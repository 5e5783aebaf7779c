import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkDeployment, parseDockerfile } from './deployment.ts'

const repository = resolve(fileURLToPath(new URL('..', import.meta.url)))
let copy: string

/** The deployment files and an empty stand-in for each source the Dockerfile copies or runs. */
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'jiannuo-deployment-'))
  for (const file of ['Dockerfile', 'compose.yaml', '.dockerignore']) cpSync(join(repository, file), join(copy, file))
  for (const folder of ['engine', 'rules', 'contract', 'server/src', 'web'])
    mkdirSync(join(copy, folder), { recursive: true })
  const files = ['package.json', 'package-lock.json', '.npmrc', 'tsconfig.base.json', 'LICENSE', 'server/src/main.ts']
  for (const file of [
    ...files,
    ...['engine', 'rules', 'contract', 'server', 'web'].map(name => `${name}/package.json`),
  ]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    writeFileSync(join(copy, file), '')
  }
})
afterEach(() => rmSync(copy, { recursive: true }))

function damage(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(copy, file), 'utf8')
  const damaged = text.replace(from, to)
  if (damaged === text) throw new Error(`${file} has nothing like ${from}`)
  writeFileSync(join(copy, file), damaged)
}

describe('the deployment files', () => {
  test('have no problem in the repository, nor in the undamaged copy', () => {
    expect(checkDeployment(copy)).toEqual([])
    expect(checkDeployment(repository)).toEqual([])
  })

  test.each([
    ['Dockerfile', 'COPY rules rules', 'COPY rulez rulez', 'copies rulez, which does not exist'],
    ['.dockerignore', '.git\n', '.git\nrules\n', 'copies rules, which .dockerignore leaves out'],
    ['Dockerfile', '--from=build', '--from=bild', 'the stage bild, which no FROM names'],
    ['Dockerfile', /^FROM node:24/gm, 'FROM node:20', 'it must be node:24'],
    ['Dockerfile', 'EXPOSE 8080', 'EXPOSE 8081', 'exposes 8081'],
    ['Dockerfile', 'PORT=8080', 'PORT=80', 'sets PORT=80'],
    ['Dockerfile', 'HOST=0.0.0.0', 'HOST=127.0.0.1', 'must set HOST=0.0.0.0'],
    ['Dockerfile', 'JIANNUO_DEMO=', 'JIANNUO_DEMOO=', 'sets JIANNUO_DEMOO, which is not in the settings table'],
    ['Dockerfile', 'NODE_ENV=production', 'NODE_ENV', 'sets NODE_ENV without ='],
    ['Dockerfile', 'VOLUME /data', 'VOLUME /date', 'VOLUME is /date'],
    ['Dockerfile', 'server/src/main.ts', 'server/src/mian.ts', 'runs server/src/mian.ts, which does not exist'],
    [
      'Dockerfile',
      /COPY server server\n|COPY server\/package.json server\/\n/g,
      '',
      'which the last stage does not copy',
    ],
    ['Dockerfile', 'USER node', '', 'has no USER'],
    ['Dockerfile', 'EXPOSE', 'EXPORT', 'unknown instruction EXPORT'],
    [
      'compose.yaml',
      'JIANNUO_ORIGIN:',
      'JIANNUO_ORIGINAL:',
      'sets JIANNUO_ORIGINAL, which is not in the settings table',
    ],
    ['compose.yaml', 'POSTGRES_DB:', 'POSTGRES_DATABASE:', 'sets POSTGRES_DATABASE'],
    ['compose.yaml', ':8080\n', ':8081\n', "only the application's port 8080"],
    ['compose.yaml', 'PORT:-8080', 'PORT:-8081', 'gives PORT the default 8081; it must be 8080'],
    ['compose.yaml', 'JIANNUO_DEMO:-none', 'JIANNUO_DEMO:-full', 'gives JIANNUO_DEMO the default full'],
    ['compose.yaml', '${JIANNUO_LOG_LEVEL', '${LOG_LEVEL', 'takes LOG_LEVEL from the environment'],
    ['compose.yaml', 'data:/data', 'data:/date', 'mounts /date'],
    ['compose.yaml', /^ {2}data:$/m, '  date:', 'mounts data, which volumes does not declare'],
    ['compose.yaml', /^ {2}data:$/m, '  data:\n  spare:', 'declares the volume spare'],
    ['compose.yaml', 'service_healthy', 'service_started', 'must wait until database is healthy'],
    ['compose.yaml', 'healthcheck:', 'x-healthcheck:', 'must wait until database is healthy'],
    ['compose.yaml', 'depends_on:\n      database:', 'depends_on:\n      db:', 'depends on db, which does not exist'],
    ['compose.yaml', 'postgres:17', 'postgres:14', 'uses postgres:14'],
    ['compose.yaml', '@database:', '@db:', 'DATABASE_URL whose host'],
    ['compose.yaml', 'POSTGRES_USER: jiannuo', 'POSTGRES_USER: other', 'DATABASE_URL whose host'],
    ['compose.yaml', 'DATABASE_URL:', 'x: y\n      XDATABASE_URL:', 'has no DATABASE_URL'],
    ['compose.yaml', 'services:', 'servises:', 'compose.yaml'],
    ['compose.yaml', 'services:', 'services: [', 'compose.yaml'],
  ])('%s with %s as %s is found out', (file, from, to, expected) => {
    damage(file, from, to)
    expect(checkDeployment(copy).join('\n')).toContain(expected)
  })

  test.each(['Dockerfile', 'compose.yaml', '.dockerignore'])('a missing %s is named', file => {
    rmSync(join(copy, file))
    expect(checkDeployment(copy)).toEqual([`${file} is missing`])
  })

  test('continued Dockerfile lines are one instruction', () => {
    expect(parseDockerfile('# c\nRUN a \\\n  && b\n\nUSER node').instructions).toEqual([
      { name: 'RUN', rest: 'a && b', line: 2 },
      { name: 'USER', rest: 'node', line: 5 },
    ])
  })
})
