/**
 * Can anyone tell at the end of the year whether this was done? Only what is promised counts, not how it is to be done:
 * a figure in the measures does not mend a goal without one.
 *
 * Measurable is a target with its unit, a figure with a counter (2次, 95%, 三十五部), a rhythm (每季度), or a result that
 * either exists or does not (印发, 竣工, 零事故, 全覆盖). Dates, ordinals and the figures inside set phrases (三会一课,
 * 两个维护) are no figures.
 */
export interface Reading {
  measurable: boolean
  /** The words that say nothing checkable, as written; null when there are none. */
  vague: string | null
  /** Nothing but such words: even a target beside them counts nothing in particular. */
  hollow: boolean
}

/** Longer text than this is cut off, so that hostile input costs no time. */
const LONGEST = 400

const NOT_FIGURES = [
  /\d{4}年度?/g,
  /\d{1,2}月(?:份|底|\d{1,2}日)?(?:之?前)?/g,
  /第[\d一二三四五六七八九十]+(?:次|届|个|季度|项|批|期|位)?|第一[手线]|[一二三四五六七八九十]+[届中](?:[一二三四五六七八九]?中?全会)?/g,
  /三会一课|一岗双责|三严三实|两学一做|三重一大|八项规定|[四五]型机关|一心一意|一如既往|[一二三四五六七八九两]个(?:维护|意识|自信|确立|阵地|坚持|务必|必由之路|革命|关系|方面|服务|带头|不|大局)/g,
  /(?:做|当|成为)一(?:名|个|位)|每一[件个次项位]|一步一个脚印|一点(?:点|滴)?|一个个|(?:以|用)(?:百分之百|100%|十分|百倍)的?|[\d一二两三四五六七八九十]+个?(?:多)?(?:月|年|周)(?:之)?内|八小时之外|一件事一次办|一件事/g,
]
const COUNTER =
  '(?:多|余)?(?:人次|批次|场次|户次|学时|课时|小时|分钟|工作日|个百分点|百分点|万元|亿元|万|亿|公里|平方米|[次个项件篇家户场座名人天日周%‰元部台套份批期本册处所条例张床亩吨组节章类款轮间幢栋村笔支门位期度倍])'
const FIGURE = new RegExp(
  `(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百千万]+|半)\\s*${COUNTER}|百分之|\\d+(?:\\.\\d+)?`,
)
const RHYTHM = /每(?:个|两|半|逢)?(?:周|月|季|旬)|每半年/
const RESULT = new RegExp(
  [
    '零(?:投诉|事故|差错|差评|超期|积压|违纪|违规|延误|拖欠|欠缴|失误|发生|上访)|为零|清零|无(?:拖欠|超期|积压|差错|事故|投诉|违纪|违规)',
    '全覆盖|全部.{0,4}(?:办结|完成|归档|整改|销号|入库|公开|签订)|按期办结|足额',
    '到位|启用|开放|复工|复产|撤并|撤销|改成|被.{0,8}(?:采用|转发|推广|表彰)|获奖|[拿得获].{0,6}奖|逐[人个户家项条一]|一个?不漏|不漏一|发放|送印|付印|消化|(?:减少|压减|降低|增加|提高|增长).{0,2}[一二三四五六七八九十]分之|[一二三四五六七八九]成|移交|搬迁|还清|结清|缴清|办完|办妥|修好|建好|装好|拿下|夺得|荣获|创成|入选|考过|考上|考取|提请|提交|送审|报批|无一[例起件人]',
    '完成(?!.*(?:任务|工作|目标|指标|使命|职责)).{3}',
    '办结|销号|归档|备案|验收|竣工|开工|投用|投产|通车|上线|挂牌|揭牌|印发|出台|颁布|公布|公开|发布|入库|结题|结业|摘牌',
    '(?:取得|获得|拿到|考取).{0,12}(?:证书|资格|称号|认证|学位)|通过.{0,10}(?:验收|考试|评审|认证|复核|测试)',
    '(?:编制|编写|修订|制定|制订|起草|形成|完成|梳理|建成|绘制).{0,14}(?:手册|指南|预案|办法|细则|规程|清单|报告|台账|目录|案例集|方案|图册|平台|数据库|系统|档案)',
  ].join('|'),
)
/** Words of attitude and direction; the few characters after each make the quote readable. */
const VAGUE = new RegExp(
  [
    '进一步[^，。；、]{0,4}|不断[^，。；、]{0,4}|认真(?:学习|贯彻|落实|履行|做好|完成)[^，。；、]{0,2}',
    '切实[^，。；、]{0,4}|充分发挥|全面提升|努力[^，。；、]{0,3}|力争[^，。；、]{0,4}|积极[^，。；、]{0,3}',
    '大力[^，。；、]{0,3}|扎实[^，。；、]{0,3}|加强[^，。；、]{0,4}|各项(?:工作|任务)',
    '始终保持[^，。；]{0,6}|主动[^，。；、]{0,4}|提升[^，。；、]{0,8}|增强[^，。；、]{0,6}|改进工作作风',
    '形成[^，。；、]{0,6}(?:局面|合力|氛围)|坚持[^，。；、]{0,6}|严格要求',
    '深入(?:推进|贯彻|开展)[^，。；、]{0,4}|有序推进|管好[^，。；、]{0,6}|熟练掌握[^，。；、]{0,4}',
    '当好[^，。；、]{0,6}|敢于[^，。；、]{0,4}|争做[^，。；、]{0,6}|围绕中心|服务大局|与时俱进|开拓创新|贴心人',
    '参加[^，。；、]{0,4}(?:活动|会议)|保质保量|深入基层|密切联系[^，。；]{0,2}|聚焦[^，。；]{0,4}',
    '严守[^，。；]{0,5}|抓好[^，。；、]{0,6}|守好[^，。；、]{0,4}|履行[^，。；、]{0,4}',
    '优化[^，。；、]{0,4}|深化[^，。；、]{0,4}|一如既往|一心一意|创新工作方法|做细做实|结合实际|按时参加|脚印|热情',
    '营造[^，。；]{0,6}|长效机制|明显成效|落到实处|再上新台阶|走在[^，。；]{0,4}前列|高质量发展|严格落实|坚决做到',
    '带头[^，。；、]{0,4}|当好表率|做好[^，。；、]{0,5}',
  ].join('|'),
  'g',
)

/** `target` is the figure typed in its own field, `unit` what it counts. */
export function readGoal(goal: { title: string; target: string | null; unit: string }): Reading {
  const text = goal.title.slice(0, LONGEST).normalize('NFKC')
  const words = text.match(VAGUE) ?? []
  const substance = text.replace(VAGUE, '').replace(/[^\p{L}\p{N}]/gu, '')
  const figures = NOT_FIGURES.reduce((rest, pattern) => rest.replace(pattern, ' '), text)
  const said = FIGURE.test(figures) || RHYTHM.test(text) || RESULT.test(text)
  return {
    measurable: said || (goal.target !== null && goal.unit.trim() !== ''),
    vague: words[0] ?? null,
    hollow: !said && (words.length >= 2 || (words.length === 1 && substance.length < 2)),
  }
}
