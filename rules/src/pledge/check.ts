import { copyRemarks } from './remarks/copy-remarks.ts'
import { itemRemarks } from './remarks/item-remarks.ts'
import type { PledgeCheckInput, PledgeItem, PledgeRemark } from './remarks/remark.ts'

/** Two to five lines are a normal pledge; below two one of the two duties is missing, above ten nobody reads it. */
const FEWEST_ITEMS = 2
const MOST_ITEMS = 10

/**
 * The pledge check before submission: what must be mended and what is advised, each with its reason and, where it helps,
 * a better example or a one-click fix. The same input always gives the same remarks in the same order: item by item,
 * then those about the pledge as a whole. An empty list means the pledge can be submitted as it stands.
 */
export function checkPledge(input: PledgeCheckInput): PledgeRemark[] {
  const { items, year, others } = input
  const single = items.flatMap((item, i) => itemRemarks(item, i + 1, year))
  const copies = copyRemarks(items, others)
  const place = new Map(items.map((item, i) => [item.id, i]))
  const byItem = [...single, ...copies].sort(
    (a, b) => (place.get(a.itemId ?? '') ?? 0) - (place.get(b.itemId ?? '') ?? 0),
  )
  return [...byItem, ...countRemarks(items), ...kindRemarks(items), ...weightRemarks(items)]
}

function countRemarks(items: readonly PledgeItem[]): PledgeRemark[] {
  if (items.length >= FEWEST_ITEMS && items.length <= MOST_ITEMS) return []
  const few = items.length < FEWEST_ITEMS
  return [
    {
      code: few ? 'too-few-items' : 'too-many-items',
      severity: few ? 'must' : 'advice',
      itemId: null,
      quote: null,
      zh: few ? `现有${items.length}项，至少写${FEWEST_ITEMS}项` : `现有${items.length}项，超过${MOST_ITEMS}项`,
      en: few
        ? `${items.length} of at least ${FEWEST_ITEMS} items written`
        : `${items.length} items, more than ${MOST_ITEMS}`,
      detail: few
        ? {
            zh: '党建、业务各写1项以上，通常2—5项就够。',
            en: 'At least one Party and one business item; two to five are usual.',
          }
        : { zh: '通常2—5项就够，请留下最要紧的。', en: 'Two to five are usual; keep those that matter most.' },
      example: null,
    },
  ]
}

function kindRemarks(items: readonly PledgeItem[]): PledgeRemark[] {
  const remarks: PledgeRemark[] = []
  if (!items.some(item => item.kind === 'party')) {
    remarks.push({
      code: 'no-party-item',
      severity: 'must',
      itemId: null,
      quote: null,
      zh: '还没有党建事项',
      en: 'There is no Party item yet',
      detail: { zh: '一岗双责：党建、业务各写1项以上。', en: 'One post, two duties: at least one item of each kind.' },
      example: {
        zh: '在支部讲1次微党课，题目结合本处室一件难事，6月底前讲完。',
        en: 'Give one short lecture in the branch on a hard case of this section, by the end of June.',
      },
    })
  }
  if (!items.some(item => item.kind === 'business')) {
    remarks.push({
      code: 'no-business-item',
      severity: 'must',
      itemId: null,
      quote: null,
      zh: '还没有业务事项',
      en: 'There is no business item yet',
      detail: {
        zh: '党建要落到业务上：从岗位职责里选1项今年要办成的事。',
        en: 'Party work shows in the work itself: take one thing from your post that will get done this year.',
      },
      example: {
        zh: '牵头办理的事项平均用时由8个工作日压到5个工作日，11月底前达到。',
        en: 'Cut the average handling time of the matters I lead from 8 to 5 working days, by the end of November.',
      },
    })
  }
  return remarks
}

/** The shortfall goes to the lightest item, the excess comes off the heaviest; the later item where weights are equal. */
function weightRemarks(items: readonly PledgeItem[]): PledgeRemark[] {
  const sum = items.reduce((total, item) => total + item.weight, 0)
  if (items.length === 0 || sum === 100) return []
  const short = 100 - sum
  const target = items.reduce((best, item) => {
    if (short > 0) return item.weight <= best.weight ? item : best
    return item.weight >= best.weight ? item : best
  })
  const place = items.indexOf(target) + 1
  const to = target.weight + short
  const possible = Number.isInteger(to) && to > 0
  const move = { zh: `第${place}项${target.weight}→${to}`, en: `item ${place} from ${target.weight} to ${to}` }
  return [
    {
      code: 'weights-not-100',
      severity: 'must',
      itemId: null,
      quote: `${sum}`,
      zh: short > 0 ? `权重合计${sum}，还差${short}` : `权重合计${sum}，多出${-short}`,
      en:
        short > 0 ? `The weights add up to ${sum}, ${short} short` : `The weights add up to ${sum}, ${-short} too many`,
      detail: possible
        ? { zh: `应为100，例如${move.zh}。`, en: `They must add up to 100: for example ${move.en}.` }
        : { zh: '应为100，请在几项之间重新分配。', en: 'They must add up to 100; share them out afresh.' },
      example: null,
      ...(possible ? { fix: { itemId: target.id, weight: { from: target.weight, to } } } : {}),
    },
  ]
}
