import type { readCityOverview } from '@jiannuo/contract/overview.ts'
import type { Reply } from '@jiannuo/contract/route.ts'

export type CityData = Reply<typeof readCityOverview>
