import type { Orientation } from './orientation.ts'

/**
 * What leading cadres who are members (党员领导干部) carry beside the four standards of a member: 三严三实 and 五带头.
 * The five follow the wording of the national campaign of 2010 for outstanding members, read for cadres; a city that
 * lists other five replaces them.
 */
export const LEADING_CADRE_STANDARDS: readonly Orientation[] = [
  {
    id: 'three-stricts',
    title: { zh: '三严', en: 'Three to be strict in' },
    duties: [
      { id: 'self-cultivation', zh: '严以修身：加强党性修养，检视自己', en: 'Strict in cultivating oneself' },
      { id: 'power', zh: '严以用权：按规则、按程序用权', en: 'Strict in using power: by rule and procedure' },
      {
        id: 'self-discipline',
        zh: '严以律己：心存敬畏，管好身边人',
        en: 'Strict in self-discipline, and with those around',
      },
    ],
  },
  {
    id: 'three-earnests',
    title: { zh: '三实', en: 'Three to be earnest in' },
    duties: [
      { id: 'plans', zh: '谋事要实：从实际出发定计划', en: 'Earnest in planning: start from the facts' },
      { id: 'work', zh: '创业要实：直面矛盾，办出实绩', en: 'Earnest in work: face what is hard and show results' },
      {
        id: 'conduct',
        zh: '做人要实：对组织和同志讲真话',
        en: 'Earnest in conduct: tell the truth to the organisation and to comrades',
      },
    ],
  },
  {
    id: 'five-leads',
    title: { zh: '干部五带头', en: 'Five ways for cadres to go first' },
    duties: [
      { id: 'study', zh: '带头学习提高', en: 'First to study and improve' },
      { id: 'achieve', zh: '带头争创佳绩', en: 'First to achieve' },
      { id: 'serve', zh: '带头服务群众', en: 'First to serve people' },
      { id: 'law', zh: '带头遵纪守法', en: 'First to keep discipline and law' },
      { id: 'spirit', zh: '带头弘扬正气', en: 'First to stand for what is right' },
    ],
  },
]
