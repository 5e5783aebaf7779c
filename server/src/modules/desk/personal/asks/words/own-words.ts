import type { OWN_ASKS } from '@jiannuo/contract/desk/desk.ts'
import type { Both } from '@jiannuo/contract/values.ts'
import { both } from '../../../../../platform/http/serve.ts'
import { type AskWords, are, type Group, levelOf } from './group.ts'

const pledgeOf = ({ first, year }: Group): Both => {
  const level = first.level === 'member' ? both('', '') : levelOf(first)
  return both(`${year ?? ''}年度${level.zh}承诺`, `${year ?? ''} pledge${level.en ? ` as ${level.en}` : ''}`)
}
const AFTER_PLEDGE = both(
  '提交后由上一级审定，在本单位公示后生效。',
  'Once submitted it is reviewed by the level above, put on notice in the unit, then in force.',
)
const AFTER_PROGRESS = both(
  '补上当天转绿。办不到的，可以转为整改或说明原因。',
  'It turns green the same day. What cannot be done may become a rectification, or be explained.',
)

export const OWN_WORDS: Record<(typeof OWN_ASKS)[number], (group: Group) => AskWords> = {
  writePledge: g => ({
    title: both(`写${pledgeOf(g).zh}`, `Write your ${pledgeOf(g).en}`),
    why: both(
      '2到5项，党建和业务都要有；每项写明数量或结果、期限和权重。',
      'Two to five items, Party work and business; each with a figure or result, a due day and a weight.',
    ),
    action: both('开始写', 'Begin'),
    minutes: 15,
    link: '/my-pledge',
    next: AFTER_PLEDGE,
  }),
  finishPledge: g => ({
    title: both(`写完${pledgeOf(g).zh}`, `Finish your ${pledgeOf(g).en}`),
    why: both(
      `草稿已有${g.first.amount}项。提交前逐项检查，需要改的会写明理由。`,
      `The draft has ${are(g.first.amount, 'item', 'items')}. Before submission each is checked, with the reason for every remark.`,
    ),
    action: both('接着写', 'Go on'),
    minutes: 8,
    link: `/my-pledge/${g.first.object_id ?? ''}`,
    next: AFTER_PLEDGE,
  }),
  mendPledge: g => ({
    title: both(`修改退回的${pledgeOf(g).zh}`, `Mend your ${pledgeOf(g).en}, which was returned`),
    why: g.first.detail
      ? both(
          `审定意见：“${g.first.detail.replace(/[。.]$/, '')}”${g.first.amount > 0 ? `，另有${g.first.amount}条写在各项下面` : ''}。`,
          `The reviewer says: “${g.first.detail.replace(/[。.]$/, '')}”${g.first.amount > 0 ? `, and ${are(g.first.amount, 'comment', 'comments')} on single items` : ''}.`,
        )
      : both(
          `审定意见${g.first.amount}条，写在各项下面。`,
          `${are(g.first.amount, 'comment', 'comments')} on single items.`,
        ),
    action: both('去修改', 'Mend it'),
    minutes: 5,
    link: `/my-pledge/${g.first.object_id ?? ''}`,
    next: both('其他各项照旧，改好再提交。', 'The other items stay as they are; submit it again when mended.'),
  }),
  finishAmendment: g => ({
    title: both(`提交${pledgeOf(g).zh}的修改`, `Submit the amendment of your ${pledgeOf(g).en}`),
    why: both(
      `修改原因：“${g.first.detail ?? ''}”。新的生效以前，原承诺照旧。`,
      `Reason: “${g.first.detail ?? ''}”. Until the new one is in force the old one stands.`,
    ),
    action: both('接着改', 'Go on'),
    minutes: 5,
    link: `/my-pledge/${g.first.object_id ?? ''}`,
    next: AFTER_PLEDGE,
  }),
  checkMidYear: ({ first }) => ({
    title:
      first.amount > 0
        ? both(
            `更新${first.amount}项承诺的年中进展`,
            `Update the mid-year progress of ${are(first.amount, 'item', 'items')}`,
          )
        : both('确认年中进展', 'Confirm your mid-year progress'),
    why:
      first.detail && first.detail !== '0'
        ? both(
            `另外${first.detail}项已随工作记录自动更新，不用再填。`,
            `The other ${first.detail} move by themselves with the records of the work.`,
          )
        : both('每项填到目前为止的数，写一句话。', 'For each item the figure so far and one line.'),
    action: both('填写进展', 'Update'),
    minutes: Math.max(1, first.amount),
    link: `/fulfilment/mid-year/${first.object_id ?? ''}`,
    next: both('填好后由上一级确认，您不用再报材料。', 'The level above confirms it; nothing else is asked of you.'),
  }),
  updateItems: ({ first }) => ({
    title: both(`更新${first.amount}项承诺的进展`, `Update the progress of ${are(first.amount, 'item', 'items')}`),
    why: first.say ?? both('', ''),
    action: both('填写进展', 'Update'),
    minutes: Math.max(1, first.amount),
    link: '/fulfilment',
    next: AFTER_PROGRESS,
  }),
  rectify: ({ first }) => ({
    title: both(`办结整改：${first.detail ?? ''}`, `Finish the rectification: ${first.detail ?? ''}`),
    why: both('办好后写一句结果。', 'When it is done, say in one line what came of it.'),
    action: both('写结果', 'Report'),
    minutes: 3,
    link: `/fulfilment/items/${first.object_id ?? ''}`,
    next: both(
      '由上一级确认，确认后灯转绿，经过保留。',
      'The level above confirms it; the light clears, the history stays.',
    ),
  }),
  answerSample: ({ first }) => ({
    title: both(`答复抽查：${first.detail ?? ''}`, `Answer the sample: ${first.detail ?? ''}`),
    why: both(
      '抽到了这一项。附一份材料，或写一句在哪里可以看到。没抽到的不用报。',
      'This item was drawn. Attach one document, or say where it can be seen. Nothing is asked about the others.',
    ),
    action: both('答复', 'Answer'),
    minutes: 3,
    link: `/fulfilment/items/${first.object_id ?? ''}`,
    next: both(
      '抽查的种子和名单公开，谁都可以重算。',
      'Seed and candidates are public, so that anyone can repeat the draw.',
    ),
  }),
  writeReport: g => ({
    title:
      g.first.level === 'member'
        ? both('写述职', 'Write your report')
        : both(`写${levelOf(g.first).zh}述职`, `Write your report as ${levelOf(g.first).en}`),
    why: both(
      '承诺和工作数据已自动填好，只写自己的话。',
      'Pledges and facts are filled in already; only your own words are missing.',
    ),
    action: both('开始写', 'Begin'),
    minutes: 20,
    link: '/my-report',
    next: both(
      '提交后上一级和本单位党员都能看到。',
      'Once handed in, the level above and the members of the unit can read it.',
    ),
  }),
  rateSelf: ({ first }) => ({
    title:
      first.level === 'member'
        ? both('给自己评一个等次', 'Rate yourself')
        : both(`以${levelOf(first).zh}身份自评`, `Rate yourself as ${levelOf(first).en}`),
    why: both('选一个等次，写一句理由。', 'Choose a grade and say why in one line.'),
    action: both('自评', 'Rate'),
    minutes: 2,
    link: `/my-results/${first.object_id ?? ''}/self`,
    next: both('评议结束前可以改。', 'You can change it until the rating ends.'),
  }),
  readResult: ({ first }) => ({
    title: both('看您的考评结果', 'Read your result'),
    why: both(
      `${first.level === 'member' ? '' : levelOf(first).zh}考评结果已告知。哪一处不对，可以提出异议。`,
      'Your result is there. You may object to any one step of it.',
    ),
    action: both('看结果', 'Read it'),
    minutes: 3,
    link: `/results/${first.object_id ?? ''}`,
    next: both(
      '异议会书面答复；没有异议，期满后备案。',
      'An objection is answered in writing; without one the result is filed.',
    ),
  }),
  countSlips: ({ first }) => ({
    title: both(`录入计票：${first.unit_name ?? ''}`, `Enter the count: ${first.unit_name ?? ''}`),
    why: both(
      '您是计票人。两名计票人各录各的，一致才算数。',
      'You are a teller. The two tellers enter their own counts; they count when they agree.',
    ),
    action: both('录入', 'Enter'),
    minutes: 10,
    link: `/tellings/${first.object_id ?? ''}`,
    next: both(
      '不一致时只指出哪一格，不显示对方的数。',
      'Where they differ the cell is named, never the other’s figure.',
    ),
  }),
  lookAtNotice: ({ first }) => ({
    title: both(`看公示：${first.detail ?? ''}`, `Look at the notice: ${first.detail ?? ''}`),
    why: both(`共${first.amount}份。有意见可以提出。`, `${are(first.amount, 'paper', 'papers')}. You may object.`),
    action: both('看公示', 'Look'),
    minutes: 2,
    link: `/notices/${first.object_id ?? ''}`,
    next: both('谁提的意见，只有审定人知道。', 'Only the reviewer learns who objected.'),
  }),
}
