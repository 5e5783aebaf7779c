import { type Bilingual, cite, defineRule, value } from '../rule.ts'

/** Shares in percent of the items of a unit that are due. */
export interface UnitLightBounds {
  /** Lagging from here on is red. */
  lagRed: number
  /** Lagging from here on is yellow. */
  lagYellow: number
  /** Lagging or wanting attention from here on is yellow. */
  attentionYellow: number
}

export interface UnitLightInput {
  /** Items of each light; an item that is not due yet counts nowhere. */
  red: number
  yellow: number
  green: number
  /** What the year sets; null where it sets nothing and the default holds. */
  bounds: UnitLightBounds | null
}

export type UnitLight = 'red' | 'yellow' | 'green' | 'grey'

/**
 * The light of a branch or an organ from the lights of its pledge items.
 *
 * A bound is met from exactly that share on. grey while nothing is due; never missing
 * source  the product's own default; each year of a work committee sets its own bounds
 */
export const unitLight = defineRule({
  id: 'pledge.unit-light',
  title: { zh: '单位红黄绿', en: 'Light of a unit' },
  unit: 'light',
  versions: [
    {
      from: '2020-01-01',
      until: null,
      checkedOn: '2026-11-28',
      cite: cite('践诺系统默认规则（可由本地规定替换）', '单位红黄绿', 'local'),
      params: { lagRed: 10, lagYellow: 8, attentionYellow: 20 },
    },
  ],
  compute({ red, yellow, green, bounds }: UnitLightInput, params: UnitLightBounds) {
    const { lagRed, lagYellow, attentionYellow } = bounds ?? params
    const items = red + yellow + green
    const reaches = (count: number, percent: number) => count * 100 >= items * percent
    if (items === 0) return value<UnitLight>('grey')
    if (reaches(red, lagRed)) return value<UnitLight>('red')
    return value<UnitLight>(reaches(red, lagYellow) || reaches(red + yellow, attentionYellow) ? 'yellow' : 'green')
  },
})

/** The bounds as a reader of the lights is told them. */
export const sayUnitLight = ({ lagRed, lagYellow, attentionYellow }: UnitLightBounds): Bilingual => ({
  zh: `滞后事项占${lagRed}%以上为红；占${lagYellow}%以上，或滞后和提醒合计占${attentionYellow}%以上为黄。由本年度设定`,
  en: `Red: ${lagRed}% of the items lag. Yellow: ${lagYellow}% lag, or ${attentionYellow}% lag or need attention. Set for this year`,
})
