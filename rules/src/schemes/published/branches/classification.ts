import { facts, known, template } from '../../template/build.ts'
import { below, both, fourGrades, given, head } from '../../template/parts.ts'
import { PARTIAL, source, WHOLE } from '../../template/source.ts'

/** Seven heads, 100 points, cuts 90, 80 and 60; below nine in ten satisfied bars the two best. */
export const classification = template({
  id: 'branch-classification-2012',
  title: both('基层党组织分类定级', 'Classification of grassroots organisations'),
  family: 'classification',
  subject: 'branch',
  sources: [
    source(
      '基层党组织分类定级（组厅字〔2012〕6号，机关标准）',
      '七个方面 100 分，90、80、60 分定级',
      'V2',
      '引用该文件的自查报告、2018 年期刊论文和高校机关党委 2012 年通知',
      'a self-report citing it, a journal paper of 2018 and a university notice of 2012',
    ),
  ],
  note: PARTIAL,
  leftOut: [
    both(
      '七个方面（领导班子、思路、制度、阵地、保障、业绩、群众评价）各占多少分没有公布，按总分录入',
      'the split over the seven heads (leader, idea, system, position, guarantee, results, masses’ rating) is not printed: the sum is entered',
    ),
    both(
      '星级变体规定满意率不足五成不评星，但没有公布分数线，未收入',
      'a star variant gives no star below half satisfied, but prints no cuts and is not included',
    ),
  ],
  facts: [
    ...facts({ sevenHeadsScore: ['points', 'up', '七个方面合计得分', 'Sum of the seven heads'] }),
    ...known('satisfaction'),
  ],
  publicScores: 'grades',
  body: {
    groups: [head('heads', 100, '七个方面', 'Seven heads', [given('sevenHeadsScore', 100)])],
    grades: fourGrades([90, 80, 60]),
    gates: [below('satisfaction', 0.9, { gradeAtMost: 'average' })],
  },
})

/** 0.4 self + 0.6 superior, cuts 90, 75 and 60. */
export const universityClassification = template({
  id: 'university-classification-2012',
  title: both('高校机关党支部分类定级', 'Classification of university organ branches'),
  family: 'classification',
  subject: 'branch',
  sources: [
    source(
      '某高校机关党委分类定级通知（2012）',
      '自评与上级评定',
      'V2',
      '高校机关党委网站',
      'site of a university organ committee',
    ),
  ],
  note: WHOLE,
  leftOut: [
    both(
      '评定细目没有公布，自评和上级评定各按百分制录入',
      'the detail is not printed: both ratings are entered out of 100',
    ),
  ],
  facts: [],
  publicScores: 'grades',
  body: {
    groups: [
      head('ratings', 100, '自评与上级评定', 'Self and superior', [
        {
          id: 'ratings',
          title: both('自评四成、上级六成', 'Self four tenths, superior six tenths'),
          method: {
            kind: 'panel',
            points: 100,
            outOf: 100,
            sources: [
              { source: 'self', weight: 4 },
              { source: 'superior', weight: 6 },
            ],
          },
        },
      ]),
    ],
    grades: fourGrades([90, 75, 60]),
  },
})

export const CLASSIFICATION_TEMPLATES = [classification, universityClassification]
