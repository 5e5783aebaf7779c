import { counted } from '../counted.ts'
import { defineErrors } from './define.ts'

export const ROSTER_ERRORS = defineErrors({
  ROSTER_FILE_REFUSED: {
    status: 422,
    say: (d: { zh: string; en: string }) => ({
      zh: `这个文件不能读取：${d.zh}`,
      en: `This file cannot be read: ${d.en}`,
    }),
    next: { zh: '请用Excel或WPS另存为xlsx工作簿后再上传', en: 'Save it as an .xlsx workbook and upload it again' },
  },
  ROSTER_COLUMN_UNKNOWN: {
    status: 422,
    say: (d: { sheet: string; key: string }) => ({
      zh: `“${d.sheet}”表没有“${d.key}”这一列`,
      en: `The sheet ${d.sheet} has no column ${d.key}`,
    }),
    next: { zh: '请从列出的列中选择', en: 'Choose one of the columns listed' },
  },
  ROSTER_DAY: {
    status: 422,
    say: (d: { from: string; until: string }) => ({
      zh: `生效日期应在${d.from}至${d.until}之间`,
      en: `The effective day must lie between ${d.from} and ${d.until}`,
    }),
    next: { zh: '请换一个日期', en: 'Choose another day' },
  },
  ROSTER_HAS_ERRORS: {
    status: 422,
    say: (d: { count: number }) => ({
      zh: `文件里还有${d.count}处错误，没有导入`,
      en: `The file still has ${counted(d.count, 'error')}; nothing was imported`,
    }),
    next: {
      zh: '请下载错误清单，改好文件后重新上传',
      en: 'Download the list of errors, mend the file and upload it again',
    },
  },
  ROSTER_STALE: {
    status: 409,
    say: () => ({
      zh: '预览之后系统里的记录有变化，没有导入',
      en: 'The records have changed since the preview; nothing was imported',
    }),
    next: { zh: '请重新对照，再确认一次', en: 'Compare again and confirm once more' },
  },
  ROSTER_CLOSED: {
    status: 409,
    say: (d: { state: { zh: string; en: string } }) => ({
      zh: `这次预览${d.state.zh}`,
      en: `This preview ${d.state.en}`,
    }),
    next: { zh: '请重新上传文件', en: 'Upload the file again' },
  },
})
