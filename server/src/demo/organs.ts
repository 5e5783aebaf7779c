/** The 99 organs of the invented city by class; the counts per class are those of the reference city's picture. */
export const ORGANS: Record<string, readonly string[]> = {
  经济管理类:
    '发展改革委 财政局 工业和信息化局 商务局 国资委 统计局 金融工作局 审计局 农业农村局 水利局 交通运输局 粮食和储备局 供销合作社 投资促进局 口岸办公室 大数据发展局 地方铁路局 海洋发展局 林业和草原局 乡村振兴局 对外合作局 邮政发展局 盐务管理局 物资储备中心'.split(
      ' ',
    ),
  执法监管类:
    '市场监管局 税务局 生态环境局 自然资源局 住房城乡建设局 城市管理局 应急管理局 药品监管局 海事管理局 知识产权局 综合执法支队 公积金管理中心 人防办公室 气象局 地震局 消防救援支队 检验检测中心 边防管理局 质量计量院'.split(
      ' ',
    ),
  社会事务类:
    '教育局 科学技术局 民政局 人力资源社会保障局 文化旅游局 卫生健康委 体育局 医疗保障局 退役军人事务局 广播电视局 民族宗教局 机关事务管理局 政务服务中心 地方志办公室 档案馆 图书馆 博物馆 疾控中心 急救中心 社会保险中心 就业服务中心 残疾人联合会 红十字会 慈善总会 老干部活动中心 青少年宫'.split(
      ' ',
    ),
  党群综合类:
    '纪委监委 委办公室 委组织部 委宣传部 委统战部 委政研室 委编办 委老干部局 委党校 委机关工委 委网信办 委巡察办 人大机关 政府办公室 政协机关 总工会 团市委 妇女联合会 科学技术协会 文学艺术界联合会 社会科学联合会 工商业联合会'.split(
      ' ',
    ),
  政法类: '委政法委 公安局 中级法院 检察院 司法局 强制隔离戒毒所 仲裁委员会 法律援助中心'.split(' '),
}

const SECTIONS =
  '办公室 人事处 规划建设处 财务审计处 政策法规处 综合协调处 督查考核处 宣传教育处 信息中心 科技处 行政审批处 运行监测处 安全监管处 项目推进处 对外联络处 服务保障中心 研究室 信访接待处 资产管理处 培训中心 执法一大队 执法二大队 业务一处 业务二处 业务三处 业务四处 基层指导处 标准化处 质量管理处 统计分析处 档案管理处 应急值守中心 监测站 勘测队 检测所 服务大厅 稽查处 认证处 调度中心 志愿服务处'.split(
    ' ',
  )

export const sectionName = (index: number): string =>
  SECTIONS[index % SECTIONS.length]! +
  (index < SECTIONS.length ? '' : `第${['二', '三', '四'][Math.floor(index / SECTIONS.length) - 1] ?? '五'}组`)

export const DISTRICTS = '东湖 西岭 南浦 北关 青云 澜江 新港 高新 临山 沙洲'.split(' ')

/** 工委、党组、机关党委: the full names of an organ's organisations. */
export const organName = (stem: string) => `市${stem}`
