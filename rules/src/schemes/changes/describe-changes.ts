import type { Scheme } from '@jiannuo/engine/format.ts'
import type { Bilingual } from '../../rule.ts'
import { KEY_LABELS, LISTS, METHOD_TITLES, type Reading } from './labels.ts'

/** A difference as a sentence; `path` leads to it in the newer document, for what was taken out in the older one. */
export interface SchemeChange extends Bilingual {
  path: (string | number)[]
}

type Path = SchemeChange['path']
type Raw = Record<string, unknown>
interface Walk {
  changes: SchemeChange[]
}

/**
 * What differs between two versions of a scheme, in the order of the newer document, what was taken out after that; empty when they mean the same.
 * Items of lists are told apart by their id, so that moving one in its list is no change. The version number is left aside.
 */
export function describeChanges(before: Scheme, after: Scheme): SchemeChange[] {
  const walk: Walk = { changes: [] }
  const { version: _b, ...older } = before
  const { version: _a, ...newer } = after
  compareNodes(older, newer, [], null, walk)
  return walk.changes
}

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRaw(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, sorted(value[key])]),
  )
}

function compareNodes(before: Raw, after: Raw, path: Path, owner: Bilingual | null, walk: Walk) {
  const keys = [...Object.keys(after), ...Object.keys(before).filter(key => !(key in after))]
  for (const key of keys) {
    const [old, now] = [before[key], after[key]]
    if (same(old, now)) continue
    const list = LISTS[key]
    if (list && (Array.isArray(old) || Array.isArray(now)))
      compareLists(asList(old), asList(now), [...path, key], list, owner, walk)
    else if (key === 'method' && isRaw(old) && isRaw(now) && old.kind === now.kind)
      compareNodes(old, now, [...path, key], owner, walk)
    else if (key !== 'title' && key !== 'method' && isRaw(old) && isRaw(now))
      compareNodes(old, now, [...path, key], inside(owner, key), walk)
    else walk.changes.push({ path: [...path, key], ...sentence(key, old, now, path, owner) })
  }
}

const asList = (value: unknown): Raw[] => (Array.isArray(value) ? value.filter(isRaw) : [])

function compareLists(
  before: Raw[],
  after: Raw[],
  path: Path,
  list: (typeof LISTS)[string],
  owner: Bilingual | null,
  walk: Walk,
) {
  const name = (item: Raw) => nameOf(item, list, owner)
  for (const [at, item] of after.entries()) {
    const old = before.find(each => each[list.key] === item[list.key])
    if (old) compareNodes(old, item, [...path, at], name(item), walk)
    else {
      const { zh, en } = nameOf(item, list, null)
      const worth = worthOf(item)
      walk.changes.push({
        path: [...path, at],
        zh: `${within(owner).zh}新增${list.item.zh}${zh}${worth === null ? '' : `，${worth} 分`}`,
        en: `${within(owner).en}new ${list.item.en} ${en}${worth === null ? '' : `, ${worth} points`}`,
      })
    }
  }
  for (const [at, item] of before.entries())
    if (!after.some(each => each[list.key] === item[list.key])) {
      const { zh, en } = nameOf(item, list, null)
      walk.changes.push({
        path: [...path, at],
        zh: `${within(owner).zh}去掉${list.item.zh}${zh}`,
        en: `${within(owner).en}${list.item.en} ${en} taken out`,
      })
    }
}

const within = (owner: Bilingual | null): Bilingual =>
  owner ? { zh: `${owner.zh}中`, en: `in ${owner.en}: ` } : { zh: '', en: '' }

/** Full points of a new indicator or group, where the file says them as one number. */
function worthOf(item: Raw): number | null {
  const method = isRaw(item.method) ? item.method : {}
  for (const value of [item.max, method.points, method.base]) if (typeof value === 'number') return value
  return null
}

/** A source or a step is told with what it belongs to; everything else stands by its own title. */
function nameOf(item: Raw, { key, item: kind }: (typeof LISTS)[string], owner: Bilingual | null): Bilingual {
  const id = String(item[key])
  const title = isRaw(item.title) ? item.title : {}
  const zh = typeof title.zh === 'string' ? title.zh : id
  const own = { zh: `“${zh}”`, en: `“${typeof title.en === 'string' ? title.en : zh}”` }
  if (key === 'stars') return { zh: `${id} 星`, en: `${id} stars` }
  if (key === 'atLeast' || key === 'source' || key === 'scope')
    return { zh: `${owner?.zh ?? ''}${kind.zh}${own.zh}`, en: `${owner ? `${owner.en} ` : ''}${kind.en} ${own.en}` }
  return own
}

