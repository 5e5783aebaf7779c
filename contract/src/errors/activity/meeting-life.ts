import { defineErrors } from '../define.ts'

export const MEETING_LIFE_ERRORS = defineErrors({
  MEETING_OVERLAPS: {
    status: 409,
    say: (d: { title: string; at: string }) => ({
      zh: `这段时间本组织已安排“${d.title}”（${d.at}）`,
      en: `The unit has “${d.title}” at that time (${d.at})`,
    }),
    next: { zh: '请改时间，或先调整原来的安排', en: 'Choose another time, or move the other one first' },
  },
  MEETING_PEOPLE: {
    status: 422,
    say: (d: { names: string; day: string }) => ({
      zh: `${d.names}在${d.day}不是本组织应到会人员`,
      en: `Not due at this unit’s meeting on ${d.day}: ${d.names}`,
    }),
    next: { zh: '请去掉，或核对当天的党员名单', en: 'Leave them out, or check who belonged to the unit that day' },
  },
  NO_ELECTION_HERE: {
    status: 409,
    say: () => ({ zh: '选举在支部党员大会上进行', en: 'An election is held at an assembly' }),
    next: { zh: '请先安排一次支部党员大会', en: 'Plan an assembly first' },
  },
  ELECTION_SURPLUS: {
    status: 422,
    say: (d: { seats: number; wanted: number; given: number }) => ({
      zh: `应选${d.seats}名，候选人应不少于${d.wanted}名（多20%），现为${d.given}名`,
      en: `${d.seats} seats need ${d.wanted} candidates or more (20 per cent more), not ${d.given}`,
    }),
    next: { zh: '请增加候选人', en: 'Add candidates' },
  },
  NOT_ELIGIBLE: {
    status: 422,
    say: (d: { names: string }) => ({
      zh: `${d.names}不符合条件：候选人应是本组织有选举权的正式党员，计票人应是到会的非候选人`,
      en: `Not eligible: ${d.names}. A candidate is a regular member of the unit with the right to vote; a teller is present and no candidate`,
    }),
    next: { zh: '请换人，或核对党员名单', en: 'Choose others, or check the register of members' },
  },
  REQUIREMENT_STANDS: {
    status: 409,
    say: (d: { title: string; from: string }) => ({
      zh: `“${d.title}”自${d.from}起已在执行`,
      en: `“${d.title}” stands since ${d.from}`,
    }),
    next: { zh: '请先停止原来的要求', en: 'End the one that stands first' },
  },
  NOT_MADE_UP: {
    status: 409,
    say: (d: { title: string }) => ({
      zh: `“${d.title}”不能补：应是本组织已结束的会议，补课人员应是缺席或请假的同志`,
      en: `“${d.title}” cannot be made up: it has to be a closed meeting of this unit, for those who were absent or on leave`,
    }),
    next: { zh: '请从已结束的会议页面安排补课', en: 'Plan the session from the page of the closed meeting' },
  },
  MEETING_TOO_EARLY: {
    status: 409,
    say: (d: { day: string }) => ({ zh: `会议定在${d.day}，还没有到`, en: `The meeting is on ${d.day}, not yet` }),
    next: { zh: '到当天再开始；提前召开请先改日期', en: 'Begin on the day; to hold it earlier, change the day first' },
  },
  MEETING_CODE: {
    status: 422,
    say: () => ({ zh: '签到码不对或已经更换', en: 'The code is wrong or has changed' }),
    next: {
      zh: '请用现场屏幕上此刻的签到码，或请书记点名',
      en: 'Use the code now on the screen, or ask to be called by name',
    },
  },
  NOT_DUE: {
    status: 409,
    say: (d: { name: string }) => ({
      zh: `${d.name}不在本次会议的应到名单`,
      en: `${d.name} is not due at this meeting`,
    }),
    next: { zh: '请核对会议当天的党员名单', en: 'Check who belonged to the unit on that day' },
  },
  VOTES_EXCEED: {
    status: 422,
    say: (d: { cast: number; present: number }) => ({
      zh: `赞成、反对、弃权合计${d.cast}票，多于到会有表决权的${d.present}人`,
      en: `${d.cast} votes are more than the ${d.present} present with a vote`,
    }),
    next: { zh: '请核对票数，或先补点名', en: 'Check the count, or complete the roll call first' },
  },
  QUORUM_LACKING: {
    status: 409,
    say: (d: { present: number; needed: number }) => ({
      zh: `到会有表决权的${d.present}人，不足${d.needed}人，不能表决`,
      en: `${d.present} present with a vote, ${d.needed} are needed: no vote can be taken`,
    }),
    next: { zh: '请补点名；人数仍不够的，改期召开', en: 'Complete the roll call, or hold it another day' },
  },
})
