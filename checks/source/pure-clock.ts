import ts from 'typescript'
import type { Check, Problem } from '../check.ts'
import { sourceFiles, visit } from './sources.ts'

const IMPURE_MEMBERS = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'process.hrtime',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'Temporal.Now',
])

/** A test may measure how long something takes; it still may not know what day it is. */
const MEASURES = new Set(['performance.now'])

/** `globalThis.Date.now` is the same thing as `Date.now`. */
const nameOf = (node: ts.Node): string =>
  node
    .getText()
    .replaceAll(/\s|\?/g, '')
    .replace(/^globalThis\./, '')

function impurity(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const name = nameOf(node).replace(/\[['"`](\w+)['"`]\]$/, '.$1')
    return IMPURE_MEMBERS.has(name) ? name : undefined
  }
  if (ts.isNewExpression(node) && nameOf(node.expression) === 'Date' && !node.arguments?.length) return 'new Date()'
  if (ts.isCallExpression(node) && nameOf(node.expression) === 'Date') return 'Date()'
  return undefined
}

/** Mechanisms and rules give the same answer for the same input on every day. */
export const pureClock: Check = {
  name: 'pure-clock',
  find(root) {
    const problems: Problem[] = []
    for (const path of sourceFiles(root).filter(path => /^(engine|rules)\/src\//.test(path)))
      visit(root, path, (node, lineOf) => {
        const what = impurity(node)
        if (what === undefined || (MEASURES.has(what) && path.endsWith('.test.ts'))) return
        problems.push({ rule: 'pure-clock', at: `${path}:${lineOf()}`, say: `${what}: pass the day or the draw in` })
      })
    return problems
  },
}
