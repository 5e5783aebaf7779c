import type { SchemeChange } from '@jiannuo/contract/appraisal/scheme.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Row, Rows } from '../../../ui/page/card.tsx'
import { schemeWords } from '../words.ts'

/** Differences as sentences, one a row. */
export function ChangeList({ changes }: { changes: readonly SchemeChange[] }) {
  const words = useWords(schemeWords)
  const language = useLanguage()
  if (changes.length === 0) return <p className="card-body second">{words.noChanges}</p>
  return (
    <Rows>
      {changes.map(change => (
        <Row key={`${change.path.join(' ')} ${change.zh}`} title={change[language]} />
      ))}
    </Rows>
  )
}
