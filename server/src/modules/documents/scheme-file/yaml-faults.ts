import type { YAMLError } from 'yaml'

const REASONS: Partial<Record<YAMLError['code'], string>> = {
  ALIAS_PROPS: '别名(*)后不能再加锚点或标签',
  BAD_ALIAS: '别名(*)没有对应的锚点(&)',
  BAD_COLLECTION_TYPE: '标签与内容的类型不一致',
  BAD_DIRECTIVE: '% 指令不正确',
  BAD_DQ_ESCAPE: '双引号内的转义不正确',
  BAD_INDENT: '缩进不正确',
  BAD_SCALAR_START: '值不能以这个字符开头,请加引号',
  BLOCK_AS_IMPLICIT_KEY: '嵌套内容应另起一行并缩进',
  BLOCK_IN_FLOW: '{ } 或 [ ] 内不能用缩进写法',
  DUPLICATE_KEY: '同一处的键重复',
  KEY_OVER_1024_CHARS: '键过长',
  MISSING_CHAR: '缺少符号(引号、冒号、逗号或括号)',
  MULTIPLE_ANCHORS: '一个值只能有一个锚点',
  MULTIPLE_DOCS: '一个文件只能有一个方案,不能用 --- 再分文档',
  MULTIPLE_TAGS: '一个值只能有一个标签',
  MULTILINE_IMPLICIT_KEY: '键不能跨行',
  TAB_AS_INDENT: '不能用制表符(Tab)缩进,请改用空格',
  TAG_RESOLVE_FAILED: '不认识的标签(!)',
  UNEXPECTED_TOKEN: '多余的符号',
}

/** What is wrong with the YAML itself; the parser's own English sentence is kept. */
export function yamlFault({ code, message }: Pick<YAMLError, 'code' | 'message'>): { zh: string; en: string } {
  const said = code === 'MULTIPLE_DOCS' ? 'a file holds one scheme; --- must not begin another document' : message
  return { zh: `YAML 语法:${REASONS[code] ?? '无法读懂'}`, en: `YAML: ${said}` }
}

/** Faults that leave the rest of the file readable. */
export const leavesRestReadable = ({ code }: Pick<YAMLError, 'code'>): boolean =>
  code === 'DUPLICATE_KEY' || code === 'TAG_RESOLVE_FAILED'
