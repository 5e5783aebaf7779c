import { basename, dirname } from 'node:path'
import type { Check, Problem } from '../check.ts'
import { isGenerated, readText, sourceFiles } from './sources.ts'

const FILE_LINES = { soft: 200, hard: 400 }
const FOLDER_FILES = { soft: 8, hard: 12 }
const VAGUE_NAME = /^(utils?|helpers?|types|common|misc)$/

function over(limit: { soft: number; hard: number }, rule: string, at: string, count: number, unit: string): Problem[] {
  if (count > limit.hard) return [{ rule, at, say: `${count} ${unit}, at most ${limit.hard}: split by verb or area` }]
  if (count > limit.soft) return [{ rule, at, say: `${count} ${unit}, better ${limit.soft} or fewer`, note: true }]
  return []
}

/** `rank.ts` and the `rank.test.ts` beside it are one thing to a reader, so they count once. */
const subject = (path: string): string => basename(path).replace(/(\.test)?\.[cm]?[jt]sx?$/i, '')

export const size: Check = {
  name: 'size',
  find(root) {
    const problems: Problem[] = []
    const folders = new Map<string, Set<string>>()
    for (const path of sourceFiles(root)) {
      const text = readText(root, path)
      if (!isGenerated(text))
        problems.push(...over(FILE_LINES, 'file-size', path, text.split('\n').length - 1, 'lines'))
      if (VAGUE_NAME.test(subject(path)))
        problems.push({ rule: 'file-name', at: path, say: 'name the file after what it holds' })
      const folder = dirname(path)
      folders.set(folder, (folders.get(folder) ?? new Set()).add(subject(path)))
    }
    for (const [folder, subjects] of folders)
      problems.push(...over(FOLDER_FILES, 'folder-size', folder, subjects.size, 'source files'))
    return problems
  },
}
