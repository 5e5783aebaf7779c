import type { Bilingual } from '../../rule.ts'
import type { ComparedText, PledgeCheckInput, PledgeItem, PledgeRemark, RemarkCode } from './remark.ts'
import { type Fingerprint, fingerprint, similarity } from './similarity.ts'

/** From here on two items are called alike; fixed on the labelled pairs in quality/, where own content stays below it. */
export const ALIKE = 0.65

interface Source {
  code: RemarkCode
  severity: 'must' | 'advice'
  heading(place: number, percent: number, label: string): Bilingual
  detail: Bilingual
}

const SOURCES: Record<keyof PledgeCheckInput['others'], Source> = {
  superior: {
    code: 'copied-from-superior',
    severity: 'must',
    heading: (place, percent, label) => ({
      zh: `第${place}项与上级（${label}）的承诺相似${percent}%`,
      en: `Item ${place} is ${percent}% like the superior’s (${label})`,
    }),
    detail: {
      zh: '上级管到面，您管到点：请写自己这个岗位要办的那一部分。',
      en: 'The level above answers for the whole; write the part that your own post will do.',
    },
  },
  colleagues: {
    code: 'copied-from-colleague',
    severity: 'must',
    heading: (place, percent, label) => ({
      zh: `第${place}项与同事（${label}）的承诺相似${percent}%`,
      en: `Item ${place} is ${percent}% like a colleague’s (${label})`,
    }),
    detail: {
      zh: '确是两人合办的，请写清各办哪一段、各交什么结果。',
      en: 'If you do it together, say who does which part and hands in what.',
    },
  },
  lastYear: {
    code: 'same-as-last-year',
    severity: 'advice',
    heading: (place, percent) => ({
      zh: `第${place}项与去年的承诺相似${percent}%`,
      en: `Item ${place} is ${percent}% like last year’s`,
    }),
    detail: {
      zh: '确实要连年做的可以保留，请写清今年新在哪里。',
      en: 'Work that goes on may stay; say what is new this year.',
    },
  },
}

interface Compared {
  label: string
  text: string
  print: Fingerprint
}

/** At most one remark per item and source, about the text most like it; the first listed wins a tie. */
export function copyRemarks(items: readonly PledgeItem[], others: PledgeCheckInput['others']): PledgeRemark[] {
  const prints = items.map(item => fingerprint(item.title))
  const remarks: PledgeRemark[] = []
  for (const key of ['superior', 'colleagues', 'lastYear'] as const) {
    const texts = others[key].flatMap(lines)
    items.forEach((item, i) => {
      const print = prints[i]
      const best = print && closest(print, texts)
      if (best) remarks.push(alike(SOURCES[key], item, i + 1, best))
    })
  }
  return [...remarks, ...duplicateRemarks(items, prints)]
}

const lines = ({ label, text }: ComparedText): Compared[] =>
  text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => ({ label, text: line.trim(), print: fingerprint(line) }))

/** A duty common to all by rule is nobody's text, so it is never called a copy. */
function closest(print: Fingerprint, texts: readonly Compared[]): (Compared & { score: number }) | null {
  let best: (Compared & { score: number }) | null = null
  for (const other of texts) {
    if (print.common || other.print.common) continue
    const score = similarity(print, other.print)
    if (score >= ALIKE && score > (best?.score ?? 0)) best = { ...other, score }
  }
  return best
}

function alike(source: Source, item: PledgeItem, place: number, best: Compared & { score: number }): PledgeRemark {
  const percent = Math.round(best.score * 100)
  return {
    code: source.code,
    severity: source.severity,
    itemId: item.id,
    quote: item.title.trim(),
    ...source.heading(place, percent, best.label),
    detail: source.detail,
    example: null,
    similar: { label: best.label, percent, text: best.text },
  }
}

/** Two items of one pledge saying the same; unlike copies, a common duty promised twice counts here. */
function duplicateRemarks(items: readonly PledgeItem[], prints: readonly Fingerprint[]): PledgeRemark[] {
  return items.flatMap((item, i): PledgeRemark[] => {
    for (let j = 0; j < i; j++) {
      const [print, earlier, other] = [prints[i], prints[j], items[j]]
      const score = print && earlier ? similarity(print, earlier) : 0
      if (!other || score < ALIKE) continue
      const percent = Math.round(score * 100)
      return [
        {
          code: 'duplicate-item',
          severity: 'must',
          itemId: item.id,
          quote: item.title.trim(),
          zh: `第${i + 1}项与第${j + 1}项重复`,
          en: `Item ${i + 1} repeats item ${j + 1}`,
          detail: {
            zh: '同一件事只写一次，请并成一项或写清两项的不同。',
            en: 'Write one matter once: merge the two, or say how they differ.',
          },
          example: null,
          similar: { label: `第${j + 1}项`, percent, text: other.title.trim() },
        },
      ]
    }
    return []
  })
}
