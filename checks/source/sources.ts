import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const SKIPPED_NAMES = new Set(['node_modules', 'dist', '.git', '.build', '.data', 'screenshots'])
const SKIPPED_PATHS = new Set(['checks/fixtures'])

/** Every file below `root` that belongs to the project, as sorted relative paths with forward slashes. */
export function projectFiles(root: string, folder = ''): string[] {
  const found: string[] = []
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (SKIPPED_NAMES.has(entry.name) || SKIPPED_PATHS.has(path)) continue
    if (entry.isDirectory()) found.push(...projectFiles(root, path))
    else if (entry.isFile()) found.push(path)
  }
  return found.sort()
}

/** The source files among them. The case of the ending is ignored, so that `x.TS` hides from no check. */
export const sourceFiles = (root: string): string[] => projectFiles(root).filter(path => /\.[cm]?[jt]sx?$/i.test(path))

export const readText = (root: string, path: string): string => readFileSync(join(root, path), 'utf8')

/** A source file that a program writes says so in its first line; the check of generated files holds it to that. */
export const isGenerated = (text: string): boolean => text.startsWith('// Generated ')

/** Visits every node of one source file; `lineOf` counts from 1. */
export function visit(root: string, path: string, look: (node: ts.Node, lineOf: () => number) => void): void {
  const file = ts.createSourceFile(path, readText(root, path), ts.ScriptTarget.Latest, true)
  const walk = (node: ts.Node): void => {
    look(node, () => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1)
    ts.forEachChild(node, walk)
  }
  walk(file)
}
