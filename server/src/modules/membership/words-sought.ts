/** What someone typed, made fit for LIKE: lower case, without spaces, ü as v, wildcards taken literally. */
export const wordsSought = (typed: string) =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/g, '')
    .replaceAll('ü', 'v')
    .replaceAll(/[\\%_]/g, c => `\\${c}`)
