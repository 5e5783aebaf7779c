import type { Said } from '../column-spec.ts'
import type { Refusal, RefusalCode } from '../read-result.ts'

const XLSX: Said = {
  zh: '请上传用 Excel 或 WPS 保存的 .xlsx 工作簿',
  en: 'Please upload an .xlsx workbook saved by Excel or WPS',
}

const REASONS: Record<RefusalCode, Said> = {
  empty: { zh: `文件是空的（0 字节）。${XLSX.zh}。`, en: `The file is empty (0 bytes). ${XLSX.en}.` },
  tooLarge: { zh: '文件超过上限。请分成几个文件导入。', en: 'The file is over the limit. Please import it in parts.' },
  notXlsx: { zh: `这不是 .xlsx 工作簿。${XLSX.zh}。`, en: `This is not an .xlsx workbook. ${XLSX.en}.` },
  legacyXls: {
    zh: '这是旧版 .xls 文件。请在 Excel 或 WPS 中“另存为” .xlsx 后重新上传。',
    en: 'This is an old .xls file. Please save it as .xlsx in Excel or WPS and upload it again.',
  },
  encrypted: {
    zh: '文件设有打开密码。请去掉密码另存后重新上传。',
    en: 'The file is protected by a password. Please save it without one and upload it again.',
  },
  macros: {
    zh: '工作簿带有宏。请另存为不带宏的 .xlsx 后重新上传。',
    en: 'The workbook carries macros. Please save it as .xlsx without macros and upload it again.',
  },
  truncated: {
    zh: '文件不完整，可能没有上传或下载完。请重新取得文件后上传。',
    en: 'The file is incomplete; it may have been cut off while copied. Please get it again and upload it.',
  },
  damaged: {
    zh: '文件内部已损坏，无法读取。请在 Excel 或 WPS 中打开、修复并另存后重新上传。',
    en: 'The file is damaged inside. Please open, repair and save it in Excel or WPS, then upload it again.',
  },
  bomb: {
    zh: '文件解压后过大或压缩比异常，已拒绝。请只保留需要导入的工作表和行，另存后重新上传。',
    en: 'The file unpacks to too much data. Please keep only the sheets and rows to import, save and upload it again.',
  },
  lyingSize: {
    zh: '文件内部登记的大小与实际不符，已拒绝。请在 Excel 或 WPS 中另存后重新上传。',
    en: 'The sizes recorded in the file are not its real sizes. Please save it again in Excel or WPS and upload it.',
  },
  tooSlow: {
    zh: '读取超过时限，已停止。请分成几个文件导入。',
    en: 'Reading took longer than allowed and was stopped. Please import the file in parts.',
  },
  tooHeavy: {
    zh: '读取所需内存超过上限，已停止。请分成几个文件导入。',
    en: 'Reading needed more memory than allowed and was stopped. Please import the file in parts.',
  },
}

/** The whole file is refused; carried as an error inside the reading thread, handed out as a Refusal. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(code: RefusalCode, about: { found?: Said; limit?: string } = {}) {
    super(code)
    const zh = `${about.found ? `看内容是${about.found.zh}。` : ''}${about.limit ? `上限是 ${about.limit}。` : ''}`
    const en = `${about.found ? `By its content it is ${about.found.en}. ` : ''}${about.limit ? `The limit is ${about.limit}. ` : ''}`
    this.refusal = { kind: 'refused', code, zh: `${zh}${REASONS[code].zh}`, en: `${en}${REASONS[code].en}` }
  }
}
