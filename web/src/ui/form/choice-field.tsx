import { type ReactNode, useId } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { kitWords } from '../words.ts'
import { Field, FieldError, type FieldLook } from './field.tsx'

export interface Option<Value extends string> {
  value: Value
  label: string
  disabled?: boolean
}

interface ChoiceProps<Value extends string> extends FieldLook {
  options: readonly Option<Value>[]
  value: Value | ''
  onChange: (value: Value) => void
}

/** The browser's own select, up to some thirty options; above that `SearchSelect`. */
export function SelectField<Value extends string>({ options, value, onChange, ...look }: ChoiceProps<Value>) {
  const words = useWords(kitWords)
  return (
    <Field {...look}>
      {wiring => (
        <select
          {...wiring}
          className="control"
          value={value}
          onChange={event => {
            const chosen = options.find(option => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
        >
          {value === '' && <option value="">{words.choose}</option>}
          {options.map(option => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Two to five choices, all in view, in one row of equal cells; nothing is chosen beforehand unless `value` says so. */
export function RadioSegments<Value extends string>({
  options,
  value,
  onChange,
  label,
  hint,
  error,
  width = 'full',
}: ChoiceProps<Value>) {
  const id = useId()
  return (
    <fieldset className={`field ${width}`} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label">{label}</legend>
      <div className="segments">
        {options.map(option => (
          <label key={option.value} className="segment">
            <input
              type="radio"
              name={id}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint && <div className="second field-hint">{hint}</div>}
    </fieldset>
  )
}

interface CheckFieldProps {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

export function CheckField({ label, hint, checked, onChange, disabled }: CheckFieldProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={event => onChange(event.target.checked)} />
      <span>
        {label}
        {hint && <span className="second check-hint">{hint}</span>}
      </span>
    </label>
  )
}
