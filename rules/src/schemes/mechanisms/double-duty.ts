import { factsOf } from '@jiannuo/engine/scheme-facts.ts'
import { LEVELS, type Level } from '../../appraisal/panels.ts'
import type { Bilingual, Citation } from '../../rule.ts'
import { SHIPPED_SCHEMES } from '../defaults.ts'
import { known } from '../template/build.ts'
import { both } from '../template/parts.ts'
import type { SchemeSource, SchemeTemplate } from '../template/template.ts'

const TITLES: Record<Level, Bilingual> = {
  member: both('党员年度评定(默认方案)', 'Yearly appraisal of members (default)'),
  branchSecretary: both('党支部书记年度评定(默认方案)', 'Yearly appraisal of branch secretaries (default)'),
  organCommitteeSecretary: both(
    '机关党委书记年度评定(默认方案)',
    'Yearly appraisal of organ committee secretaries (default)',
  ),
  partyGroupSecretary: both('党组书记年度评定(默认方案)', 'Yearly appraisal of Party group secretaries (default)'),
}

const LEFT_OUT = [
  both(
    '一岗双责三联评定的城市实践只写了由谁评、看什么，没有公布分值和权重',
    'the city’s account of double responsibility says who rates and what is looked at, but no points or weights',
  ),
  both(
    '综合评价是定性意见，由有权机关作出，得分只作参考',
    'the overall evaluation is a qualitative opinion of the body entitled to it; the total is advice',
  ),
]

const whereRead = (confidence: Citation['confidence']): Bilingual =>
  confidence === 'local'
    ? both('随系统提供', 'shipped with the product')
    : both('二手公开网页', 'secondary public pages')

const sourceOf = (citation: Citation): SchemeSource => ({ ...citation, readIn: whereRead(citation.confidence) })

const idOf = (level: Level) => SHIPPED_SCHEMES[level].forYear(2026).scheme

/** The four levels of double responsibility (一岗双责三联评定), as a first round brings them in. */
export const DOUBLE_DUTY_TEMPLATES: readonly SchemeTemplate[] = LEVELS.map(level => {
  const { note, sources, forYear } = SHIPPED_SCHEMES[level]
  return {
    id: idOf(level),
    title: TITLES[level],
    family: 'duty',
    subject: level,
    sources: sources.map(sourceOf),
    note,
    leftOut: LEFT_OUT,
    facts: known(...new Set(factsOf(forYear(2026)).map(use => use.fact))),
    publicScores: 'none',
    forYear,
  }
})
