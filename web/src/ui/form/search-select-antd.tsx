import { Select } from 'antd'
import { useWords } from '../../i18n/dictionary.ts'
import { AntdTheme } from '../antd-theme.tsx'
import { kitWords } from '../words.ts'
import type { SearchSelectProps } from './search-select.tsx'

interface ControlProps
  extends Pick<SearchSelectProps, 'options' | 'value' | 'onChange' | 'onSearch' | 'busy' | 'placeholder'> {
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
