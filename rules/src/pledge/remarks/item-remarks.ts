import { isDay } from '@jiannuo/engine/dated.ts'
import { sayDay } from '../../day.ts'
import type { Bilingual } from '../../rule.ts'
import { readGoal } from './measurable.ts'
import type { PledgeItem, PledgeRemark } from './remark.ts'

/** Shorter than this nobody knows what is promised: 「讲党课」 has three characters. */
const SHORTEST_TITLE = 5
const QUOTE_LENGTH = 12

/** What can be said of one item without looking at any other. `place` is its number on the page, from 1. */
export function itemRemarks(item: PledgeItem, place: number, year: number): PledgeRemark[] {
  return [
    ...wordingRemarks(item, place),
    ...targetRemarks(item, place),
    ...dueRemarks(item, place, year),
    ...zeroWeight(item, place),
  ]
}

/** Without a figure to reach, recorded facts move nothing. */
function targetRemarks({ id, fact, target }: PledgeItem, place: number): PledgeRemark[] {
  if (!fact || Number(target) > 0) return []
  return [
    {
      ...{ code: 'followed-without-target', severity: 'must', itemId: id, quote: target, example: null },
      zh: `第${place}项随数据自动更新，还没有目标值`,
      en: `Item ${place} moves with recorded facts and has no target`,
      detail: { zh: '请填要达到的数字，大于0。', en: 'Enter the figure to be reached, above 0.' },
    },
  ]
}

function wordingRemarks(item: PledgeItem, place: number): PledgeRemark[] {
  const title = item.title.trim()
  const about = { itemId: item.id, quote: title || null, example: exampleFor(item) }
  if ([...title.replace(/[^\p{L}\p{N}]/gu, '')].length < SHORTEST_TITLE) {
    return [
      {
        code: 'too-short',
        severity: 'must',
        ...about,
        zh: `第${place}项写得太短`,
        en: `Item ${place} is too short`,
        detail: { zh: '请写清做什么、做到什么程度。', en: 'Say what you will do and how far it will go.' },
      },
    ]
  }
  const { measurable, vague, hollow } = readGoal(item)
  const quote = vague ?? clip(title)
  if (!measurable) {
    return [
      {
        code: 'not-measurable',
        severity: 'must',
        ...about,
        quote,
        zh: `第${place}项看不出做到没有`,
        en: `Nobody can tell whether item ${place} was done`,
        detail: vague === null ? askForTarget(quote) : slogan(quote),
      },
    ]
  }
  if (!hollow) return []
  return [
    {
      code: 'vague-wording',
      severity: 'advice',
      ...about,
      quote,
      zh: `第${place}项有数量，还没写清做什么`,
      en: `Item ${place} has a figure but does not say what is done`,
      detail: {
        zh: `“${quote}”请换成具体的事，让${item.target ?? ''}${item.unit}有所指。`,
        en: `Put something concrete in place of “${quote}”, so that “${item.target ?? ''}${item.unit}” counts something.`,
      },
    },
  ]
}

const slogan = (quote: string): Bilingual => ({
  zh: `“${quote}”没有数量和结果，年底没法对账。`,
  en: `“${quote}” has neither a figure nor a result, so it cannot be checked at the end of the year.`,
})

/** Concrete words may name a result no list of ours foresees, so the way out is one field away. */
const askForTarget = (quote: string): Bilingual => ({
  zh: `“${quote}”没有看到数量和结果；请填目标值和单位，一次办成的事填1件。`,
  en: `No figure or result found in “${quote}”; enter a target and its unit, or 1 if it is done once.`,
})

