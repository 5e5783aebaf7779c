import { language } from '../../i18n/language.ts'

const ACTIONS: Readonly<Record<string, { zh: string; en: string }>> = {
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
  cityCommittee: { zh: '市委', en: 'city committee' },
}

/** What was done, in words; an action without words is named as the log names it. */
export const actionWord = (action: string) => ACTIONS[action]?.[language()] ?? action
export const roleWord = (role: string | null) => (role && ROLES[role]?.[language()]) || (role ?? '')
