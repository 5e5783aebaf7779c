export interface Stretch {
  text: string
  common: boolean
}

/** Runs shorter than this are chance: 的, 工作. */
const SHORTEST = 3

/** Marks in each of two texts the runs both have, longest first, left to right; each text is returned whole. */
export function commonText(left: string, right: string): [Stretch[], Stretch[]] {
  const [from, to] = [[...left], [...right]]
  const length = longestRun(from, to)
  if (length.size < SHORTEST) return [plain(from), plain(to)]
  const [leftBefore, rightBefore] = commonText(from.slice(0, length.left).join(''), to.slice(0, length.right).join(''))
  const [leftAfter, rightAfter] = commonText(
    from.slice(length.left + length.size).join(''),
    to.slice(length.right + length.size).join(''),
  )
  const run = { text: from.slice(length.left, length.left + length.size).join(''), common: true }
  return [
    [...leftBefore, run, ...leftAfter],
    [...rightBefore, run, ...rightAfter],
  ]
}

const plain = (text: readonly string[]) => (text.length === 0 ? [] : [{ text: text.join(''), common: false }])

function longestRun(from: readonly string[], to: readonly string[]) {
  const best = { left: 0, right: 0, size: 0 }
  let above = new Array<number>(to.length + 1).fill(0)
  for (let i = 1; i <= from.length; i++) {
    const row = new Array<number>(to.length + 1).fill(0)
    for (let j = 1; j <= to.length; j++) {
      if (from[i - 1] !== to[j - 1]) continue
      const size = (above[j - 1] ?? 0) + 1
      row[j] = size
      if (size > best.size) Object.assign(best, { left: i - size, right: j - size, size })
    }
    above = row
  }
  return best
}
