import type { Deeds } from '@jiannuo/contract/desk/desk.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { day } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { deskWords } from './words.ts'

export const timesOf = (deeds: Deeds) => deeds.reduce((all, each) => all + each.times, 0)

/** 近30天已办: folded, because it asks for nothing. */
export function RecentDeeds({ deeds }: { deeds: Deeds }) {
  const words = useWords(deskWords)
  const language = useLanguage()
  if (deeds.length === 0) return null
  return (
    <details className="desk-deeds">
      <summary>{words.deeds(timesOf(deeds))}</summary>
      <ul className="second">
        {deeds.map(({ title, on, times }) => (
          <li key={`${title.en} ${on}`}>{words.deed(day(on), title[language], times)}</li>
        ))}
      </ul>
    </details>
  )
}
