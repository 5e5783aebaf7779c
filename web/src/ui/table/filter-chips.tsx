import './table.css'

interface Chip<Value extends string> {
  value: Value
  label: string
  count?: number
}

interface FilterChipsProps<Value extends string> {
  label: string
  chips: readonly Chip<Value>[]
  value: Value
  onChange: (value: Value) => void
}

/** Counted filters: 「有红灯 2」. One is always chosen. */
export function FilterChips<Value extends string>({ label, chips, value, onChange }: FilterChipsProps<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw and announce these as part of a form
    <div className="chips" role="group" aria-label={label}>
      {chips.map(chip => (
        <button
          key={chip.value}
          type="button"
          className="chip"
          aria-pressed={chip.value === value}
          onClick={() => onChange(chip.value)}
        >
          {chip.label}
          {chip.count !== undefined && ` ${chip.count}`}
        </button>
      ))}
    </div>
  )
}
