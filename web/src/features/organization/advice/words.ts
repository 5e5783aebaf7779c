const zh = {
  title: (waiting: number, all: number) =>
    waiting > 0 ? `${waiting}条意见建议等您单位答复` : all === 0 ? '还没有意见建议' : '没有等您单位答复的意见建议',
  note: '指导单位可以提意见建议，不改被指导单位的组织、党员和得分；被指导单位书面答复。只有双方看得到。',
  none: '还没有意见建议',
  list: '意见建议和答复',
  given: (unit: string) => `提给${unit}`,
  received: (unit: string) => `${unit}提出`,
  waiting: '等答复',
  answered: (on: string) => `${on}答复`,
  answer: '答复',
  answerText: '书面答复',
  answerHint: '写明采纳了什么、怎么办；没有采纳的，写明理由',
  give: '提意见建议',
  to: '提给哪个单位',
  toMissing: '请选择单位',
  text: '意见建议',
  textHint: '写清哪件事、建议怎么办；提出后不能改',
  send: '提出',
  submit: '提交答复',
  cancel: '取消',
}

const en: typeof zh = {
  title: (waiting, all) =>
    waiting === 1
      ? 'One suggestion waits for your unit’s answer'
      : waiting > 1
        ? `${waiting} suggestions wait for your unit’s answer`
        : all === 0
          ? 'No suggestion yet'
          : 'No suggestion waits for your unit’s answer',
  note: 'A guiding unit may make suggestions and changes no structure, member or score; the unit guided answers in writing. Only the two of them see it.',
  none: 'No suggestion yet',
  list: 'Suggestions and answers',
  given: unit => `To ${unit}`,
  received: unit => `From ${unit}`,
  waiting: 'waiting',
  answered: on => `answered ${on}`,
  answer: 'Answer',
  answerText: 'Written answer',
  answerHint: 'What is taken up and how; where nothing is, why',
  give: 'Make a suggestion',
  to: 'To which unit',
  toMissing: 'Choose a unit',
  text: 'Suggestion',
  textHint: 'Which matter, and what to do about it; it cannot be changed later',
  send: 'Send',
  submit: 'Send the answer',
  cancel: 'Cancel',
}

export const adviceWords = { zh, en }
