import type { Random } from '../random.ts'

export interface ItemText {
  kind: 'party' | 'business'
  title: string
  target: number
  unit: string
  measures: string
}

type Draft = readonly [title: (n: number) => string, unit: string, least: number, most: number, measures: string]

const PARTY: Record<string, readonly Draft[]> = {
  member: [
    [n => `在支部讲${n}次微党课，结合本岗位工作`, '次', 1, 2, '上半年定题目，会前请支部书记看提纲，讲后收集两条意见。'],
    [n => `到社区参加${n}次服务，解决居民具体事`, '次', 2, 4, '每季度至少一次，事项记在服务台账，办结后回访。'],
    [n => `与${n}名年轻同志结对谈心`, '名', 1, 3, '每季度谈一次，问题能办的当月办，办不了的报支部。'],
    [n => `通读党章和条例，在党小组交流${n}次`, '次', 2, 4, '每月自学一章，结合处室工作谈体会。'],
  ],
  branchSecretary: [
    [n => `按季召开支部党员大会${n}次，缺一次当月补开`, '次', 4, 4, '年初排好日期，议题提前三天告知。'],
    [n => `与支部党员各谈心1次，全年${n}人次`, '人次', 8, 24, '上半年谈完一半，问题列单并答复。'],
    [n => `带队到${n}个一线点位讲党课`, '个', 2, 4, '题目由一线党员点，讲完现场答问。'],
  ],
  organCommitteeSecretary: [
    [n => `到${n}个支部参加组织生活并点评`, '个', 4, 8, '每季度不少于1个，点评意见书面反馈并复看。'],
    [n => `办支部书记培训${n}期，人均不少于56学时`, '期', 2, 3, '上下半年各一期，缺课的当季补课。'],
    [n => `对${n}个薄弱支部逐一制定提升措施`, '个', 1, 3, '一支部一清单，半年对账，年底验收。'],
  ],
  partyGroupSecretary: [
    [n => `党组专题研究机关党建${n}次`, '次', 2, 4, '每半年至少一次，议定事项列清单，下次会先报结果。'],
    [n => `到联系支部讲党课${n}次`, '次', 1, 2, '题目结合本单位年度重点任务。'],
    [n => `听取机关党委书记汇报${n}次并提出意见`, '次', 2, 4, '意见形成书面纪要，逐条跟踪。'],
  ],
}

const BUSINESS: Record<string, readonly Draft[]> = {
  经济管理类: [
    [n => `完成${n}个重点项目的跟踪调度`, '个', 4, 16, '每半月调度一次，卡点当周提请协调。'],
    [n => `为${n}家企业解决具体困难`, '家', 5, 20, '走访建单，能办即办，办结回访。'],
    [n => `完成${n}篇数据分析并提出对策`, '篇', 4, 12, '按季提交，对策被采纳的跟踪效果。'],
  ],
  执法监管类: [
    [n => `完成${n}家单位的现场检查并跟踪整改`, '家', 12, 40, '按计划分月进行，问题清单当日交付，到期复查。'],
    [n => `办结投诉举报${n}件，按时办结`, '件', 20, 60, '当日登记，限期办结，逐件回访。'],
    [n => `组织${n}次法规宣讲`, '次', 3, 8, '每季度至少一次，送到一线。'],
  ],
  社会事务类: [
    [n => `服务窗口办件${n}件，差错不超过2件`, '件', 200, 800, '当日自查，月底互查，差错当天更正。'],
    [n => `走访${n}户困难群众并落实帮扶`, '户', 8, 24, '一户一策，按月更新帮扶情况。'],
    [n => `组织${n}场便民活动`, '场', 3, 9, '活动前征集需求，活动后收集意见。'],
  ],
  党群综合类: [
    [n => `完成${n}篇调研报告并转化1项措施`, '篇', 2, 4, '每篇到三个以上基层单位，提出可办的建议。'],
    [n => `督办重点事项${n}项，按期办结`, '项', 8, 24, '建账、提醒、核销，逾期的当周报告。'],
    [n => `审核文稿${n}件，退改不超过两轮`, '件', 30, 90, '收文当日分办，三个工作日内审完。'],
  ],
  政法类: [
    [n => `办理案件${n}件，无超期`, '件', 20, 60, '每周盘点期限，临期案件提前十天提醒。'],
    [n => `开展法治宣传${n}场`, '场', 3, 8, '进学校、进社区、进企业各一场以上。'],
    [n => `化解矛盾纠纷${n}起并回访`, '起', 6, 18, '接单三日内上门，化解后一个月回访。'],
  ],
}

/** The items of an invented pledge: two or three of Party work, one to three of business, all measurable. */
export function inventItems(random: Random, level: string, organClass: string): ItemText[] {
  const write = (kind: ItemText['kind'], drafts: readonly Draft[], count: number) =>
    random.sample(drafts, count).map(([title, unit, least, most, measures]) => {
      const target = random.int(least, most)
      return { kind, title: title(target), target, unit, measures }
    })
  return [
    ...write('party', PARTY[level] ?? [], 2),
    ...write('business', BUSINESS[organClass] ?? BUSINESS.党群综合类!, random.int(1, 3)),
  ]
}
