import type { Scheme } from '@jiannuo/engine/scheme.ts'
import { Document, isCollection, isMap, isScalar, type Pair, type YAMLMap } from 'yaml'
import { keyText } from './scheme-place.ts'

const words = (text: string) => text.split(' ')
/** Keys in the order in which the format's description lists them. */
const TOP = words(
  'scheme version title cite subject year period decimals missing scopes groups coupling adjustments bonusCap deductionCap limits rank ungraded grades vetoes gates lights stars rollUp overrides',
)
const WITHIN = words(
  'id grade stars kind source with form title cite fact weight minimum trim missing method max indicators from to base bottom of per atLeast below points full scale outOf each gain floor ceiling cap recoverable share scope order steps sources when gradeAtMost starsAtMost zero bars min green yellow decision zh en',
)
const OF_LISTS: Record<string, string[]> = {
  rank: words('scope tieBreakers'),
  rollUp: words('scope by from weight own ownWeight'),
}
/** Mappings from labels of a user's own; their order is the user's. */
const LABELLED = ['scale', 'points']
const LINE = 100

/** The scheme as YAML, the same text for the same scheme whatever order its keys have; reads back to an equal scheme. */
export function writeSchemeText(scheme: Scheme): string {
  const document = new Document(scheme, { version: '1.2', schema: 'core', aliasDuplicateObjects: false })
  const { contents } = document
  if (isMap(contents)) {
    sortKeys(contents, TOP)
    for (const { key, value } of contents.items) arrange(value, keyText(key))
  }
  return document.toString({ lineWidth: 0, indentSeq: true, flowCollectionPadding: true })
}

function sortKeys(map: YAMLMap, order: readonly string[]) {
  const rank = ({ key }: Pair) => order.indexOf(keyText(key)) + 1 || order.length + 1
  map.items.sort((a, b) => rank(a) - rank(b))
}

/** Puts keys in order and writes what fits on a line on one; `under` is the key that holds the node. */
function arrange(node: unknown, under: string) {
  if (!isCollection(node)) return
  if (isMap(node)) {
    if (!LABELLED.includes(under)) sortKeys(node, OF_LISTS[under] ?? WITHIN)
    for (const { key, value } of node.items) arrange(value, keyText(key))
  } else for (const item of node.items) arrange(item, under)
  node.flow = widthOf(node) <= LINE
}

/** Characters of the node on one line, about. */
function widthOf(node: unknown): number {
  if (isMap(node)) return node.items.reduce((sum, { key, value }) => sum + widthOf(key) + 2 + widthOf(value) + 2, 4)
  if (isCollection(node)) return node.items.reduce<number>((sum, item) => sum + widthOf(item) + 2, 4)
  return isScalar(node) ? String(node.value).length : 0
}
