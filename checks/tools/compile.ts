import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Check, Problem } from '../check.ts'
import { runTool, unexplained } from './tool.ts'

const PROJECTS = ['tsconfig.json', 'web/tsconfig.json']
const DIAGNOSTIC = /^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/gm

async function compile(root: string, project: string): Promise<Problem[]> {
  const cache = join(root, '.build', `${project.replaceAll(/\W/g, '-')}.tsbuildinfo`)
  mkdirSync(join(root, '.build'), { recursive: true })
  // The projects are compiled beside each other: more threads for each would only stand in each other's way.
  const args = [
    '-p',
    project,
    '--noEmit',
    '--pretty',
    'false',
    '--singleThreaded',
    '--incremental',
    '--tsBuildInfoFile',
    cache,
  ]
  const run = await runTool(root, 'typescript-native/bin/tsc', args)
  const found = [...run.out.matchAll(DIAGNOSTIC)].map(
    ([, path, line, say]): Problem => ({ rule: 'types', at: `${path}:${line}`, say: say! }),
  )
  return run.code !== 0 && found.length === 0 ? [unexplained('types', run)] : found
}

export const types: Check = {
  name: 'types',
  async find(root) {
    const there = PROJECTS.filter(project => existsSync(join(root, project)))
    return (await Promise.all(there.map(project => compile(root, project)))).flat()
  },
}
