import { defineErrors } from './define.ts'

export const FACT_ERRORS = defineErrors({
  FACT_CHOICE: {
    status: 422,
    say: (d: { zh: string; en: string }) => ({ zh: d.zh, en: d.en }),
    next: {
      zh: '请从数据目录中选择可以导入的数据，时段写成2026、2026-H1、2026-Q1或2026-03',
      en: 'Choose facts of the catalogue that can be imported, and a period such as 2026, 2026-H1, 2026-Q1 or 2026-03',
    },
  },
  FACT_IMPORT_STATE: {
    status: 409,
    say: () => ({ zh: '这次导入已经不能这样处理了', en: 'This import can no longer be dealt with like this' }),
    next: { zh: '请刷新后查看它现在的状态', en: 'Reload to see how it stands' },
  },
  FACT_IMPORT_STALE: {
    status: 409,
    say: () => ({
      zh: '核对之后系统里的数据有变化，没有导入',
      en: 'The records have changed since the preview; nothing was imported',
    }),
    next: { zh: '请重新上传文件，再核对一次', en: 'Upload the file again and check it once more' },
  },
})
