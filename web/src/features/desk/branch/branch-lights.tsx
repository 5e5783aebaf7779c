import type { BranchDesk } from '@jiannuo/contract/desk/desk.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { Light } from '../../../ui/signal/light.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import '../desk.css'
import { deskWords } from '../words.ts'

const SHOWN = ['green', 'yellow', 'red', 'none', 'grey'] as const

/** Members under their worst item, as counts; by name only those who need a word. No ranking. */
export function BranchLights({ fulfilment }: { fulfilment: BranchDesk['fulfilment'] }) {
  const words = useWords(deskWords)
  const language = useLanguage()
  const { counts, of, people } = fulfilment
  if (of === 0) {
    return (
      <Card title={words.members(0)}>
        <Empty title={words.membersNone}>{words.membersNoneNote}</Empty>
      </Card>
    )
  }
  return (
    <Card
      title={words.members(of)}
      extra={
        <Go to="/unit-fulfilment" className="desk-more">
          {words.all}
          <Icon name="next" size={14} />
        </Go>
      }
      flush
    >
      <ul className="desk-lights">
        {SHOWN.filter(light => counts[light] > 0).map(light => (
          <li key={light}>
            <Light colour={light === 'none' ? 'grey' : light}>{words.lights[light]}</Light>
            <strong>{counts[light]}</strong>
          </li>
        ))}
      </ul>
      {people.length === 0 ? (
        <p className="desk-fine">{words.membersFine}</p>
      ) : (
        <Rows>
          {people.map(person => (
            <Row
              key={person.pledgeId}
              title={
                <span className="desk-person">
                  {person.name}
                  <Light colour={person.light === 'red' ? 'red' : 'yellow'}>{words.lights[person.light]}</Light>
                </span>
              }
              note={words.person(person.items, person.title, person.reason[language])}
              action={<ButtonLink to={`/fulfilment/pledges/${person.pledgeId}`}>{words.look}</ButtonLink>}
            />
          ))}
        </Rows>
      )}
    </Card>
  )
}
