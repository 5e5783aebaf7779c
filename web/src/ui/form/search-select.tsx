import { lazy, Suspense } from 'react'
import type { Option } from './choice-field.tsx'
import { Field, type FieldLook } from './field.tsx'

export interface SearchSelectProps extends FieldLook {
  options: readonly Option<string>[]
  value: string
  onChange: (value: string) => void
  /** Given when the server does the searching: called with what is typed; `options` are then its answers. */
  onSearch?: (text: string) => void
  busy?: boolean
  placeholder?: string
}

const Select = lazy(() => import('./search-select-antd.tsx').then(module => ({ default: module.SearchSelectControl })))

/** One of many (units, members): typed to find. Brings antd when it is first shown. */
export function SearchSelect({ label, hint, error, optional, width, ...select }: SearchSelectProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} width={width}>
      {wiring => (
        <Suspense fallback={<input {...wiring} className="control" readOnly value="" />}>
          <Select {...select} wiring={wiring} />
        </Suspense>
      )}
    </Field>
  )
}
