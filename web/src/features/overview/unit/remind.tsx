import { type BranchRow, readOrganOverview } from '@jiannuo/contract/desk/overview.ts'
import { remindUnit } from '@jiannuo/contract/pledge/pledge.ts'
import { useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button } from '../../../ui/action/button.tsx'
import { unitWords } from './words.ts'

/** Reminds those of a branch who have not submitted their pledges; once that day, then it says so. */
export function Remind({ row }: { row: BranchRow }) {
  const words = useWords(unitWords).organ
  const remind = useCommand(remindUnit, { invalidates: [readOrganOverview] })
  const papers = row.none + row.drafted + row.returned
  if (row.reminded) return <span className="second">{words.reminded}</span>
  if (remind.problem) return <span className="second">{remind.problem.detail}</span>
  return (
    <Button
      small
      kind="text"
      label={words.remindWhom(row.name, papers)}
      busy={remind.busy}
      onClick={() => remind.run({ body: { unitId: row.unitId } })}
    >
      {words.remind}
    </Button>
  )
}
