import { defineErrors } from './define.ts'

export const MEMBERSHIP_ERRORS = defineErrors({
  MEMBER_CODE_TAKEN: {
    status: 409,
    say: (d: { code: string }) => ({ zh: `编号${d.code}已有人使用`, en: `The code ${d.code} is already in use` }),
    next: { zh: '请核对是否同一人，或换一个编号', en: 'Check whether it is the same person, or use another code' },
  },
  NOT_A_BRANCH: {
    status: 422,
    say: () => ({
      zh: '党员只能编入党支部、联合党支部，或没有支部的党总支、机关党委',
      en: 'A member belongs to a branch or joint branch, or to a committee without branches',
    }),
    next: { zh: '请选择一个存续的支部', en: 'Choose a branch that exists on that day' },
  },
  NOT_TEMPORARY: {
    status: 422,
    say: (d: { unit: string }) => ({
      zh: `${d.unit}不是临时党组织`,
      en: `${d.unit} is no temporary organisation`,
    }),
    next: {
      zh: '只有临时党组织编入外来服务的党员，其他组织请办理组织关系转接',
      en: 'Members serve for a time in temporary organisations only; elsewhere transfer the membership',
    },
  },
  SERVES_ALREADY: {
    status: 409,
    say: (d: { name: string; from: string }) => ({
      zh: `${d.name}同志自${d.from}起已在这个临时党组织`,
      en: `${d.name} has served in this organisation since ${d.from}`,
    }),
    next: {
      zh: '请先结束原来的一段，或改用不重叠的日期',
      en: 'End the earlier service first, or choose days that do not overlap',
    },
  },
  NOTHING_CHANGED: {
    status: 422,
    say: () => ({ zh: '与现有记录相同，没有要改的', en: 'This is what is on record already' }),
    next: { zh: '请改动至少一项', en: 'Change at least one field' },
  },
  LATER_ENTRY: {
    status: 409,
    say: (d: { from: string }) => ({
      zh: `已有${d.from}起的记录，新的日期应在其后`,
      en: `There is an entry from ${d.from}; the new day must be later`,
    }),
    next: { zh: '请改用更晚的日期', en: 'Use a later day' },
  },
  TRANSFER_OPEN: {
    status: 409,
    say: () => ({ zh: '这名党员已有一件转接正在办理', en: 'A transfer of this member is under way' }),
    next: { zh: '请先办完或撤回那一件', en: 'Finish or withdraw that one first' },
  },
  SAME_BRANCH: {
    status: 422,
    say: () => ({ zh: '转入的支部就是现在的支部', en: 'The member belongs to that branch already' }),
    next: { zh: '请选择另一个支部', en: 'Choose another branch' },
  },
  DAY_PAST: {
    status: 422,
    say: (d: { today: string }) => ({
      zh: `生效日期不能早于今天（${d.today}）`,
      en: `The effective day must not be before today (${d.today})`,
    }),
    next: { zh: '请选择今天或以后的日期', en: 'Choose today or a later day' },
  },
})
