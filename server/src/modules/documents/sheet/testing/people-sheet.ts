import type { ColumnSpec, SheetSpec } from '../column-spec.ts'

const column = (key: string, zh: string, kind: ColumnSpec['kind'], more: Partial<ColumnSpec> = {}): ColumnSpec => {
  return { key, zh, en: key, kind, required: false, aliases: [], ...more }
}

/** A small sheet with a column of most kinds. */
export const PEOPLE: SheetSpec = {
  key: 'people',
  zh: '党员',
  en: 'Members',
  required: true,
  aliases: [],
  columns: [
    column('name', '姓名', 'text', { required: true, personName: true, aliases: ['党员姓名'] }),
    column('joinedOn', '入党日期', 'day', { aliases: ['入党时间'] }),
    column('duty', '职务', 'choice', {
      choices: [
        { value: 'secretary', zh: '书记', en: 'secretary', aliases: ['支部书记'] },
        { value: 'disciplineMember', zh: '纪检委员', en: 'discipline member', aliases: [] },
      ],
    }),
    column('count', '人数', 'integer'),
    column('phone', '手机号', 'phone'),
    column('note', '备注', 'text', { max: 20 }),
  ],
}
