import { lazy, Suspense } from 'react'
import { Field, type FieldLook } from './field.tsx'
import type { SearchSelectInput } from './search-select-antd.tsx'

const Select = lazy(() => import('./search-select-antd.tsx').then(module => ({ default: module.SearchSelectControl })))

/** One of many (units, members): typed to find. Brings antd when it is first shown. */
export function SearchSelect({ label, hint, error, optional, width, ...select }: FieldLook & SearchSelectInput) {
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
