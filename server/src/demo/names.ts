import type { Random } from './random.ts'

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤',
]
const COMPOUND = ['欧阳', '上官', '司徒', '诸葛', '夏侯']
const FIRST = [
  ...'砚清若望知云书景秋怀修远思静映明临青乐毓安承启嘉昭行以维志文海永春沐泽涵一子世长立国晓雨雪晨宁俊浩宇博睿卓敏慧婉淑雅琳瑾瑜佩芷蕙兰馨',
]
const SECOND = [
  ...'秋宁川舒和微言山河霖澄然之华青岚溪远舟恒毅峰涛航洋瑞晖杰斌辉琪欣怡悦妍彤菲茜莹霞燕萍梅芳英红玲娟丽超鹏飞军勇强刚建平国庆',
]

/** An invented name. That a real person bears it somewhere would be chance. */
export function inventName(random: Random): string {
  const surname = random.chance(0.008) ? random.pick(COMPOUND) : random.pick(SURNAMES)
  return surname + random.pick(FIRST) + (random.chance(0.82) ? random.pick(SECOND) : '')
}
