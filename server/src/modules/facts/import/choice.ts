import type { ImportAbout } from '@jiannuo/contract/fact-import.ts'
import { factById } from '@jiannuo/rules/facts/catalogue.ts'
import { type Fact, isWhole, largest, smallest } from '@jiannuo/rules/facts/fact.ts'
import { type Period, periodOf } from '@jiannuo/rules/facts/period.ts'
import { fail } from '../../../platform/http/fail.ts'
import type { Change } from '../../../platform/http/serve.ts'
import type { ColumnSpec, SheetSpec } from '../../documents/index.ts'
import { isYearClosed } from './sql.ts'

export interface Choice {
  about: ImportAbout
  period: Period
  facts: readonly Fact[]
}

/** What is to be imported, checked against catalogue and calendar. Fails FACT_CHOICE, which says what does not fit. */
export async function choose(
  { tx, actor, today }: Change,
  given: { about: ImportAbout; period: string; facts: readonly string[] },
): Promise<Choice> {
  const refuse = (zh: string, en: string): never => fail('FACT_CHOICE', { zh, en })
  const period = periodOf(given.period) ?? refuse('时段写得不对', 'This is no period')
  if (period.from > today) refuse(`${period.id} 还没有开始`, `${period.id} has not begun`)
  if (await isYearClosed(tx, actor.authorityId, Number(period.id.slice(0, 4))))
    refuse(`${period.id.slice(0, 4)} 年度已经关闭，不能再导入`, `The year ${period.id.slice(0, 4)} is closed`)
  const facts = [...new Set(given.facts)].map((id): Fact => {
    const fact = factById(id)
    if (!fact || fact.reading === 'derived') return refuse(`“${id}”不能导入`, `"${id}" cannot be imported`)
    if (!fact.periods.includes(period.kind))
      refuse(`“${fact.title.zh}”没有这种时段`, `"${fact.title.en}" is not kept for such a period`)
    if (!fact.about.includes(given.about))
      refuse(`“${fact.title.zh}”不是关于这类对象的`, `"${fact.title.en}" is not about these subjects`)
    return fact
  })
  return { about: given.about, period, facts }
}

const text = (key: string, zh: string, en: string, aliases: string[]): ColumnSpec => ({
  ...{ key, zh, en, aliases, kind: 'text', required: true, max: 100 },
  hint: { zh: `与名册一致的${zh}`, en: `${en} as in the roster` },
})

function column(fact: Fact): ColumnSpec {
  const range = `${smallest(fact.unit)}—${largest(fact)}`
  const head: ColumnSpec = {
    ...{ key: fact.id, zh: fact.title.zh, en: fact.title.en, aliases: [fact.id], kind: 'decimal', required: false },
    max: largest(fact),
    hint: { zh: `${range}；空白表示没有，不等于零`, en: `${range}; blank means missing, not zero` },
  }
  if (fact.unit === 'label')
    return {
      ...head,
      kind: 'choice',
      choices: (fact.labels ?? []).map((label, i) => ({ value: String(i + 1), ...label, aliases: [] })),
    }
  if (fact.unit === 'mark')
    return {
      ...head,
      kind: 'choice',
      choices: [
        { value: '1', zh: '是', en: 'Yes', aliases: ['1'] },
        { value: '0', zh: '否', en: 'No', aliases: ['0'] },
      ],
    }
  return isWhole(fact.unit) ? { ...head, kind: 'integer' } : head
}

/** The sheet of an import: code and name of each subject, and one column a fact. */
export const sheetOf = ({ facts }: Choice): SheetSpec => ({
  ...{ key: 'facts', zh: '数据', en: 'Facts', required: true, aliases: [] },
  columns: [...WHOSE, ...facts.map(column)],
})
const WHOSE = [
  text('code', '代码', 'Code', ['编号', '编码', '组织代码', '党员编号']),
  text('name', '名称', 'Name', ['姓名', '单位', '组织名称']),
]
/** What a header of one's own may stand for, in whichever file. */
export const isColumn = (key: string): boolean =>
  WHOSE.some(each => each.key === key) || (factById(key)?.reading ?? 'derived') !== 'derived'
