import { describe, expect, it } from 'vitest'
import { courseOf } from './course.ts'

describe('course of the year', () => {
  const year = (from: string, owed: number, days: [string, number][]) => ({
    from,
    owed,
    days: days.map(([on, pledges]) => ({ on, pledges })),
  })

  it('says when the goal was reached and stops at today', () => {
    const course = courseOf(
      year('2026-01-15', 10, [
        ['2026-01-20', 3],
        ['2026-02-01', 4],
        ['2026-03-30', 2],
      ]),
      year('2025-01-15', 10, [['2025-02-03', 5]]),
      '2026-02-10',
    )
    expect(course.reachedGoalOn).toBe('2026-02-01')
    expect(course.weeks.map(w => w.bp)).toEqual([3000, 3000, 7000, 7000, null, null, null, null])
    expect(course.weeks.map(w => w.lastBp)).toEqual([0, 0, 5000, 5000, 5000, 5000, 5000, 5000])
    expect(course.weeks[3]?.on).toBe('2026-02-10')
  })

  it('has no line for a year before that was never set up', () => {
    expect(courseOf(year('2026-01-15', 10, []), null, '2026-01-20').weeks.every(w => w.lastBp === null)).toBe(true)
  })
})
