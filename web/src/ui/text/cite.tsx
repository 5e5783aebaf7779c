import { useWords } from '../../i18n/dictionary.ts'
import { Go } from '../go.tsx'
import { kitWords } from '../words.ts'
import './text.css'

/** 「依据：实施办法第九条」; a link when the text can be read here. */
export function Cite({ title, article, to }: { title: string; article: string; to?: string }) {
  const words = useWords(kitWords)
  const text = `${words.basis}${title}${article}`
  return to ? (
    <Go to={to} className="cite">
      {text}
    </Go>
  ) : (
    <span className="cite">{text}</span>
  )
}
