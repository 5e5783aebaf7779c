const zh = {
  heading: (fact: string, value: string) => `${fact}：${value}`,
  missing: '没有记录',
  back: '数据来源',
  note: (who: string, period: string, day: string) => `${who} · ${period} · 截至 ${day} 已登记的记录`,
  caption: '构成这个数的记录',
  on: '日期',
  value: '数值',
  period: '所属时段',
  from: '来自',
  recordedAt: '登记时间',
  event: '当天发生',
  open: '查看原记录',
  empty: '这段时间没有记录',
  emptyNote: '没有记录不等于零：计算时按“缺项”处理。',
  imported: (office: string, document: string, file: string, row: number, who: string) =>
    `${office} ${document}，${file} 第 ${row} 行，${who}导入`,
  how: '怎样得出',
  defined: '依据',
  readings: {
    sum: '各条记录相加',
    last: '取最近一条',
    mean: '各条记录的平均数',
    any: '有记录即为是',
    derived: '由承诺履行情况算出',
  } as Record<string, string>,
  modules: {
    pledge: '承诺践诺',
    roster: '党员名册',
    'meeting-life': '组织生活',
    supervision: '督办',
    appraisal: '考评',
    import: '数据导入',
  } as Record<string, string>,
}

type Words = typeof zh

const en: Words = {
  heading: (fact, value) => `${fact}: ${value}`,
  missing: 'nothing recorded',
  back: 'Where a number comes from',
  note: (who, period, day) => `${who} · ${period} · records made up to ${day}`,
  caption: 'The records behind this number',
  on: 'Day',
  value: 'Value',
  period: 'Period',
  from: 'From',
  recordedAt: 'Recorded',
  event: 'that day',
  open: 'Open the record',
  empty: 'Nothing was recorded in this period',
  emptyNote: 'Nothing recorded is not zero: the calculation treats it as missing.',
  imported: (office, document, file, row, who) => `${office} ${document}, ${file} row ${row}, imported by ${who}`,
  how: 'How it is read',
  defined: 'Ground',
  readings: {
    sum: 'the records added up',
    last: 'the latest record',
    mean: 'the mean of the records',
    any: 'yes when there is a record',
    derived: 'computed from the fulfilment of pledges',
  },
  modules: {
    pledge: 'Pledges',
    roster: 'Roster',
    'meeting-life': 'Organisation life',
    supervision: 'Supervision',
    appraisal: 'Appraisal',
    import: 'Data import',
  },
}

export const factWords = { zh, en }
