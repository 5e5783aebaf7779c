import { existsSync, readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { SETTINGS_TABLE } from '../server/src/platform/settings.ts'

/** Variables that the base images define. Names used only to fill compose.yaml in are DATABASE_PASSWORD's, not the application's. */
const IMAGE_VARIABLES = ['NODE_ENV']
const POSTGRES_VARIABLES = ['POSTGRES_USER', 'POSTGRES_PASSWORD', 'POSTGRES_DB', 'POSTGRES_INITDB_ARGS', 'PGDATA']
const COMPOSE_ONLY = ['JIANNUO_DATABASE_PASSWORD']
const INSTRUCTIONS = 'FROM WORKDIR COPY RUN USER VOLUME ENV EXPOSE HEALTHCHECK STOPSIGNAL CMD'.split(' ')

type Instruction = { name: string; rest: string; line: number }

const Compose = z.strictObject({
  services: z.record(
    z.string(),
    z.object({
      build: z.string().optional(),
      image: z.string().optional(),
      environment: z.record(z.string(), z.string()).default({}),
      ports: z.array(z.string()).default([]),
      volumes: z.array(z.string()).default([]),
      depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
      healthcheck: z.looseObject({}).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.null()).default({}),
})

const presetOf = (name: string): string | undefined => SETTINGS_TABLE.find(row => row.name === name)?.default

/** Problems of Dockerfile, compose.yaml and .dockerignore under `root`, one sentence each: what they name must exist and agree with the settings table. */
export function checkDeployment(root: string): string[] {
  const missing = ['Dockerfile', 'compose.yaml', '.dockerignore'].filter(file => !existsSync(join(root, file)))
  if (missing.length > 0) return missing.map(file => `${file} is missing`)
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const { instructions, problems } = parseDockerfile(read('Dockerfile'))
  const ignored = read('.dockerignore')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line && !line.startsWith('#'))
  return [...problems, ...checkImage(root, instructions, ignored), ...checkCompose(read('compose.yaml'))]
}

/** One entry an instruction; continued lines are joined. What is not an instruction we use is reported rather than skipped. */
export function parseDockerfile(text: string): { instructions: Instruction[]; problems: string[] } {
  const instructions: Instruction[] = []
  const problems: string[] = []
  let open: Instruction | null = null
  for (const [index, raw] of text.split('\n').entries()) {
    const content = raw.trim()
    if (content === '' || content.startsWith('#')) continue
    const continues = content.endsWith('\\')
    const part = continues ? content.slice(0, -1).trim() : content
    if (open) open.rest += ` ${part}`
    else {
      const [name = '', ...words] = part.split(/\s+/)
      open = { name, rest: words.join(' '), line: index + 1 }
      instructions.push(open)
      if (!INSTRUCTIONS.includes(name))
        problems.push(
          `Dockerfile:${open.line} has the unknown instruction ${name}; known are ${INSTRUCTIONS.join(', ')}`,
        )
    }
    if (!continues) open = null
  }
  return { instructions, problems }
}

function checkImage(root: string, instructions: Instruction[], ignored: string[]): string[] {
  const problems: string[] = []
  const say = ({ line }: Instruction, text: string) => problems.push(`Dockerfile:${line} ${text}`)
  const stages = new Set<string>()
  const variables = new Map<string, string>()
  const arrived = new Set<string>()
  for (const instruction of instructions) {
    const words = instruction.rest.split(/\s+/)
    if (instruction.name === 'FROM') {
      arrived.clear()
      if (words[2]) stages.add(words[2])
      if (!/^node:24(\.|-|$)/.test(words[0] ?? ''))
        say(instruction, `starts from ${words[0]}; it must be node:24, as the code needs`)
    }
    if (instruction.name === 'COPY') {
      const stage = words.find(word => word.startsWith('--from='))?.slice('--from='.length)
      const paths = words.filter(word => !word.startsWith('--'))
      for (const source of paths.slice(0, -1)) {
        arrived.add(source.split('/')[0] ?? '')
        if (stage !== undefined) {
          if (!stages.has(stage)) say(instruction, `copies from the stage ${stage}, which no FROM names`)
        } else if (!existsSync(join(root, source))) say(instruction, `copies ${source}, which does not exist`)
        else if (ignored.some(pattern => matchesGlob(source, pattern)))
          say(instruction, `copies ${source}, which .dockerignore leaves out`)
      }
    }
    if (instruction.name === 'ENV') {
      for (const word of words) {
        const [name = '', value] = word.split('=')
        if (value === undefined) say(instruction, `sets ${name} without =`)
        else variables.set(name, value)
        if (presetOf(name) === undefined && !IMAGE_VARIABLES.includes(name))
          say(instruction, `sets ${name}, which is not in the settings table`)
      }
    }
    if (instruction.name === 'EXPOSE' && instruction.rest !== presetOf('PORT')) {
      say(instruction, `exposes ${instruction.rest}; the default of PORT is ${presetOf('PORT')}`)
    }
    if (instruction.name === 'CMD') {
      const file = /"([^"]+\.ts)"/.exec(instruction.rest)?.[1]
      if (!file || !existsSync(join(root, file)))
        say(instruction, `runs ${file ?? instruction.rest}, which does not exist`)
      else if (!arrived.has(file.split('/')[0] ?? ''))
        say(instruction, `runs ${file}, which the last stage does not copy`)
    }
  }
  for (const name of ['EXPOSE', 'CMD', 'USER', 'HEALTHCHECK']) {
    if (!instructions.some(instruction => instruction.name === name)) problems.push(`Dockerfile has no ${name}`)
  }
  if (variables.get('PORT') !== presetOf('PORT'))
    problems.push(`Dockerfile sets PORT=${variables.get('PORT')}; the default is ${presetOf('PORT')}`)
  if (variables.get('HOST') !== '0.0.0.0')
    problems.push('Dockerfile must set HOST=0.0.0.0: the container is reached from outside')
  const volume = instructions.find(instruction => instruction.name === 'VOLUME')?.rest
  if (!volume || variables.get('JIANNUO_DATA') !== volume)
    problems.push(`Dockerfile sets JIANNUO_DATA=${variables.get('JIANNUO_DATA')} but VOLUME is ${volume}`)
  return problems
}

