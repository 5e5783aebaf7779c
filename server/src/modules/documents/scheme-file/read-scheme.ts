import { checkScheme, type KnownFact, type Scheme } from '@jiannuo/engine/scheme.ts'
import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { keyText, placeOf, type SchemePath, startOf } from './scheme-place.ts'
import { leavesRestReadable, yamlFault } from './yaml-faults.ts'

/** One thing to mend or to know; line and column count from 1 and point at the key or list item. */
export interface SchemeFileError {
  line: number
  column: number
  /** Empty for the file as a whole. */
  path: SchemePath
  zh: string
  en: string
  /** The input measures activity in an app. */
  isFormalism?: boolean
}

type SchemeRead = { scheme: Scheme; remarks: SchemeFileError[] } | { errors: SchemeFileError[] }

/** Longest file in characters, most values in it with every alias written out, deepest nesting, most errors told. */
const MOST = { characters: 1_000_000, values: 20_000, depth: 100, errors: 1000 }

/**
 * Reads a scheme file (YAML 1.2 core; JSON is YAML) and checks it; pure. `facts` lists the facts there are, unchecked without it.
 * Either the scheme, with remarks on what publishing will still ask for, or every error at once in the order of the file.
 */
export function readSchemeText(text: string, facts?: readonly KnownFact[]): SchemeRead {
  const whole = (zh: string, en: string) => ({ errors: [{ line: 1, column: 1, path: [], zh, en }] })
  if (text.length > MOST.characters)
    return whole(
      `方案文件过长,最多 ${MOST.characters} 个字符`,
      `the scheme file is too long; at most ${MOST.characters} characters`,
    )
  if (deepestFlow(text) > MOST.depth) return whole(...TOO_DEEP)
  const lines = new LineCounter()
  let document: Document
  try {
    document = parseDocument(text.replace(/^\ufeff/, ''), {
      version: '1.2',
      schema: 'core',
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
      uniqueKeys: (a, b) => isScalar(a) && isScalar(b) && keyText(a) === keyText(b),
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return whole(...TOO_DEEP)
  }
  if (document.errors.some(({ message }) => message.includes('call stack'))) return whole(...TOO_DEEP)
  if (document.contents === null && document.errors.length === 0)
    return whole('方案文件是空的', 'the scheme file is empty; a scheme in YAML or JSON is accepted')
  return checkDocument(document, lines, facts)
}

const TOO_DEEP = ['方案文件嵌套过深', 'the scheme file is nested too deeply; a scheme needs ten levels'] as const

function checkDocument(document: Document, lines: LineCounter, facts: readonly KnownFact[] | undefined): SchemeRead {
  const faults = [...document.errors, ...document.warnings]
  const errors: SchemeFileError[] = faults.map(fault => {
    const { line, col } = lines.linePos(fault.pos[0])
    return { line: Math.max(line, 1), column: Math.max(col, 1), path: [], ...yamlFault(fault) }
  })
  errors.push(...namesOf(document, lines))
  if (!faults.every(leavesRestReadable) || errors.length > faults.length) return { errors: inOrder(errors) }
  const value = plainOf(document)
  if ('fault' in value)
    return { errors: inOrder([...errors, { ...placeOf(document, lines, []), path: [], ...value.fault }]) }
  const checked = checkScheme(value.value, facts)
  const at = (path: SchemePath) => ({ ...placeOf(document, lines, path), path })
  if ('errors' in checked) {
    const told = checked.errors.slice(0, MOST.errors).map(({ path, ...said }) => ({ ...at(path), ...said }))
    return { errors: inOrder([...errors, ...told]) }
  }
  if (errors.length > 0) return { errors: inOrder(errors) }
  const remarks = untold(checked.scheme).map(({ path, key }) => ({
    ...at(path),
    zh: `发布前须补上 ${key}`,
    en: `${key} is needed before publishing`,
  }))
  return { scheme: checked.scheme, remarks }
}

const inOrder = (errors: SchemeFileError[]) => errors.toSorted((a, b) => a.line - b.line || a.column - b.column)

/** Takes every key as text, as it is written; refuses keys that are not plain words and aliases of nothing before them. */
function namesOf(document: Document, lines: LineCounter): SchemeFileError[] {
  const errors: SchemeFileError[] = []
  const anchors = new Set<string>()
  const refuse = (node: unknown, zh: string, en: string) => {
    const { line, col } = lines.linePos(startOf(node) ?? 0)
    errors.push({ line: Math.max(line, 1), column: Math.max(col, 1), path: [], zh, en })
  }
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key)) key.value = keyText(key)
      else refuse(key, '键应为文字', 'a key must be plain text')
    },
    Value: (_, { anchor }) => {
      if (anchor) anchors.add(anchor)
    },
    Alias: (_, alias) => {
      if (!anchors.has(alias.source))
        refuse(alias, `别名“*${alias.source}”没有对应的锚点`, `no anchor "&${alias.source}" before this alias`)
    },
  })
  return errors
}

/** The plain value; aliases share what they name, so a file that would blow up when written out is found by counting. */
function plainOf(document: Document): { value: unknown } | { fault: { zh: string; en: string } } {
  const tooMuch = {
    fault: {
      zh: `别名(*)展开后内容过多或首尾相接,最多 ${MOST.values} 个值`,
      en: `aliases (*) write out to too much or to themselves; at most ${MOST.values} values are accepted`,
    },
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: -1 })
    return sizeOf(value, new Map()) > MOST.values ? tooMuch : { value }
  } catch {
    return tooMuch
  }
}

/** How many values there are, shared ones as often as they occur; infinite for a value within itself. */
function sizeOf(value: unknown, known: Map<object, number>): number {
  if (typeof value !== 'object' || value === null) return 1
  const counted = known.get(value)
  if (counted !== undefined) return counted
  known.set(value, Number.POSITIVE_INFINITY)
  const size = Object.values(value).reduce<number>((sum, each) => sum + sizeOf(each, known), 1)
  known.set(value, size)
  return size
}

/** Brackets open at once at most; the parser recurses on them. Counted before it runs, quotes and comments included: it need not be exact. */
function deepestFlow(text: string): number {
  let open = 0
  let most = 0
  for (const char of text.matchAll(/[[\]{}]/g)) {
    open = Math.max(0, open + (char[0] === '[' || char[0] === '{' ? 1 : -1))
    most = Math.max(most, open)
  }
  return most
}

/** Where a title or a clause is still to be given. */
function untold({ title, groups }: Scheme): { path: SchemePath; key: 'title' | 'cite' }[] {
  const lacking: { path: SchemePath; key: 'title' | 'cite' }[] = title ? [] : [{ path: [], key: 'title' }]
  for (const [g, group] of groups.entries()) {
    if (!group.title) lacking.push({ path: ['groups', g], key: 'title' })
    for (const [i, indicator] of group.indicators.entries())
      for (const key of ['title', 'cite'] as const)
        if (!indicator[key]) lacking.push({ path: ['groups', g, 'indicators', i], key })
  }
  return lacking
}
