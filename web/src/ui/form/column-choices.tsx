import { type ReactNode, useState } from 'react'
import { Button } from '../action/button.tsx'
import { Card } from '../page/card.tsx'
import { type Option, SelectField } from './choice-field.tsx'

/** A header of a file that means nothing yet, and the columns it may stand for. */
export interface OpenColumn {
  id: string
  label: string
  suggested: string | null
  options: readonly Option<string>[]
}

const UNDECIDED = '?'
const OUT = '-'

interface ColumnChoicesProps {
  columns: readonly OpenColumn[]
  words: { columnsTitle: string; columnsNote: string; undecided: string; leaveOut: string; remember: string }
  primary: boolean
  busy: boolean
  /** What was chosen, by the id of the column; null for one left out. Those left undecided are not among them. */
  onRemember: (chosen: Record<string, string | null>) => void
  children?: ReactNode
}

/** Which column of a file is which: proposed, chosen or left out. */
export function ColumnChoices({ columns, words, primary, busy, onRemember, children }: ColumnChoicesProps) {
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const choiceOf = ({ id, suggested }: OpenColumn) => chosen[id] ?? suggested ?? UNDECIDED
  const save = () =>
    onRemember(
      Object.fromEntries(
        columns
          .map(column => [column.id, choiceOf(column)] as const)
          .filter(([, choice]) => choice !== UNDECIDED)
          .map(([id, choice]) => [id, choice === OUT ? null : choice]),
      ),
    )
  return (
    <Card title={words.columnsTitle} note={words.columnsNote}>
      <div className="form">
        {columns.map(column => (
          <SelectField
            key={column.id}
            label={column.label}
            width="medium"
            options={[
              { value: UNDECIDED, label: words.undecided },
              { value: OUT, label: words.leaveOut },
              ...column.options,
            ]}
            value={choiceOf(column)}
            onChange={choice => setChosen({ ...chosen, [column.id]: choice })}
          />
        ))}
        {children}
        <div>
          <Button kind={primary ? 'primary' : 'plain'} busy={busy} onClick={save}>
            {words.remember}
          </Button>
        </div>
      </div>
    </Card>
  )
}
