import { Select } from 'antd'
import { useWords } from '../../i18n/dictionary.ts'
import { AntdTheme } from '../antd-theme.tsx'
import { kitWords } from '../words.ts'
import type { Option } from './choice-field.tsx'

export interface SearchSelectInput {
  options: readonly Option<string>[]
  value: string
  onChange: (value: string) => void
  /** Given when the server does the searching: called with what is typed; `options` are then its answers. */
  onSearch?: (text: string) => void
  busy?: boolean
  placeholder?: string
}

interface ControlProps extends SearchSelectInput {
  wiring: { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined }
}

export function SearchSelectControl({ options, value, onChange, onSearch, busy, placeholder, wiring }: ControlProps) {
  const words = useWords(kitWords)
  return (
    <AntdTheme>
      <Select
        {...wiring}
        className="search-select"
        getPopupContainer={(field: HTMLElement) => field.parentElement ?? document.body}
        status={wiring['aria-invalid'] ? 'error' : undefined}
        showSearch={onSearch ? { filterOption: false, onSearch } : { optionFilterProp: 'label' }}
        options={options.map(option => ({ ...option }))}
        value={value || undefined}
        onChange={onChange}
        loading={busy}
        placeholder={placeholder ?? words.choose}
        notFoundContent={busy ? words.loading : words.noMatch}
      />
    </AntdTheme>
  )
}
