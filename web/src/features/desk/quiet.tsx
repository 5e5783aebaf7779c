import type { MyDesk } from '@jiannuo/contract/desk/desk.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { day } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { Icon } from '../../ui/icon.tsx'
import { Card } from '../../ui/page/card.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import './desk.css'
import { deskWords } from './words.ts'

/** Nothing is asked: that is good, and this comes next. */
export function NothingAsked({ upcoming }: { upcoming: MyDesk['upcoming'] }) {
  const words = useWords(deskWords)
  const language = useLanguage()
  return (
    <Card flush>
      <Empty title={words.doneTitle} good>
        {upcoming ? words.upcoming(upcoming.title[language], day(upcoming.on)) : words.nothingMore}
      </Empty>
    </Card>
  )
}

export function NotCounted() {
  const words = useWords(deskWords)
  return (
    <p className="second desk-quiet">
      <Icon name="info" />
      {words.notCounted}
    </p>
  )
}
