import type { Bilingual, Confidence } from '../../rule.ts'
import { both } from './parts.ts'
import type { SchemeSource } from './template.ts'

export const source = (
  document: string,
  article: string,
  confidence: Confidence,
  zh: string,
  en: string,
): SchemeSource => ({
  document,
  article,
  confidence,
  readIn: { zh, en },
})

/** A copy without an issuing authority on a document site: the weakest evidence. */
export const copied = (document: string, article: string, zh: string, en: string) =>
  source(document, article, 'V2', `${zh}，匿名副本，证据较弱`, `${en}; an anonymised copy, weaker evidence`)

export const LOCAL: SchemeSource = source(
  '本系统默认配置，由各机关工委自定',
  '来源没有公布的分值',
  'local',
  '随系统提供',
  'shipped with the product',
)

export const WHOLE: Bilingual = both(
  '公布的数字全部照录，采用前请按本地办法核对',
  'every printed number is kept; compare with the local rules before use',
)
export const PARTIAL: Bilingual = both(
  '来源只公布了一部分，本模板只含公布的部分，采用前请补齐',
  'the source prints a part only, and so does the template; complete it before use',
)
export const COMPLETED: Bilingual = both(
  '标为“本地”的分值没有公开来源，是为能计分而补的默认值，采用前请修改',
  'points marked local have no public source: defaults that make the scheme reckon; change them before use',
)
