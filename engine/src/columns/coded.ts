/** Texts by dictionary: `codes` point into `names`; -1 is missing. */
export interface Coded {
  codes: Int32Array
  names: readonly string[]
}

/** Null and '' are missing. */
export function encode(texts: readonly (string | null)[]): Coded {
  const codes = new Int32Array(texts.length)
  const known = new Map<string, number>()
  for (let i = 0; i < codes.length; i++) {
    const text = texts[i]
    if (text === null || text === undefined || text === '') {
      codes[i] = -1
      continue
    }
    let code = known.get(text)
    if (code === undefined) {
      code = known.size
      known.set(text, code)
    }
    codes[i] = code
  }
  return { codes, names: [...known.keys()] }
}