function checkCompose(text: string): string[] {
  const outcome = Compose.safeParse(readYaml(text))
  if (!outcome.success)
    return outcome.error.issues.map(issue => `compose.yaml ${issue.path.join('.')}: ${issue.message}`)
  const problems: string[] = []
  const { services, volumes } = outcome.data
  const used = new Set<string>()
  for (const [name, service] of Object.entries(services)) {
    const say = (what: string) => problems.push(`compose.yaml service ${name} ${what}`)
    const known = service.build ? SETTINGS_TABLE.map(row => row.name) : POSTGRES_VARIABLES
    for (const variable of Object.keys(service.environment)) {
      if (!known.includes(variable))
        say(
          `sets ${variable}, which ${service.build ? 'is not in the settings table' : 'PostgreSQL’s image does not know'}`,
        )
    }
    for (const port of service.ports) {
      if (service.build ? port.split(':').at(-1) !== presetOf('PORT') : true)
        say(`publishes ${port}; only the application's port ${presetOf('PORT')} may be published`)
    }
    for (const [volume = '', target] of service.volumes.map(entry => entry.split(':'))) {
      used.add(volume)
      if (!(volume in volumes)) say(`mounts ${volume}, which volumes does not declare`)
      if (service.build && target !== '/data') say(`mounts ${target}; the image keeps its data in /data`)
    }
    for (const [other, { condition }] of Object.entries(service.depends_on)) {
      if (!services[other]) say(`depends on ${other}, which does not exist`)
      else if (condition !== 'service_healthy' || !services[other].healthcheck)
        say(`must wait until ${other} is healthy by a healthcheck`)
    }
    if (service.image && !/^postgres:(1[5-9]|[2-9]\d)$/.test(service.image))
      say(`uses ${service.image}; known is postgres of version 15 or later`)
    if (service.build && !service.environment.DATABASE_URL) say('has no DATABASE_URL')
    problems.push(...checkUrl(name, service.environment.DATABASE_URL, services))
  }
  for (const volume of Object.keys(volumes))
    if (!used.has(volume)) problems.push(`compose.yaml declares the volume ${volume}, which no service mounts`)
  return [...problems, ...checkSubstitutions(text)]
}

function checkUrl(name: string, text: string | undefined, services: z.output<typeof Compose>['services']): string[] {
  if (text === undefined) return []
  const filled = text.replace(/\$\{[^}]*\}/g, 'x')
  const url = URL.canParse(filled) ? new URL(filled) : null
  const target = url && services[url.hostname]?.environment
  const agrees = url && target && url.username === target.POSTGRES_USER && url.pathname === `/${target.POSTGRES_DB}`
  return agrees
    ? []
    : [`compose.yaml service ${name} has a DATABASE_URL whose host, user or database no service provides`]
}

/** ${NAME} and ${NAME:-default}: the name must be a setting, and the default its own, but for JIANNUO_DEMO, which real use switches off. */
function checkSubstitutions(text: string): string[] {
  return [...text.matchAll(/\$\{(\w+)(?::-([^}]*))?/g)].flatMap(([, name = '', preset]) => {
    if (COMPOSE_ONLY.includes(name)) return []
    const expected = name === 'JIANNUO_DEMO' ? 'none' : presetOf(name)
    if (expected === undefined)
      return [`compose.yaml takes ${name} from the environment, which is not in the settings table`]
    return preset === undefined || preset === expected
      ? []
      : [`compose.yaml gives ${name} the default ${preset}; it must be ${expected || 'empty'}`]
  })
}

function readYaml(text: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    return error instanceof Error ? error.message : null
  }
}
