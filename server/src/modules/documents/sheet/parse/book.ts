import type { Parts } from './gate.ts'
import { Refused } from './refused.ts'
import { elementName, xmlEvents } from './xml-events.ts'

/** What every sheet of a workbook needs to be understood. */
export interface Book {
  sheets: { name: string; part: string }[]
  strings: string[]
  /** By style index: whether a number in that style is a date. */
  dateStyles: boolean[]
  date1904: boolean
}

/** Reads the workbook's list of sheets, shared strings and date styles, in that order whatever order the archive has. */
export async function readBook(parts: Parts): Promise<Book> {
  const targets = await readTargets(parts)
  const book: Book = { sheets: [], strings: [], dateStyles: [], date1904: false }
  for await (const event of xmlEvents(parts.text('xl/workbook.xml'))) {
    if (event.eventType !== 'opentag') continue
    const { name, attributes } = event.value
    if (elementName(name) === 'workbookPr') book.date1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
    if (elementName(name) !== 'sheet') continue
    const id = Object.entries(attributes).find(([key]) => elementName(key) === 'id' && key !== 'id')?.[1]
    const part = targets.get(id ?? '')
    if (part && parts.has(part)) book.sheets.push({ name: attributes.name ?? '', part })
  }
  if (parts.has('xl/styles.xml')) book.dateStyles = await readDateStyles(parts)
  if (parts.has('xl/sharedStrings.xml')) book.strings = await readStrings(parts)
  return book
}

/** Relation id to the part of a worksheet; some writers give the path from the root of the archive. */
async function readTargets(parts: Parts): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  const name = 'xl/_rels/workbook.xml.rels'
  if (!parts.has(name)) throw new Refused('damaged')
  for await (const event of xmlEvents(parts.text(name))) {
    if (event.eventType !== 'opentag') continue
    const { Id, Target, Type, TargetMode } = event.value.attributes
    if (!Id || !Target || TargetMode === 'External' || !Type?.endsWith('/worksheet')) continue
    targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
  }
  return targets
}

/** Shared strings: the runs of rich text joined, phonetic guides left out. */
async function readStrings(parts: Parts): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let inText = false
  let inPhonetic = false
  for await (const event of xmlEvents(parts.text('xl/sharedStrings.xml'))) {
    if (event.eventType === 'text') {
      if (inText && !inPhonetic) text += event.value
      continue
    }
    const opens = event.eventType === 'opentag'
    const name = elementName(event.value.name)
    if (name === 't') inText = opens
    else if (name === 'rPh') inPhonetic = opens
    else if (name === 'si') {
      if (!opens) strings.push(text)
      text = ''
    }
  }
  return strings
}

async function readDateStyles(parts: Parts): Promise<boolean[]> {
  const custom = new Map<number, boolean>()
  const styles: boolean[] = []
  let inCellStyles = false
  for await (const event of xmlEvents(parts.text('xl/styles.xml'))) {
    if (event.eventType === 'text') continue
    const opens = event.eventType === 'opentag'
    const { attributes } = event.value
    const name = elementName(event.value.name)
    const format = Number(attributes.numFmtId ?? 0)
    if (name === 'cellXfs') inCellStyles = opens
    else if (name === 'numFmt' && opens) custom.set(format, isDateFormat(attributes.formatCode ?? ''))
    else if (name === 'xf' && opens && inCellStyles) styles.push(custom.get(format) ?? isBuiltInDate(format))
  }
  return styles
}

/** ECMA-376 part 1, 18.8.30: 14–22 and 45–47 everywhere, 27–36 and 50–58 in Chinese editions. */
const BUILT_IN_DATES: [number, number][] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
]

function isBuiltInDate(format: number): boolean {
  return BUILT_IN_DATES.some(([first, last]) => format >= first && format <= last)
}

function isDateFormat(code: string): boolean {
  return /[ymdhs年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|General/gi, ''))
}
