import type { readCityOverview } from '@jiannuo/contract/desk/overview.ts'
import type { Reply } from '@jiannuo/contract/route.ts'

export type CityData = Reply<typeof readCityOverview>
