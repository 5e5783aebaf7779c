import { crc32, deflateRawSync } from 'node:zlib'

export interface CraftedPart {
  name: string
  data: string | Buffer
  /** The inflated size the archive claims; default the true one. */
  claims?: number
  /** The CRC the archive claims; default the true one. */
  sum?: number
}

/** A zip archive byte by byte, so that a test can make it lie. */
export function craftZip(parts: readonly CraftedPart[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, claims, sum } of parts) {
    const raw = Buffer.from(data)
    const packed = deflateRawSync(raw)
    const about = Buffer.alloc(26) // the fields that local header and directory share, from version to extra length
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(sum ?? crc32(raw), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(claims ?? raw.length, 18)
    about.writeUInt16LE(name.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed])
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), about, rest, Buffer.from(name))
    locals.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listed, end])
}

interface Crafted {
  /** What stands inside sheetData. */
  rows: string
  after?: string
  strings?: string
  styles?: string
  date1904?: boolean
  sheetName?: string
}

/** The parts of a workbook with one sheet, the sheet first: programs differ in the order they write. */
export function workbookParts({
  rows,
  after = '',
  strings,
  styles,
  date1904,
  sheetName = '表',
}: Crafted): CraftedPart[] {
  const parts = [
    { name: 'xl/worksheets/sheet1.xml', data: `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>` },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns:r="r"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
  ]
  if (strings) parts.push({ name: 'xl/sharedStrings.xml', data: `<sst>${strings}</sst>` })
  if (styles) parts.push({ name: 'xl/styles.xml', data: `<styleSheet>${styles}</styleSheet>` })
  return parts
}

/** An inline string cell; `text` is XML. */
export const cell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
