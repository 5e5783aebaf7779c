import type { Bilingual } from '../rule.ts'

/** What the sources of ratings are called that shipped schemes name, where no panel of a year gives them a name of its own. */
export const SOURCE_TITLES: Readonly<Record<string, Bilingual>> = {
  self: { zh: '自评', en: 'Self-rating' },
  peer: { zh: '互评', en: 'Mutual appraisal' },
  democratic: { zh: '民主测评', en: 'Democratic appraisal' },
  organisation: { zh: '组织评定', en: 'Rating by the organisation' },
  superior: { zh: '上级评定', en: 'Rating by the superior' },
  vote: { zh: '民主测评', en: 'Vote' },
  contest: { zh: '擂台比武评议', en: 'Rating of the contest' },
  observation: { zh: '现场观摩评议', en: 'Rating of the observation' },
  yearEndVote: { zh: '年终测评', en: 'Year-end vote' },
  reportVote: { zh: '述职评议', en: 'Report vote' },
  countyPlenum: { zh: '县委全委会评议', en: 'Vote of the county plenum' },
  ownUnit: { zh: '本单位评议', en: 'Vote of the own unit' },
}
