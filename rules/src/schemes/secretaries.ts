import type { Group, Scheme } from '@jiannuo/engine/format.ts'
import type { Level } from '../appraisal/panels.ts'
import {
  ADJUSTMENTS,
  graveVeto,
  pledges,
  SECRETARY_GRADES,
  satisfactionGate,
  secretaryGrades,
  upTo,
  votes,
  weakVeto,
} from './parts.ts'

const VOTES = 30

function secretaryScheme(level: Level, year: number, title: { zh: string; en: string }, work: Group): Scheme {
  return {
    scheme: `${level.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}-default`,
    version: 1,
    title,
    subject: level,
    year,
    decimals: 2,
    missing: 'exempt',
    groups: [pledges(100 - VOTES - work.max), work, votes(level, year, VOTES, SECRETARY_GRADES, 'annual-report-duty')],
    adjustments: ADJUSTMENTS,
    bonusCap: 5,
    deductionCap: 10,
    limits: { min: 0, max: 100 },
    grades: secretaryGrades,
    vetoes: [weakVeto, graveVeto('poor')],
    gates: [satisfactionGate],
  }
}

const partyWork = (points: number) =>
  upTo(100, points, {
    id: 'party-work',
    fact: 'partyWorkAppraisal',
    zh: '机关党建考核',
    en: 'Appraisal of organ Party work',
    cite: 'organ-appraisal',
  })

/** Pledges 40, work of the branch 30, votes 30. */
export const branchSecretary = (year: number) =>
  secretaryScheme(
    'branchSecretary',
    year,
    { zh: '党支部书记年度评定(默认方案)', en: 'Yearly appraisal of branch secretaries (default)' },
    {
      id: 'branch-work',
      title: { zh: '支部工作', en: 'Work of the branch' },
      max: 30,
      indicators: [
        upTo(1, 15, {
          id: 'meetings',
          fact: 'meetingCompliance',
          zh: '三会一课落实',
          en: 'Regular meetings held',
          cite: 'org-life',
        }),
        upTo(12, 5, { id: 'theme-days', fact: 'themeDays', zh: '主题党日', en: 'Theme days', cite: 'theme-day' }),
        upTo(56, 10, {
          id: 'training',
          fact: 'trainingHours',
          zh: '书记培训学时',
          en: 'Hours of training',
          cite: 'training-hours-secretary',
        }),
      ],
    },
  )

/** Pledges 35, appraisals of organ Party work and of five-type organs 35, votes 30. */
export const organCommitteeSecretary = (year: number) =>
  secretaryScheme(
    'organCommitteeSecretary',
    year,
    { zh: '机关党委书记年度评定(默认方案)', en: 'Yearly appraisal of organ committee secretaries (default)' },
    {
      id: 'organ-work',
      title: { zh: '机关党建与五型机关', en: 'Organ Party work and five-type organ' },
      max: 35,
      indicators: [
        partyWork(25),
        upTo(100, 10, {
          id: 'five-type',
          fact: 'fiveTypeScore',
          zh: '五型机关评定',
          en: 'Five-type organ appraisal',
          cite: 'local-default',
        }),
      ],
    },
  )

/** Pledges 40, main responsibility 30, votes 30. */
export const partyGroupSecretary = (year: number) =>
  secretaryScheme(
    'partyGroupSecretary',
    year,
    { zh: '党组书记年度评定(默认方案)', en: 'Yearly appraisal of Party group secretaries (default)' },
    {
      id: 'main-responsibility',
      title: { zh: '主体责任', en: 'Main responsibility' },
      max: 30,
      indicators: [
        upTo(2, 10, {
          id: 'strict-governance',
          fact: 'strictGovernanceMeetings',
          zh: '每半年专题研究全面从严治党',
          en: 'A dedicated meeting each half-year',
          cite: 'half-year-study',
        }),
        partyWork(20),
      ],
    },
  )
