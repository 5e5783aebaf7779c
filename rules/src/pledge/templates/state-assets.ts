import type { PledgeTemplate } from './template.ts'

export const STATE_ASSETS: PledgeTemplate = {
  id: 'state-assets',
  title: { zh: '国资监管党支部承诺模板', en: 'Pledge template: branch of a state-assets commission' },
  note: {
    zh: '适合处室支部；先换掉企业家数和项目名称。',
    en: 'For the branch of a section; change the number of firms and the projects first.',
  },
  pledges: {
    branchSecretary: [
      {
        kind: 'party',
        title: {
          zh: '同3家企业党支部结对，每季度共办1次主题党日',
          en: 'Twin with three branches of firms; a joint theme day each quarter',
        },
        target: '4',
        unit: '次',
        measures: '轮流出题，围着企业一件难事谈。',
        due: '12-10',
        weight: 25,
        dutyId: 'branchSecretary.carry-out.theme-day',
      },
      {
        kind: 'party',
        title: {
          zh: '审定支部党员承诺，退改意见当面说清',
          en: 'Review the members’ pledges and explain each return in person',
        },
        target: '16',
        unit: '份',
        measures: '收到5个工作日内审完。',
        due: '03-31',
        weight: 15,
        dutyId: 'branchSecretary.supervise.pledges',
      },
      {
        kind: 'business',
        title: {
          zh: '推动12家市属企业章程修订并备案',
          en: 'Charters of twelve firms revised and filed',
        },
        target: '12',
        unit: '家',
        measures: '按企业建台账，卡住的报党委专题会。',
        due: '10-31',
        weight: 35,
        dutyId: 'branchSecretary.coordinate.sections',
      },
      {
        kind: 'business',
        title: {
          zh: '闲置房产盘活，租金收入入库',
          en: 'Idle premises put to use',
        },
        target: '15',
        unit: '处',
        measures: '先查权属，再公开招租，合同备案。',
        due: '11-30',
        weight: 25,
        dutyId: null,
      },
    ],
    member: [
      {
        kind: 'party',
        title: {
          zh: '给企业支部讲国资监管政策微党课',
          en: 'Short lectures on state-assets policy for branches of firms',
        },
        target: '3',
        unit: '次',
        measures: '题目由企业点，讲完留联系电话。',
        due: '10-31',
        weight: 20,
        dutyId: 'member.politically-sound.study',
      },
      {
        kind: 'party',
        title: {
          zh: '全年廉洁自查4次，与监管企业往来零违规',
          en: 'Four self-checks of integrity, no breach in dealing with firms',
        },
        target: '4',
        unit: '次',
        measures: '每季度对照清单自查，结果交纪检委员。',
        due: '12-20',
        weight: 20,
        dutyId: 'member.disciplined.integrity',
      },
      {
        kind: 'business',
        title: {
          zh: '联系企业的重大事项审核用时压到3个工作日',
          en: 'Review major matters of the firms in my charge within three working days',
        },
        target: '3',
        unit: '个工作日',
        measures: '材料清单提前发企业，缺项一次告知。',
        due: '11-30',
        weight: 35,
        dutyId: 'member.effective.post',
      },
      {
        kind: 'business',
        title: {
          zh: '查出企业财务风险并推动整改',
          en: 'Financial risks found and mended',
        },
        target: '10',
        unit: '个',
        measures: '每月看快报，异常的3天内问清。',
        due: '12-10',
        weight: 25,
        dutyId: 'member.effective.hard-work',
      },
    ],
  },
}
