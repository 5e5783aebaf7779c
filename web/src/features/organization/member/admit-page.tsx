import { admitMember } from '@jiannuo/contract/membership/member.ts'
import { readUnit } from '@jiannuo/contract/organization/unit.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useGo } from '../../../app/location.ts'
import { query, useCommand } from '../../../app/server/query.ts'
import { useToday } from '../../../app/session.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { Button } from '../../../ui/action/button.tsx'
import { CheckField, RadioSegments } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { DayField, TextField } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { ProblemAlert } from '../../../ui/state/inline-alert.tsx'
import { names } from '../names.ts'
import { UnitSelect } from '../unit-select.tsx'
import { useTextParam } from '../use-text-param.ts'
import { memberWords } from './words.ts'

const KINDS = ['regular', 'probationary'] as const

/** Enter one member by hand: /members/new?unit=… */
export function AdmitPage() {
  const words = useWords(memberWords)
  const { memberKind } = useWords(names)
  const go = useGo()
  const today = useToday()
  const [given] = useTextParam('unit')
  const known = useQuery({
    ...query(readUnit, { params: { unitId: given ?? '' }, query: {} }),
    enabled: given !== undefined,
  }).data
  const [unitId, setUnit] = useState(given ?? '')
  const [text, setText] = useState({
    name: '',
    code: '',
    phone: '',
    idNumber: '',
    joinedOn: '',
    from: today,
    reason: '',
  })
  const [kind, setKind] = useState<(typeof KINDS)[number]>('regular')
  const [leadingCadre, setLeading] = useState(false)
  const command = useCommand(admitMember, { onDone: ({ id }) => go(`/members/${id}`) })
  const fields = command.problem?.fields ?? {}
  const part = (key: keyof typeof text) => ({
    value: text[key],
    error: fields[`/${key}`],
    onChange: (value: string) => setText({ ...text, [key]: value }),
  })
  const { name, joinedOn, from, reason } = text
  const body = {
    ...{ name, joinedOn, from, reason, unitId, kind, leadingCadre, state: 'inService' as const },
    ...filledIn(text),
  }
  return (
    <Page title={words.admit} width="form">
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void command.run({ body })
        }}
      >
        <Card>
          <div className="form">
            <FieldRow>
              <TextField label={words.name} {...part('name')} />
              <TextField label={words.code} optional {...part('code')} />
            </FieldRow>
            <UnitSelect
              label={words.unit}
              purpose="members"
              value={unitId}
              error={fields['/unitId']}
              chosen={known && { id: known.id, name: known.name, kind: known.kind }}
              onChange={setUnit}
            />
            <RadioSegments
              label={words.kind}
              options={KINDS.map(value => ({ value, label: memberKind[value] }))}
              value={kind}
              onChange={setKind}
            />
            <CheckField label={words.leading} checked={leadingCadre} onChange={setLeading} />
            <FieldRow>
              <DayField label={words.joined} {...part('joinedOn')} />
              <DayField label={words.from} {...part('from')} />
            </FieldRow>
            <FieldRow>
              <TextField label={words.phone} optional type="tel" {...part('phone')} />
              <TextField label={words.idNumber} optional {...part('idNumber')} />
            </FieldRow>
            <TextField label={words.reason} {...part('reason')} />
          </div>
        </Card>
        <ProblemAlert problem={command.problem} />
        <ActionBar>
          <Button kind="primary" submit busy={command.busy}>
            {words.save}
          </Button>
        </ActionBar>
      </form>
    </Page>
  )
}

/** Fields that may be left out are sent only when filled in. */
const filledIn = ({ code, phone, idNumber }: { code: string; phone: string; idNumber: string }) => ({
  ...(code ? { code } : {}),
  ...(phone ? { phone } : {}),
  ...(idNumber ? { idNumber } : {}),
})
