import type { Choice, ColumnSpec } from '../column-spec.ts'

type More = Partial<Omit<ColumnSpec, 'key' | 'zh' | 'en' | 'kind' | 'hint'>> & { why: string; whyEn: string }

/** One column of the roster; `why` tells the person who fills it in what it is for. */
export function column(
  key: string,
  kind: ColumnSpec['kind'],
  zh: string,
  en: string,
  { why, whyEn, ...more }: More,
): ColumnSpec {
  return { key, kind, zh, en, required: false, aliases: [], hint: { zh: why, en: whyEn }, ...more }
}

export const choice = (value: string, zh: string, en: string, ...aliases: string[]): Choice => ({
  value,
  zh,
  en,
  aliases,
})

/** Codes are short: they are typed by hand and printed. */
export const CODE = { max: 40 }
/** What people write for “there is none”. */
export const NONE = ['无', '/', '-', '—']
/** What people write for an end that has not come. */
export const STILL = ['至今', '现在', '今', ...NONE]
