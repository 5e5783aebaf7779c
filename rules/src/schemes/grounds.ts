import { type Citation, cite } from '../rule.ts'
import { SCHEME_TEMPLATES } from './templates.ts'

const BRANCH = '中国共产党支部工作条例（试行）'
const ORGANS = '中国共产党党和国家机关基层组织工作条例'
const EDUCATION = '中国共产党党员教育管理工作条例'
const REPORT = '党委（党组）书记抓基层党建工作述职评议考核办法（试行）'
const LOCAL = '本系统默认配置，由各机关工委自定'

/** Clauses that shared parts rest on. No national text gives points: those are local throughout. */
const CLAUSES: Record<string, Citation> = {
  'organ-pledge': cite(ORGANS, '第二十一条', 'V'),
  'org-life': cite(BRANCH, '第十一至十七条', 'V'),
  'theme-day': cite(BRANCH, '第十六条', 'V2'),
  'training-hours-member': cite(EDUCATION, '第二十条', 'V'),
  'training-hours-secretary': cite('2019—2023年全国党员教育培训工作规划', '支部书记培训', 'V2'),
  'member-appraisal': cite(BRANCH, '第十八条', 'V'),
  'member-appraisal-grades': cite('民主评议党员等次通行规定', '优秀比例一般不超过三分之一', 'V2'),
  'annual-report-duty': cite(ORGANS, '第三十九条', 'V'),
  'report-appraisal-grades': cite(REPORT, '等次', 'V2'),
  'half-year-study': cite('党委（党组）落实全面从严治党主体责任规定', '责任落实', 'V2'),
  'organ-appraisal': cite(ORGANS, '第三十八条', 'V'),
  'satisfaction-bar': cite('基层党组织分类定级（组厅字〔2012〕6号）', '满意率低于 90% 不得评为好、较好', 'V2'),
  'weak-organization': cite('五星创评公开方案', '软弱涣散组织不得评为二星以上', 'V2'),
  zeroing: cite('党员先锋指数公开方案', '清零项目', 'V2'),
  'local-default': cite(LOCAL, '加分、扣分与分值', 'local'),
}

/** What the `cite` keys of the templates stand for: a clause, or under a template's own id its first source. */
export const GROUNDS: Record<string, Citation> = {
  ...Object.fromEntries(
    SCHEME_TEMPLATES.filter(each => each.family !== 'duty').flatMap(({ id, sources: [first] }) =>
      first ? [[id, first]] : [],
    ),
  ),
  ...CLAUSES,
}
