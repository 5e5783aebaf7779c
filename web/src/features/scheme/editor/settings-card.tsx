import { ADAPTATIONS, PERIOD_KINDS, PUBLICATIONS, type SchemeSettings } from '@jiannuo/contract/appraisal/scheme.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { CheckField, RadioSegments, SelectField } from '../../../ui/form/choice-field.tsx'
import { FieldRow } from '../../../ui/form/field.tsx'
import { DayField, TextField } from '../../../ui/form/text-field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { schemeWords } from '../words.ts'
import { editorWords } from './words.ts'

interface SettingsCardProps {
  settings: SchemeSettings
  onChange: (settings: SchemeSettings) => void
  groups: readonly { id: string; title: string }[]
  fields: Readonly<Record<string, string>>
  /** A copy of an organ's own cannot be adapted further. */
  isCopy: boolean
}

/** What is not in the file: the days, what is made public, and how far organs may adapt it. */
export function SettingsCard({ settings, onChange, groups, fields, isCopy }: SettingsCardProps) {
  const words = useWords(editorWords)
  const common = useWords(schemeWords)
  const set = (part: Partial<SchemeSettings>) => onChange({ ...settings, ...part })
  return (
    <Card title={common.settings}>
      <div className="form">
        <FieldRow>
          <DayField
            label={words.from}
            value={settings.effectiveFrom ?? ''}
            error={fields['/settings/effectiveFrom']}
            onChange={day => set({ effectiveFrom: day || null })}
          />
          <DayField
            label={words.until}
            optional
            hint={words.untilHint}
            value={settings.effectiveUntil ?? ''}
            error={fields['/settings/effectiveUntil']}
            onChange={day => set({ effectiveUntil: day || null })}
          />
        </FieldRow>
        <FieldRow>
          <SelectField
            label={common.period}
            width="medium"
            value={settings.periodKind}
            options={PERIOD_KINDS.map(value => ({ value, label: common.periods[value] }))}
            onChange={periodKind => set({ periodKind })}
          />
          <SelectField
            label={common.publication}
            width="medium"
            value={settings.publication}
            options={PUBLICATIONS.map(value => ({ value, label: common.publications[value] }))}
            onChange={publication => set({ publication })}
          />
        </FieldRow>
        <TextField
          label={words.boardDecision}
          optional
          hint={words.boardHint}
          maxLength={200}
          value={settings.leaderBoardDecision ?? ''}
          onChange={typed => set({ leaderBoardDecision: typed || null })}
        />
        {!isCopy && (
          <RadioSegments
            label={common.adaptation}
            value={settings.adaptation}
            options={ADAPTATIONS.map(value => ({ value, label: common.adaptations[value] }))}
            onChange={adaptation =>
              set({ adaptation, lockedGroups: adaptation === 'lockedGroups' ? settings.lockedGroups : [] })
            }
          />
        )}
        {!isCopy &&
          settings.adaptation === 'lockedGroups' &&
          groups.map(group => (
            <CheckField
              key={group.id}
              label={words.lock(group.title)}
              checked={settings.lockedGroups.includes(group.id)}
              onChange={checked =>
                set({
                  lockedGroups: checked
                    ? [...settings.lockedGroups, group.id]
                    : settings.lockedGroups.filter(each => each !== group.id),
                })
              }
            />
          ))}
      </div>
    </Card>
  )
}
