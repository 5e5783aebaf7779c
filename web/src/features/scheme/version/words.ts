const zh = {
  publishHeading: (title: string) => `发布“${title}”`,
  withdrawHeading: (title: string) => `撤回“${title}”`,
  whatNew: (title: string) => `“${title}”成为正式方案，发布后内容不能再改`,
  whatReplaces: (version: number) => `取代第 ${version} 版，逐处改动见下`,
  whom: (people: number, rounds: number) =>
    `通知 ${people} 人${rounds > 0 ? `；已经开始的 ${rounds} 轮考评仍用原来的版本` : ''}`,
  from: (from: string | null, until: string | null) =>
    `${from ?? '生效日期未填'} 起${until ? `，到 ${until} 前` : '，直到有新版本取代'}`,
  reversal: '生效前可以撤回，原版本照旧执行；生效后只能起新版本',
  reversalNow: '生效日期已到，发布后立即生效、不能撤回；要改只能起新版本',
  obstacles: '还不能发布',
  changes: (n: number) => (n === 0 ? '与原版本没有差别' : `${n} 处改动`),
  publish: '发布',
  reason: '退回或撤回的理由',
  giveBack: '退回修改',
  second: '您写过或提交过这份方案，要由另一位同志发布',
  back: '返回方案',
  withdrawWhat: '这一版不再生效',
  withdrawWhom: '原版本照旧执行',
  withdrawFrom: '立即',
  withdrawReversal: '撤回的版本保留备查，不能恢复，可以起新版本',
  withdraw: '撤回',
}
const en: typeof zh = {
  publishHeading: title => `Publish “${title}”`,
  withdrawHeading: title => `Withdraw “${title}”`,
  whatNew: title => `“${title}” becomes a scheme in its own right; once published it never changes`,
  whatReplaces: version => `It takes the place of version ${version}; the differences are listed below`,
  whom: (people, rounds) =>
    `${people} people are told${rounds > 0 ? `; ${rounds} rounds already open keep the version before` : ''}`,
  from: (from, until) =>
    `From ${from ?? '(no first day)'}${until ? ` until ${until}` : ' until a later version takes its place'}`,
  reversal:
    'Before its first day it can be withdrawn and the version before holds on; afterwards only a new version changes it',
  reversalNow: 'Its first day has come: it takes effect at once and cannot be withdrawn; only a new version changes it',
  obstacles: 'Cannot be published yet',
  changes: n => (n === 0 ? 'No difference from the version before' : `${n} change${n === 1 ? '' : 's'}`),
  publish: 'Publish',
  reason: 'Reason for returning or withdrawing',
  giveBack: 'Return',
  second: 'You wrote or handed in this scheme; another person has to publish it',
  back: 'Back to the scheme',
  withdrawWhat: 'This version never takes effect',
  withdrawWhom: 'The version before holds on',
  withdrawFrom: 'At once',
  withdrawReversal: 'It is kept on record and cannot be brought back; a new version can be drafted',
  withdraw: 'Withdraw',
}
export const versionWords = { zh, en }