function dueRemarks(item: PledgeItem, place: number, year: number): PledgeRemark[] {
  if (item.dueOn === null || !isDay(item.dueOn)) {
    return [
      {
        code: 'no-due-date',
        severity: 'must',
        itemId: item.id,
        quote: item.dueOn,
        zh: `第${place}项没有完成时间`,
        en: `Item ${place} has no due date`,
        detail: { zh: `请填${year}年内的一天。`, en: `Enter a day in ${year}.` },
        example: null,
      },
    ]
  }
  if (item.dueOn.startsWith(`${year}-`)) return []
  const said = sayDay(item.dueOn)
  return [
    {
      code: 'due-outside-year',
      severity: 'must',
      itemId: item.id,
      quote: said.zh,
      zh: `第${place}项的完成时间不在${year}年`,
      en: `Item ${place} is due outside ${year}`,
      detail: {
        zh: `现填${said.zh}，请改到${year}年1月1日—12月31日之间；跨年的事写今年做到哪一步。`,
        en: `It says ${said.en}; choose a day from 1 January to 31 December ${year}. For longer work, write how far it gets this year.`,
      },
      example: null,
    },
  ]
}

function zeroWeight(item: PledgeItem, place: number): PledgeRemark[] {
  if (item.weight > 0) return []
  return [
    {
      code: 'zero-weight',
      severity: 'must',
      itemId: item.id,
      quote: `${item.weight}`,
      zh: `第${place}项权重是${item.weight}`,
      en: `Item ${place} has a weight of ${item.weight}`,
      detail: {
        zh: '请填1—100的整数；不想计分的事可以不写进承诺。',
        en: 'Enter a whole number from 1 to 100; what should not count need not be pledged.',
      },
      example: null,
    },
  ]
}

function clip(title: string): string {
  const chars = [...title]
  return chars.length <= QUOTE_LENGTH ? title : `${chars.slice(0, QUOTE_LENGTH).join('')}……`
}

/** A better sentence near what the author had in mind; the first row that fits, else one for the kind of item. */
function exampleFor({ title, kind }: PledgeItem): Bilingual {
  const row = EXAMPLES.find(([pattern]) => pattern.test(title))
  if (row) return row[1]
  return kind === 'party' ? LECTURE : APPROVAL
}

const LECTURE = {
  zh: '在支部讲1次微党课，题目结合本处室一件难事，6月底前讲完。',
  en: 'Give one short lecture in the branch on a hard case of this section, by the end of June.',
}
const APPROVAL = {
  zh: '牵头办理的事项平均用时由8个工作日压到5个工作日，11月底前达到。',
  en: 'Cut the average handling time of the matters I lead from 8 to 5 working days, by the end of November.',
}
const EXAMPLES: readonly (readonly [RegExp, Bilingual])[] = [
  [
    /廉|纪律|作风|警示|规矩/,
    {
      zh: '上下半年各开展1次廉政风险排查，列出清单，查出的问题10月底前全部整改销号。',
      en: 'Check for integrity risks once each half-year, list them, and close every finding by the end of October.',
    },
  ],
  [
    /调研|调查研究/,
    {
      zh: '到基层单位调研4次，形成1篇报告，其中2条建议9月底前被采用。',
      en: 'Visit four grassroots units, write one report, and have two proposals adopted by the end of September.',
    },
  ],
  [
    /群众|企业|服务|满意|基层/,
    {
      zh: '联系服务8家企业，每季度走访1次，全年办结企业提出的问题10件。',
      en: 'Stay in touch with eight firms, visit each quarter, and settle ten of their problems this year.',
    },
  ],
  [
    /党支部|支部|组织生活|党员|模范|党建/,
    {
      zh: '每月组织1次主题党日，会前定题、会后办事，全年办成3件实事。',
      en: 'Hold one theme day a month with a topic set beforehand, and get three practical things done this year.',
    },
  ],
  [
    /学习|政治|理论|思想|精神|意识/,
    {
      zh: '全年通读党章，在支部交流2次，形成1条本处室的改进措施，10月底前落实。',
      en: 'Read the Party Constitution through, share it twice in the branch, and carry out one improvement in this section by the end of October.',
    },
  ],
]
