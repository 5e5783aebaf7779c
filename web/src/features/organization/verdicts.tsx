import type { Verdict } from '@jiannuo/contract/organization/unit.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { useLanguage } from '../../i18n/language.ts'
import { Row, Rows } from '../../ui/page/card.tsx'
import { Light } from '../../ui/signal/light.tsx'
import { Cite } from '../../ui/text/cite.tsx'
import { organizationWords } from './words.ts'

/** What the rules say, each with its source: obstacles first. */
export function Verdicts({ verdicts }: { verdicts: readonly Verdict[] }) {
  const words = useWords(organizationWords)
  const language = useLanguage()
  const sorted = [...verdicts].sort((a, b) => Number(a.severity === 'advice') - Number(b.severity === 'advice'))
  return (
    <Rows>
      {sorted.map(v => (
        <Row
          key={v.zh}
          lead={<Light colour={v.severity === 'obstacle' ? 'red' : 'yellow'}>{words[v.severity]}</Light>}
          title={v[language]}
          note={<Cite title={v.cite.document} article={v.cite.article} />}
        />
      ))}
    </Rows>
  )
}
