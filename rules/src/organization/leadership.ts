import { type Bilingual, type Citation, cite, defineRule, value } from '../rule.ts'
import { advice, ORGAN_REGULATIONS, ORGAN_REGULATIONS_2010, obstacle, type Verdict } from './verdict.ts'

export type Superior = 'workCommittee' | 'leadingPartyGroup' | 'districtCommittee'

/** leads: in a unified way · leadsConcretely: leads and manages day to day · guides: advises without commanding. */
export type RelationKind = 'leads' | 'leadsConcretely' | 'guides'

export interface Relation {
  by: Superior
  kind: RelationKind
}

export interface LeadershipInput {
  /** organ: the Party organisation of a city department; districtWorkCommittee: the organ-work committee of a district. */
  subject: 'organ' | 'districtWorkCommittee'
  /** The relations recorded for it on the day asked about. They are dated edges, never derived from one another. */
  relations: readonly Relation[]
}

export interface Leadership {
  expected: readonly Relation[]
  explanation: Bilingual
  verdicts: Verdict[]
}

const DISTRICT: { relations: readonly Relation[]; explanation: Bilingual; cite: Citation } = {
  relations: [
    { by: 'districtCommittee', kind: 'leads' },
    { by: 'workCommittee', kind: 'guides' },
  ],
  explanation: {
    zh: '区（市）机关工委由本级党委领导，市直机关工委给予指导。',
    en: 'A district’s work committee is led by the Party committee of the district; the city’s work committee guides it.',
  },
  cite: cite('沿海城市市直机关工委工作情况', '领导和指导关系', 'S'),
}

/**
 * 领导和指导关系: who leads and who guides an organ's Party organisation, by date.
 *
 * 2010 to 28 November 2019 the work committee led and the leading Party group guided; since the revision of 29 November
 * 2019 the leading Party group also leads, concretely. The older pair is not an error in records of those years.
 */
export const leadership = defineRule({
  id: 'organization.leadership',
  title: { zh: '领导和指导关系', en: 'Who leads and who guides' },
  unit: 'relations',
  versions: [
    {
      from: '2010-06-04',
      until: '2019-11-29',
      checkedOn: '2026-09-30',
      cite: cite(ORGAN_REGULATIONS_2010, '第四条', 'V'),
      params: organParams('guides', {
        zh: '2019年11月28日以前：机关党组织由机关工委领导，本单位党组（党委）指导。',
        en: 'Until 28 November 2019 the work committee leads an organ’s Party organisation and the unit’s leading Party group guides it.',
      }),
    },
    {
      from: '2019-11-29',
      until: null,
      checkedOn: '2026-09-30',
      cite: cite(ORGAN_REGULATIONS, '第二条、第三十三条', 'V'),
      params: organParams('leadsConcretely', {
        zh: '2019年11月29日起：机关工委统一领导，本单位党组（党委）具体领导和管理；此前的“领导+指导”只适用于当时的记录。',
        en: 'Since 29 November 2019 the work committee leads in a unified way and the unit’s leading Party group leads and manages concretely; “leads and guides” holds for earlier records only.',
      }),
    },
  ],
  compute({ subject, relations }: LeadershipInput, p, source) {
    const set = subject === 'organ' ? { ...p, cite: source } : DISTRICT
    return value<Leadership>({
      expected: set.relations,
      explanation: set.explanation,
      verdicts: compare(relations, set.relations, set.cite),
    })
  },
})

function organParams(
  group: RelationKind,
  explanation: Bilingual,
): { relations: readonly Relation[]; explanation: Bilingual } {
  return {
    relations: [
      { by: 'workCommittee', kind: 'leads' },
      { by: 'leadingPartyGroup', kind: group },
    ],
    explanation,
  }
}

const WHO: Record<Superior, Bilingual> = {
  workCommittee: { zh: '机关工委', en: 'the work committee' },
  leadingPartyGroup: { zh: '党组（党委）', en: 'the leading Party group' },
  districtCommittee: { zh: '区（市）委', en: 'the district Party committee' },
}
const WHAT: Record<RelationKind, Bilingual> = {
  leads: { zh: '统一领导', en: 'leads' },
  leadsConcretely: { zh: '具体领导', en: 'leads concretely' },
  guides: { zh: '指导', en: 'guides' },
}

/** A wrong kind is an obstacle; a relation nobody recorded is advice, as history is often entered bit by bit. */
function compare(actual: readonly Relation[], expected: readonly Relation[], source: Citation): Verdict[] {
  const verdicts: Verdict[] = []
  for (const { by, kind } of expected) {
    const kinds = actual.filter(r => r.by === by).map(r => r.kind)
    if (kinds.length === 0) {
      verdicts.push(
        advice(
          source,
          `还没有记录${WHO[by].zh}的关系，应为“${WHAT[kind].zh}”`,
          `No relation to ${WHO[by].en} is recorded; it ${WHAT[kind].en}`,
        ),
      )
    }
    for (const wrong of kinds.filter(k => k !== kind)) {
      verdicts.push(
        obstacle(
          source,
          `${WHO[by].zh}的关系记为“${WHAT[wrong].zh}”，这一天应为“${WHAT[kind].zh}”`,
          `Recorded: ${WHO[by].en} ${WHAT[wrong].en}. On this day it ${WHAT[kind].en}`,
        ),
      )
    }
  }
  for (const { by } of actual.filter(r => !expected.some(e => e.by === r.by))) {
    verdicts.push(
      obstacle(
        source,
        `${WHO[by].zh}不领导也不指导这类组织`,
        `This kind of organisation is neither led nor guided by ${WHO[by].en}`,
      ),
    )
  }
  return verdicts
}
