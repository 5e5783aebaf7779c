/** Characters as a reader counts them: one for each Han character, letter, digit or mark, none for white space. */
export function countCharacters(text: string): number {
  let count = 0
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text))
    if (segment.trim() !== '') count++
  return count
}
