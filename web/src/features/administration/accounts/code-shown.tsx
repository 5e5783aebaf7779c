import { useWords } from '../../../i18n/dictionary.ts'
import { dayOf, dayWithYear } from '../../../i18n/format.ts'
import { InlineAlert } from '../../../ui/state/inline-alert.tsx'
import { administrationWords } from '../words.ts'

/** A one-time code in plain, the only time anybody sees it. */
export function CodeShown({ name, code, until }: { name: string; code: string; until: string }) {
  const words = useWords(administrationWords)
  return (
    <InlineAlert tone="info" title={words.codeFor(name)}>
      <p>
        <code>{code}</code>
      </p>
      <p>
        {words.until(dayWithYear(dayOf(until)))}。{words.codeOnce}
      </p>
    </InlineAlert>
  )
}
