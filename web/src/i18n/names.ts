const strokes = new Intl.Collator('zh-u-co-stroke')

/** Sorts persons by the strokes of their names (按姓氏笔画), as printed name lists are. */
export const byStroke = (a: { name: string }, b: { name: string }): number => strokes.compare(a.name, b.name)
