import { listOf, rawOf, textOf, type Walk } from './shape.ts'

/**
 * What may not be a ground of appraisal: signing in, time online, likes, check-ins, uploads, photos, study time in an app
 * (整治形式主义为基层减负若干规定, 2024; 国办函〔2026〕12号, 政务移动互联网应用程序规范化管理办法).
 * The 学时 of organised training is a record made by law and is no screen time.
 */
const ZH =
  /登录|登陆|签到|打卡|点赞|在线时[长间]|在线天数|学习时[长间]|停留时[长间]|使用时长|活跃度|浏览[量数次]|阅读量|点击[量数率]|转发|分享[量数次]|评论[量数]|关注[量数]|粉丝|日活|月活|(?:网络|网上|线上)投票|学习强国|扫码|刷脸|人脸|定位|轨迹|上传|照片|拍照|截图|下载[量率]|安装率|步数/
const WORDS =
  'logins?|logons?|signins?|checkins?|likes?|uploads?|uploaded|photos?|photographs?|screenshots?|reposts?|followers?|clicks?|downloads?'
const TIME = 'time|duration|hours?|minutes?|seconds?|days?'
const PHRASES = `(?:log|sign|check|clock|punch)(?:ged|ed)? ins?|thumbs? ups?|page views?|online votes?|face scans?|(?:online|screen|app|active|dwell|usage) (?:${TIME})|(?:study|learning|reading) (?:time|duration|minutes?|seconds?)|install rate`
const EN = new RegExp(`(?:^| )(?:${WORDS}|${PHRASES})(?= |$)`)

/** `onlineDuration`, `online-duration` and `Online duration` alike as 'online duration'. */
const wordsOf = (name: string) =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()

/** Whether the name speaks of activity in an app rather than of work done. */
export const isFormalism = (name: string) => ZH.test(name) || EN.test(wordsOf(name))

/** Refuses such inputs by id or title, and facts by name or as `barred`, unless a recorded decision overrides the fact. */
export function checkFormalism(overrides: unknown, barred: ReadonlySet<string>, walk: Walk) {
  const decided = new Set(listOf(overrides).map(each => textOf(rawOf(each).fact)))
  const named = walk.inputs.filter(
    ({ name, facts }) => isFormalism(name) && (facts.length === 0 || !facts.every(each => decided.has(each))),
  )
  const facts = walk.facts.filter(({ name }) => (barred.has(name) || isFormalism(name)) && !decided.has(name))
  for (const { name, path } of [...named, ...facts])
    walk.errors.push({
      path,
      zh: `“${name}”属于登录、签到、在线时长、点赞、上传、照片等留痕指标,按《政务移动互联网应用程序规范化管理办法》(国办函〔2026〕12号,burden-apps)等减负规定不得作为考评依据;确需使用须在 overrides 中写明决定`,
      en: `"${name}" measures activity in an app (log-ins, check-ins, time online, likes, uploads, photos), which the rules on reducing burdens (burden-apps: 国办函〔2026〕12号) bar from appraisal; an exception needs a decision under overrides`,
      isFormalism: true,
    })
}
