import { counted } from '@jiannuo/contract/counted.ts'

const zh = {
  title: (n: number) => (n === 0 ? '组织覆盖没有缺口' : `组织覆盖有${n}处缺口`),
  none: '这一类没有缺口',
  all: '全部',
  where: '在哪里',
  upper: '上级',
  kind: '类别',
  what: '缺什么',
  kinds: {
    unitWithoutOrganization: '应建未建',
    memberWithoutBranch: '党员未编入支部',
    postWithoutHolder: '书记空缺',
    branchTooLarge: '支部过大',
    branchTooSmall: '支部过小',
  },
}

const en: typeof zh = {
  title: n => (n === 0 ? 'No coverage gaps' : counted(n, 'coverage gap')),
  none: 'None of this kind',
  all: 'All',
  where: 'Where',
  upper: 'Above it',
  kind: 'Kind',
  what: 'What is missing',
  kinds: {
    unitWithoutOrganization: 'no organisation yet',
    memberWithoutBranch: 'member without branch',
    postWithoutHolder: 'no secretary',
    branchTooLarge: 'branch too large',
    branchTooSmall: 'branch too small',
  },
}

export const coverageWords = { zh, en }
