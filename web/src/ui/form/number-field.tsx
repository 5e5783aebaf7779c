import { useState } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { kitWords } from '../words.ts'
import { Field, type FieldLook } from './field.tsx'

interface NumberFieldProps extends FieldLook {
  /** A whole number of the smallest unit: with `decimals` 2, 9550 is shown as 95.5. Null while empty or unreadable. */
  value: number | null
  onChange: (value: number | null) => void
  /** Digits after the point that a person may type; 2 for centipoints. */
  decimals?: 0 | 2
  /** Beside the field: 次, 分, %. */
  unit?: string
  readOnly?: boolean
  placeholder?: string
}

/** Full-width digits and signs, thousands separators and spaces are read as what they mean. */
const normalise = (text: string) => text.normalize('NFKC').replaceAll('−', '-').replaceAll(/[,\s]/g, '')

function read(text: string, decimals: 0 | 2) {
  const plain = normalise(text)
  const pattern = decimals ? /^(-?)(\d{1,9})(?:\.(\d{1,2}))?$/ : /^(-?)(\d{1,9})$/
  const found = pattern.exec(plain)
  if (!found) return null
  const whole = Number(found[2]) * 10 ** decimals + Number((found[3] ?? '').padEnd(decimals, '0') || 0)
  return found[1] ? -whole : whole
}

const write = (value: number | null, decimals: 0 | 2) => (value === null ? '' : String(value / 10 ** decimals))

export function NumberField({
  value,
  onChange,
  decimals = 0,
  unit,
  label,
  hint,
  error,
  optional,
  width = 'short',
  ...input
}: NumberFieldProps) {
  const words = useWords(kitWords)
  const [typed, setTyped] = useState(() => write(value, decimals))
  // What was typed stands as long as it means the value; a value set from outside replaces it.
  const shown = read(typed, decimals) === value ? typed : write(value, decimals)
  const unreadable = shown.trim() !== '' && read(shown, decimals) === null
  return (
    <Field
      label={label}
      hint={hint}
      error={error ?? (unreadable ? words.notNumber : undefined)}
      optional={optional}
      width={width}
    >
      {wiring => (
        <div className="control-unit">
          <input
            {...wiring}
            {...input}
            type="text"
            inputMode={decimals ? 'decimal' : 'numeric'}
            autoComplete="off"
            className="control"
            value={shown}
            onChange={event => {
              setTyped(event.target.value)
              onChange(read(event.target.value, decimals))
            }}
          />
          {unit && <span className="second">{unit}</span>}
        </div>
      )}
    </Field>
  )
}
