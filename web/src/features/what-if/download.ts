import type { WhatIfInput } from '@jiannuo/contract/appraisal/what-if.ts'
import type { Mover } from './reckon/compare.ts'

/** A cell that a spreadsheet takes as text: quoted, and never as a formula. */
const cell = (value: string | number | null) => {
  const text = String(value ?? '')
  const plain = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
  return `"${plain.replaceAll('"', '""')}"`
}

/** The comparison as CSV in UTF-8 with BOM, so that spreadsheets read the Chinese. */
export function comparisonCsv(
  movers: readonly Mover[],
  input: Pick<WhatIfInput, 'subjects' | 'homes'>,
  head: readonly string[],
  gradeOf: (grade: string | null) => string,
): string {
  const rows = movers.map(each => {
    const who = input.subjects[each.row]
    return [
      who?.name ?? '',
      input.homes[who?.home ?? -1] ?? '',
      each.totalBefore,
      each.totalAfter,
      each.rankBefore,
      each.rankAfter,
      gradeOf(each.gradeBefore),
      gradeOf(each.gradeAfter),
      each.reason?.title.zh ?? '',
    ]
  })
  return `\uFEFF${[head, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Hands a text to the browser as a file. */
export function saveFile(name: string, content: string, type: string) {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
