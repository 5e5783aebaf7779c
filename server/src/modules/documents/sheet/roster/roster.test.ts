import { createWriteStream } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../read-table.ts'
import { ROSTER_SHEETS } from '../roster-columns.ts'
import { mustRead, scratch } from '../testing/scratch.ts'
import { fold } from '../value/clean-text.ts'
import { writeWorkbook } from '../write-table.ts'

const { path } = scratch()

/** One row a sheet, every column filled. */
const ROWS: Record<string, Record<string, string>> = {
  units: {
    unitCode: 'QL-0101',
    unitName: '青澜市财政局第一党支部',
    unitKind: 'branch',
    parentCode: 'QL-01',
    concreteLeaderCode: 'QL-D01',
    guidingUnitCode: 'QL-G',
    organClass: '经济管理类',
    foundedOn: '2012-03-01',
    endedOn: '2026-01-01',
    businessUnitCode: 'QL-C',
    staffCount: '42',
  },
  members: {
    memberCode: 'M000001',
    memberName: '欧阳青澜',
    branchCode: 'QL-0101',
    groupCode: 'QL-0101-1',
    memberKind: 'regular',
    memberState: 'inService',
    gender: 'female',
    bornOn: '1949-12-31',
    joinedOn: '1970-07-01',
    becameRegularOn: '1971-07-01',
    leadingCadre: 'no',
    sectionName: '办公室',
    phone: '13800000000',
    idNumber: '11010519491231002X',
  },
  posts: {
    memberCode: 'M000001',
    memberName: '欧阳青澜',
    unitCode: 'QL-0101',
    postKind: 'fullTimeDeputySecretary',
    fromOn: '2023-07-01',
    untilOn: '2026-01-01',
    termFrom: '2023-07-01',
    termUntil: '2026-07-01',
  },
}

describe.each(ROSTER_SHEETS)('$zh', spec => {
  test('no two columns, and no two choices of a column, answer to the same word', () => {
    const sets = [spec.columns, ...spec.columns.map(column => column.choices ?? [])]
    for (const set of sets) {
      const owners = new Map<string, string>()
      for (const item of set) {
        for (const word of [item.zh, item.en, ...item.aliases].map(fold)) {
          expect([word, owners.get(word) ?? item.zh]).toEqual([word, item.zh])
          owners.set(word, item.zh)
        }
      }
    }
  })

  test('every filled column comes back as it went in, and blank optional ones stay blank', async () => {
    const full = ROWS[spec.key] ?? {}
    expect(Object.keys(full)).toEqual(spec.columns.map(column => column.key))
    const spare = Object.fromEntries(spec.columns.map(({ key, required }) => [key, required ? (full[key] ?? '') : '']))
    const file = path()
    await writeWorkbook(createWriteStream(file), [{ spec, rows: [full, spare] }], '2026-07-01')
    const result = mustRead(await readWorkbook(file, [spec]))
    expect([result.errors, result.remarks]).toEqual([[], []])
    expect(result.sheets[0]?.rows.map(row => row.values)).toEqual([full, spare])
  })
})
