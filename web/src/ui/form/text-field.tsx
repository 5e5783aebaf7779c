import type { HTMLAttributes } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { kitWords } from '../words.ts'
import { Field, type FieldLook } from './field.tsx'

interface TextProps extends FieldLook {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  name?: string
  placeholder?: string
  readOnly?: boolean
  maxLength?: number
}

interface TextFieldProps extends TextProps {
  type?: 'text' | 'password' | 'search' | 'tel'
  autoComplete?: string
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
}

export function TextField({
  label,
  hint,
  error,
  optional,
  width,
  onChange,
  type = 'text',
  autoComplete = 'off',
  ...input
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} width={width}>
      {wiring => (
        <input
          {...wiring}
          {...input}
          type={type}
          autoComplete={autoComplete}
          className="control"
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

interface TextAreaProps extends TextProps {
  rows?: number
  /** Shows how much of it is used; nothing is cut off while typing. */
  limit?: number
}

export function TextArea({ label, hint, error, optional, width, onChange, rows = 3, limit, ...input }: TextAreaProps) {
  const words = useWords(kitWords)
  const count = limit === undefined ? null : words.counted([...input.value].length, limit)
  return (
    <Field
      label={label}
      hint={
        count || hint ? (
          <span className="field-count">
            <span>{hint}</span>
            {count && <span className="field-used">{count}</span>}
          </span>
        ) : undefined
      }
      error={error}
      optional={optional}
      width={width}
    >
      {wiring => (
        <textarea
          {...wiring}
          {...input}
          rows={rows}
          className="control"
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

interface DayFieldProps extends FieldLook {
  /** 'YYYY-MM-DD', or '' while none is chosen. */
  value: string
  onChange: (value: string) => void
  min?: string
  max?: string
  readOnly?: boolean
}

export function DayField({ label, hint, error, optional, width = 'medium', onChange, ...input }: DayFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} width={width}>
      {wiring => (
        <input
          {...wiring}
          {...input}
          type="date"
          className="control"
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
