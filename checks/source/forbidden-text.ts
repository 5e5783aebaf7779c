import type { Check, Problem } from '../check.ts'
import { projectFiles, readText } from './sources.ts'

const SELF = 'checks/source/forbidden-text.ts'
const TEST_FILE = /(\.test\.[jt]sx?$)|(^e2e\/)/

interface Forbidden {
  readonly rule: string
  readonly text: RegExp
  readonly say: string
  readonly only?: RegExp
}

const FORBIDDEN: readonly Forbidden[] = [
  {
    rule: 'machine-path',
    text: /(?<![\w.~@*)}\]-])\/(?:work|home|farm)\/|\.\.\/shared\b/,
    say: 'a path of one machine: name it relative to the repository',
  },
  {
    rule: 'registry-host',
    text: /\b(?:registry|npm|mirrors?)\.[\w-]+\.(?:org|com|cn|dev|net)\b|\b\w+\.debian\.(?:org|net)\b/,
    say: 'packages come by name, from whatever registry the site has set',
  },
  { rule: 'unfinished', text: /\b(?:TODO|FIXME)\b/, say: 'finish it, or open an issue' },
  {
    rule: 'focused-test',
    text: /\.(?:only|skip|todo)(?:\.\w+)*\(/,
    only: TEST_FILE,
    say: 'every test runs; a test that needs something says so with skipIf',
  },
]

const isText = (text: string): boolean => !text.includes('\0')

export const forbiddenText: Check = {
  name: 'forbidden-text',
  find(root) {
    const problems: Problem[] = []
    for (const path of projectFiles(root).filter(path => path !== SELF)) {
      const text = readText(root, path)
      if (!isText(text)) continue
      const asked = FORBIDDEN.filter(entry => entry.only?.test(path) ?? true).filter(entry => entry.text.test(text))
      for (const { rule, text: pattern, say } of asked)
        for (const [index, line] of text.split('\n').entries())
          if (pattern.test(line)) problems.push({ rule, at: `${path}:${index + 1}`, say })
    }
    return problems
  },
}
