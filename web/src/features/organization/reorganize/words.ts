import { counted } from '@jiannuo/contract/counted.ts'

/** What a change touches, in numbers. */
interface Touches {
  /** A section or group, whose members stay in their branch. */
  ofPart: boolean
  lower: number
  membersMoved: number
  postsEnded: number
  termsEnded: number
  servicesEnded: number
  relationsEnded: number
  openPledges: number
}

const zh = {
  title: '调整组织设置',
  note: '先填拟办事项，再看会触及什么，最后按文件生效。',
  what: '办理事项',
  unit: '哪个组织',
  into: '并入哪个组织',
  merged: '被合并的组织',
  newName: '新名称',
  keepName: '合并后的名称',
  keepNameHint: '不填则沿用保留组织的名称',
  newKind: '组织类别',
  upper: '设在哪个组织之下',
  newUpper: '调整到哪个组织之下',
  purpose: '设立目的',
  members: '划入的党员',
  membersHint: '从原支部中勾选',
  membersFind: '找党员',
  membersFindHint: '输入姓名、全拼或首字母，勾选后可以接着找下一位',
  formedIn: '组建于哪个业务单位或处室',
  formedInHint: '填写后，该单位不再列为“应建未建”',
  membersTo: '党员转入哪个支部',
  on: '生效日期',
  preview: '预览影响',
  back: '回去修改',
  apply: '按文件办理',
  applyTitle: (kind: string) => `${kind}：请核对后办理`,
  doneTitle: '已办理',
  /** Only what is touched; noughts say nothing. */
  touches: (i: Touches) =>
    [
      i.membersMoved && `${i.membersMoved}名党员${i.ofPart ? '的所在处室或党小组随之变更' : '随之转入'}`,
      i.postsEnded && `${i.postsEnded}个任职结束`,
      i.termsEnded && `${i.termsEnded}届任期终止`,
      i.servicesEnded && `${i.servicesEnded}名编入的党员结束编入`,
      i.relationsEnded && `${i.relationsEnded}项指导、具体领导或组建关系终止`,
      i.lower && `${i.lower}个下级组织随同`,
      i.openPledges && `${i.openPledges}份承诺尚未办结`,
    ]
      .filter(Boolean)
      .join('，') || '不涉及党员、任职、任期、关系和承诺',
  fromWhen: (day: string) => `${day}起；此前的记录不变，仍可按日期查看`,
  reversal: '其后没有新的变动时，可以在“变动记录”中撤回：当日撤回如同未办，以后撤回从撤回之日恢复',
  document: '文号',
  documentHint: '例如：青水党发〔2026〕7号',
  reason: '事由',
  changesTitle: (n: number) => `${n}项变动`,
  changes: '变动记录',
  noChanges: '还没有变动记录',
  noChangesNote: '设立、合并、分设、撤销、调整隶属和更名后，在这里查看和撤回。',
  effective: '生效',
  concerned: '涉及组织',
  state: '状态',
  standing: '有效',
  reversed: '已撤回',
  reverse: '撤回',
  reverseTitle: (kind: string, document: string) => `撤回“${kind}”（${document}）`,
  reverseWhat: '恢复变动前的隶属、名称、任职和党员归属',
  reverseFrom: '自撤回之日起恢复；填原生效日期则如同未办',
  reverseReversal: '撤回不能再撤回；需要时重新办理原变动',
  moved: (n: number) => `${n}名党员`,
}

const en: typeof zh = {
  title: 'Reorganise',
  note: 'Say what is planned, see what it touches, then put it in force by document.',
  what: 'What is to be done',
  unit: 'Which organisation',
  into: 'Into which organisation',
  merged: 'Organisations merged into it',
  newName: 'New name',
  keepName: 'Name after the merger',
  keepNameHint: 'Left out, the remaining one keeps its name',
  newKind: 'Kind',
  upper: 'Below which organisation',
  newUpper: 'To below which organisation',
  purpose: 'Purpose',
  members: 'Members who move over',
  membersHint: 'Chosen from the present branch',
  membersFind: 'Find a member',
  membersFindHint: 'Name, pinyin or initials; tick, then look for the next',
  formedIn: 'Business unit or section it is formed in',
  formedInHint: 'Given, that unit is no longer listed as lacking an organisation',
  membersTo: 'Branch that receives the members',
  on: 'In force from',
  preview: 'Preview',
  back: 'Back',
  apply: 'Put in force',
  applyTitle: kind => `${kind}: check before it is done`,
  doneTitle: 'Done',
  touches: i =>
    [
      i.membersMoved &&
        (i.ofPart
          ? `the section or group of ${counted(i.membersMoved, 'member')} changes`
          : counted(i.membersMoved, 'member moves', 'members move')),
      i.postsEnded && counted(i.postsEnded, 'post ends', 'posts end'),
      i.termsEnded && counted(i.termsEnded, 'term ends', 'terms end'),
      i.servicesEnded && counted(i.servicesEnded, 'service ends', 'services end'),
      i.relationsEnded &&
        counted(
          i.relationsEnded,
          'relation (guides, leads concretely or formed in) ends',
          'relations (guides, lead concretely or formed in) end',
        ),
      i.lower && `${counted(i.lower, 'organisation below comes', 'organisations below come')} along`,
      i.openPledges && `${counted(i.openPledges, 'pledge is', 'pledges are')} still open`,
    ]
      .filter(Boolean)
      .join(', ') || 'No member, post, term, relation or pledge',
  fromWhen: day => `From ${day}; what was before stays and can be read as of its day`,
  reversal:
    'From the list of changes, as long as nothing later builds on it: on its own day as if never made, later from that day on',
  document: 'Document number',
  documentHint: 'For instance 青水党发〔2026〕7号',
  reason: 'Reason',
  changesTitle: n => counted(n, 'change'),
  changes: 'Changes',
  noChanges: 'No changes yet',
  noChangesNote: 'What is set up, merged, split, dissolved, moved or renamed can be read and reversed here.',
  effective: 'In force',
  concerned: 'Organisations',
  state: 'State',
  standing: 'stands',
  reversed: 'reversed',
  reverse: 'Reverse',
  reverseTitle: (kind, document) => `Reverse “${kind}” (${document})`,
  reverseWhat: 'Relations, names, posts and belongings from before the change come back',
  reverseFrom: 'From the day given; with the day of the change itself as if it had not been made',
  reverseReversal: 'A counter-change is not reversed; make the change anew if needed',
  moved: n => counted(n, 'member'),
}

export const reorganizeWords = { zh, en }
