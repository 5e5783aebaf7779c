import type { readCityOverview } from '@jiannuo/contract/desk/overview.ts'
import type { Reply } from '@jiannuo/contract/route.ts'

export type CityData = Reply<typeof readCityOverview>

/** Share of people with a pledge in force in the last week that has begun. */
export const reachedBp = ({ course }: CityData): number => course.weeks.filter(week => week.bp !== null).at(-1)?.bp ?? 0
