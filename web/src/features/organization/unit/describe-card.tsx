import { describeUnit, type readUnit } from '@jiannuo/contract/organization/unit.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useState } from 'react'
import { useCommand } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Button, ButtonLink } from '../../../ui/action/button.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { NumberField } from '../../../ui/form/number-field.tsx'
import { TextArea, TextField } from '../../../ui/form/text-field.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { organizationWords } from '../words.ts'

/** What is recorded of a unit beside its structure: staff, class, purpose. Its name changes by a dated renaming, which this leads to. */
export function DescribeForm({ unit, onDone }: { unit: Reply<typeof readUnit>; onDone: () => void }) {
  const words = useWords(organizationWords)
  const [staffCount, setStaff] = useState(unit.staffCount)
  const [organClass, setClass] = useState(unit.organClass ?? '')
  const [purpose, setPurpose] = useState(unit.purpose ?? '')
  const command = useCommand(describeUnit, { onDone })
  const fields = command.problem?.fields
  const body = { staffCount, organClass: organClass.trim() || null, purpose: purpose.trim() || null }
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void command.run({ params: { unitId: unit.id }, body })
      }}
    >
      <ProblemAlert problem={command.problem} />
      <FieldRow>
        <NumberField
          label={words.staff}
          optional
          hint={words.staffHint}
          value={staffCount}
          error={fields?.['/staffCount']}
          onChange={setStaff}
        />
        <TextField
          label={words.organClass}
          optional
          hint={words.organClassHint}
          maxLength={40}
          value={organClass}
          error={fields?.['/organClass']}
          onChange={setClass}
        />
      </FieldRow>
      <TextArea
        label={words.purpose}
        optional
        hint={words.purposeHint}
        limit={500}
        value={purpose}
        error={fields?.['/purpose']}
        onChange={setPurpose}
      />
      <div className="organization-links">
        <Button kind="primary" submit busy={command.busy}>
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
        {unit.may.reorganize && <ButtonLink to={`/organisation/reorganise?unit=${unit.id}`}>{words.rename}</ButtonLink>}
      </div>
    </form>
  )
}
