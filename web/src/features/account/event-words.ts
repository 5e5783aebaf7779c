import { language } from '../../i18n/language.ts'

const ACTIONS: Readonly<Record<string, { zh: string; en: string }>> = {
  'view.member': { zh: '查看了党员资料', en: 'looked at the file' },
  'view.fulfilment': { zh: '查看了践诺情况', en: 'looked at the fulfilment' },
  'view.report': { zh: '查看了述职', en: 'looked at the report' },
  'view.result': { zh: '查看了考评结果', en: 'looked at the result' },
  'view.facts': { zh: '查看了数据记录', en: 'looked at records behind a number' },
  'view.duty': { zh: '查看了岗位职责说明', en: 'looked at the duty description' },
  'view.transfer': { zh: '查看了组织关系转接', en: 'looked at the transfer' },
  'view.sessions': { zh: '查看了登录情况', en: 'looked at the sessions' },
  'member.reveal-personal': { zh: '查看了完整号码', en: 'looked at the full numbers' },
  'member.admit': { zh: '录入了资料', en: 'entered the file' },
  'member.correct': { zh: '更正了资料', en: 'corrected the file' },
  'member.change-standing': { zh: '变更了党籍或状态', en: 'changed the standing' },
  'member.leave': { zh: '办理了离开', en: 'recorded a leave' },
}
const ROLES: Readonly<Record<string, { zh: string; en: string }>> = {
  branchCommittee: { zh: '支部委员', en: 'branch committee' },
  branchSecretary: { zh: '支部书记', en: 'branch secretary' },
  organCommittee: { zh: '机关党委', en: 'organ committee' },
  partyGroupSecretary: { zh: '党组书记', en: 'Party group secretary' },
  workCommittee: { zh: '机关工委', en: 'work committee' },
  districtCommittee: { zh: '区县工委', en: 'district work committee' },
  cityCommittee: { zh: '市委', en: 'city committee' },
  systemAdministrator: { zh: '系统管理员', en: 'system administrator' },
  securityAdministrator: { zh: '安全保密管理员', en: 'security administrator' },
}

/** What was done, in words; an action without words is named as the log names it. */
export const actionWord = (action: string) => ACTIONS[action]?.[language()] ?? action
export const roleWord = (role: string | null) => (role && ROLES[role]?.[language()]) || (role ?? '')
