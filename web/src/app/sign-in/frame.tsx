import type { ReactNode } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { language, setLanguage } from '../../i18n/language.ts'
import '../../ui/action/action.css'
import './sign-in.css'
import { signInWords } from './words.ts'

/** Around the pages for people without a session: whose system this is, and in which language. `wide` for more than a few fields. */
export function Frame({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  const words = useWords(signInWords)
  return (
    <div className="sign-in">
      <header className="sign-in-bar">
        <span className="sign-in-mark" lang="zh-CN">
          {words.product}
        </span>
        <span>{words.productLong}</span>
        <button
          type="button"
          className="button text"
          lang={language() === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language() === 'zh' ? 'en' : 'zh')}
        >
          {words.language}
        </button>
      </header>
      <main className={wide ? 'sign-in-main wide' : 'sign-in-main'}>{children}</main>
    </div>
  )
}
