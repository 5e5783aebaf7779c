import { counted } from '@jiannuo/contract/counted.ts'

const zh = {
  title: (zones: number, organs: number) => (zones === 0 ? '还没有划分协作区' : `${zones} 个协作区，${organs} 个机关`),
  note: '方案可以在协作区内排名次、定名额。划分从一个日期起施行，到下一次划分为止；以前的考核仍按当时的划分',
  since: (day: string, document: string) => `自${day}起，${document}`,
  organs: (n: number) => `${n} 个机关`,
  free: '不在协作区的机关',
  none: '还没有划分',
  noneNote: '工委划分以后，各协作区和所属机关显示在这里',
  history: '历次划分',
  divide: '重新划分',
  divideNote: '先写各协作区的名称，再逐个机关选择',
  names: '各协作区的名称',
  namesHint: '用顿号隔开，如 一区、二区、三区',
  no: '不在协作区',
  from: '施行日期',
  document: '依据的文件',
  save: '保存划分',
}
const en: typeof zh = {
  title: (zones, organs) =>
    zones === 0 ? 'No cooperation zones yet' : `${counted(zones, 'zone')} with ${counted(organs, 'organ')}`,
  note: 'A scheme may rank and cap within zones. A division holds from a day until the next; earlier assessments keep the division of their time',
  since: (day, document) => `since ${day}, ${document}`,
  organs: n => counted(n, 'organ'),
  free: 'Organs in no zone',
  none: 'No division yet',
  noneNote: 'Once the work committee has divided the city, its zones and their organs stand here',
  history: 'Divisions',
  divide: 'Divide anew',
  divideNote: 'Name the zones, then choose one for each organ',
  names: 'Names of the zones',
  namesHint: 'separated by commas, such as First, Second, Third',
  no: 'in no zone',
  from: 'From',
  document: 'Document',
  save: 'Save the division',
}
export const zoneWords = { zh, en }
