/** A scheme that uses every part of the format, as JSON would give it; tests change single keys of a copy. */
export const organBranch = () => ({
  scheme: 'organ-branch',
  version: 1,
  title: { zh: '机关党支部年度考评', en: 'Branch appraisal' },
  subject: 'branch',
  year: 2026,
  decimals: 2,
  missing: 'exempt',
  scopes: ['organ', 'class'],
  groups: [
    {
      id: 'basics',
      title: { zh: '基础工作', en: 'Basics' },
      max: 70,
      indicators: [
        {
          id: 'meetings',
          title: { zh: '三会一课', en: 'Meetings' },
          cite: 'branch-assembly-cadence',
          fact: 'meetingCompliance',
          method: { kind: 'linear', from: 0, to: 1, points: 20 },
        },
        { id: 'renewal', fact: 'lateRenewals', method: { kind: 'deduct', base: 10, each: 3, floor: 0 } },
        {
          id: 'training',
          fact: 'trainingHours',
          missing: 'zero',
          method: {
            kind: 'steps',
            steps: [
              { atLeast: 56, points: 10 },
              { atLeast: 32, points: 6 },
            ],
          },
        },
        { id: 'onTime', method: { kind: 'ratio', of: 'tasksOnTime', per: 'tasksDue', points: 15 } },
        {
          id: 'inspection',
          fact: 'inspectionGrade',
          method: { kind: 'choice', points: { good: 15, fair: 10, poor: 0 } },
        },
        { id: 'lectures', fact: 'lectures', method: { kind: 'bonus', each: 1, cap: 5 } },
      ],
    },
    {
      id: 'appraisal',
      title: { zh: '评议', en: 'Appraisal' },
      max: 30,
      indicators: [
        {
          id: 'ratings',
          method: {
            kind: 'panel',
            points: 30,
            scale: { excellent: 1, qualified: 0.85, basic: 0.6, unqualified: 0 },
            sources: [
              { source: 'self', weight: 1, minimum: 1 },
              { source: 'peer', weight: 2, minimum: 5, trim: 1 },
              { source: 'democratic', weight: 4, minimum: 5, trim: 1, missing: 'block' },
              { source: 'organisation', weight: 3, minimum: 1 },
            ],
          },
        },
      ],
    },
  ],
  coupling: { with: 'businessScore', form: 'relative', gain: 1, floor: 0.9, ceiling: 1.1, scope: 'class' },
  adjustments: [
    { id: 'honours', fact: 'honours', each: 2, cap: 8 },
    { id: 'criticism', fact: 'criticisms', each: -5, recoverable: 'criticismsRectified' },
  ],
  bonusCap: 10,
  deductionCap: 20,
  limits: { min: 0, max: 110 },
  rank: [{ scope: 'organ' }, { scope: 'all', tieBreakers: ['meetingCompliance', '-lateRenewals'] }],
  ungraded: 'newlyFounded',
  grades: [
    { grade: 'excellent', atLeast: 90, cap: { share: '1/3', scope: 'organ' } },
    { grade: 'qualified', atLeast: 75 },
    { grade: 'basic', atLeast: 60 },
    { grade: 'unqualified', atLeast: 0 },
  ],
  vetoes: [
    {
      id: 'weak',
      when: { fact: 'weakOrganization', atLeast: 1 },
      gradeAtMost: 'basic',
      starsAtMost: 2,
      cite: 'weak-organization',
    },
    { id: 'grave', when: { fact: 'graveViolations', atLeast: 1 }, zero: true },
  ],
  gates: [
    { id: 'unsatisfied', when: { fact: 'satisfaction', below: 0.9 }, gradeAtMost: 'qualified' },
    {
      id: 'lowBusiness',
      when: { bottom: 0.1, of: 'businessScore', scope: 'class' },
      bars: ['advancedOrganization', 'fiveStar'],
    },
    { id: 'lowParty', when: { bottom: 0.1, of: 'total', scope: 'class' }, bars: ['advancedOrganization', 'fiveStar'] },
  ],
  lights: { green: 85, yellow: 70 },
  stars: [
    { stars: 5, atLeast: 90, cap: { share: 0.3, scope: 'all' } },
    { stars: 4, atLeast: 80 },
    { stars: 3, atLeast: 70 },
  ],
  rollUp: [{ scope: 'organ', by: 'mean', weight: 'members', own: 'organScore', ownWeight: 0.4 }],
})
