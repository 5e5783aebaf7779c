import type { BranchDesk } from '@jiannuo/contract/desk/desk.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { addDays, dayWithYear } from '../../../i18n/format.ts'
import { Go } from '../../../ui/go.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import '../desk.css'
import { deskWords } from '../words.ts'

const COLOUR = { running: 'green', extended: 'green', due: 'yellow', overdue: 'red' } as const

export function TermCard({ term, unitId }: { term: BranchDesk['term']; unitId: string }) {
  const words = useWords(deskWords)
  const ends = term && dayWithYear(addDays(term.endsOn, -1))
  return (
    <Card
      title={words.term}
      extra={
        <Go to={`/organisation/${unitId}`} className="desk-more">
          {words.termFile}
          <Icon name="next" size={14} />
        </Go>
      }
    >
      {term && ends ? (
        <>
          <Light colour={COLOUR[term.clock]}>{words.termClock[term.clock](ends)}</Light>
          <p className="second">{words.termSpan(term.from, addDays(term.endsOn, -1))}</p>
          {words.termState[term.state] && <p className="second">{words.termState[term.state]}</p>}
        </>
      ) : (
        <p className="second">{words.termNone}</p>
      )}
    </Card>
  )
}
