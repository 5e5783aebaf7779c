import { randomUUID } from 'node:crypto'
import type { WrittenItem } from '@jiannuo/contract/pledge/pledge.ts'

type Deed = readonly [title: string, target: number, unit: string]

const PARTY: readonly Deed[] = [
  ['在支部讲微党课1次，题目结合防汛值守', 1, '次'],
  ['到望湖社区参加志愿服务4次，登记办结居民来信', 4, '次'],
  ['与2名新入职同志结对，按月谈心', 2, '名'],
  ['通读党章并在党小组领学6章', 6, '章'],
  ['整理支部十年档案5卷，缺页补齐', 5, '卷'],
  ['编写党员先锋岗案例3篇，供兄弟单位借鉴', 3, '篇'],
  ['组织参观老码头旧址2批，写观后随笔', 2, '批'],
  ['担任入党联系人，每季谈话共4回', 4, '回'],
  ['牵头慰问退休老同志8户，听取建议', 8, '户'],
  ['维护支部宣传栏，更新12期', 12, '期'],
  ['收集群众意见30条并逐条回音', 30, '条'],
  ['策划政治生日活动3场', 3, '场'],
  ['带动科室无偿献血10人', 10, '人'],
  ['参加理论宣讲比赛，备稿2份', 2, '份'],
  ['排查廉政风险点6个，写明防控办法', 6, '个'],
  ['助学乡村小学，捐书60册', 60, '册'],
  ['主持专题组织生活会2次，问题当场认领', 2, '次'],
  ['每季向支部汇报思想1次，全年4次书面材料', 4, '次'],
]
const BUSINESS: readonly Deed[] = [
  ['完成24座水库安全鉴定资料归档', 24, '座'],
  ['窗口办结企业开办申请300件', 300, '件'],
  ['修订预算管理办法2项并送审', 2, '项'],
  ['调度重点工程项目9个，卡点当周上报', 9, '个'],
  ['现场检查危化仓库40家', 40, '家'],
  ['撰写月度经济形势分析11篇', 11, '篇'],
  ['改造老旧小区供水管网15公里', 15, '公里'],
  ['举办招聘会6场，撮合就业', 6, '场'],
  ['清理历史欠账合同70份', 70, '份'],
  ['更新人口基础数据库字段90个', 90, '个'],
  ['审核新闻通稿50篇，差错为零', 50, '篇'],
  ['培训街道经办员120名', 120, '名'],
  ['回访困难家庭80户落实补助', 80, '户'],
  ['检修配电设备18台', 18, '台'],
  ['复核工程决算25宗', 25, '宗'],
  ['处理信访积案13起', 13, '起'],
  ['上线电子证照类别7种', 7, '种'],
  ['巡河护岸里程200公里', 200, '公里'],
]

const item = (kind: 'party' | 'business', [title, target, unit]: Deed, dueOn: string, weight: number): WrittenItem => ({
  id: randomUUID(),
  kind,
  title,
  target: String(target),
  unit,
  measures: '逐月推进，按期对账，办结留记录。',
  dueOn,
  weight,
  dutyId: null,
  fact: null,
})

/** Two measurable items that are nobody else's; `place` numbers the pledges of one unit. */
export const deeds = (place: number): WrittenItem[] => [
  item('party', PARTY[place % PARTY.length]!, '2026-11-20', 40),
  item('business', BUSINESS[place % BUSINESS.length]!, '2026-11-30', 60),
]
