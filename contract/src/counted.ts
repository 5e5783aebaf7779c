const ENGLISH = new Intl.PluralRules('en')

/** A number with its noun, and verb where one follows, in English: `1 item`, `3 items`, `1 pledge waits`. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${ENGLISH.select(n) === 'one' ? one : many}`