const inside = (owner: Bilingual | null, key: string): Bilingual | null => {
  const { zh, en } = KEY_LABELS[key] ?? { zh: key, en: key }
  return owner ? { zh: `${owner.zh}的${zh}`, en: `${owner.en} ${en}` } : { zh, en }
}

function sentence(key: string, old: unknown, now: unknown, path: Path, owner: Bilingual | null): Bilingual {
  const known = KEY_LABELS[key] ?? { zh: `“${key}”`, en: `“${key}”`, reads: 'plain' as const }
  // The points of an indicator are what people mean by it: 「“三会一课”由 20 分改为 15 分」.
  const isWorth = path.at(-1) === 'method' && (key === 'points' || key === 'base') && typeof now === 'number'
  const isLabel = !KEY_LABELS[key] && path.at(-1) !== undefined
  const reads: Reading = isLabel && path.at(-1) === 'points' ? 'points' : known.reads
  const isShareOfCap = path.at(-1) === 'cap' && key === 'share'
  const label = path.at(-1) === 'limits' && key === 'max' ? KEY_LABELS.ceiling! : known
  const what = (isWorth || isShareOfCap) && owner ? owner : joined(owner, label)
  const read = (value: unknown) => readable(value, key, reads)
  if (old === undefined)
    return { zh: `${what.zh}定为${apart(read(now).zh).trimEnd()}`, en: `${what.en} set to ${read(now).en}` }
  if (now === undefined)
    return {
      zh: `${what.zh}取消，原为${apart(read(old).zh).trimEnd()}`,
      en: `${what.en} taken out, was ${read(old).en}`,
    }
  return {
    zh: `${what.zh}由${apart(read(old).zh)}改为${apart(read(now).zh).trimEnd()}`,
    en: `${what.en} changed from ${read(old).en} to ${read(now).en}`,
  }
}

/** Figures and Latin words stand a space apart from Chinese ones. */
const apart = (zh: string) => `${/^[\w-]/.test(zh) ? ' ' : ''}${zh}${/[\w%]$/.test(zh) ? ' ' : ''}`

const joined = (owner: Bilingual | null, key: Bilingual): Bilingual =>
  owner ? { zh: `${owner.zh}的${key.zh}`, en: `${owner.en} ${key.en}` } : key

/** A value as a reader takes it: points with their unit, shares as percent, lists with commas, a condition as its parts. */
function readable(value: unknown, key: string, reads: Reading): Bilingual {
  const plain = (text: string): Bilingual => ({ zh: text, en: text })
  if (key === 'title' && isRaw(value)) return { zh: `“${value.zh}”`, en: `“${value.en ?? value.zh}”` }
  if (key === 'method' && isRaw(value)) return METHOD_TITLES[String(value.kind)] ?? plain(String(value.kind))
  if (value === true) return { zh: '是', en: 'yes' }
  if (typeof value === 'number' && reads === 'points') return { zh: `${value} 分`, en: `${value} points` }
  if (typeof value === 'number' && reads === 'share') return plain(`${Number((value * 100).toFixed(4))}%`)
  if (Array.isArray(value)) return { zh: value.map(partText).join('、'), en: value.map(partText).join(', ') }
  if (isRaw(value)) {
    const parts = Object.entries(value).map(([name, part]) => ({
      zh: `${KEY_LABELS[name]?.zh ?? name} ${readable(part, name, KEY_LABELS[name]?.reads ?? 'plain').zh}`,
      en: `${KEY_LABELS[name]?.en ?? name} ${readable(part, name, KEY_LABELS[name]?.reads ?? 'plain').en}`,
    }))
    return { zh: parts.map(each => each.zh).join('，'), en: parts.map(each => each.en).join(', ') }
  }
  return plain(String(value))
}

const partText = (value: unknown) => (isRaw(value) ? Object.values(value).join(' ') : String(value))
