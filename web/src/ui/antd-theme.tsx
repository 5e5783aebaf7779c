import { ConfigProvider } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useLanguage } from '../i18n/language.ts'
import { useOnPhone } from './on-phone.ts'
import { antdTheme } from './theme.ts'

/** Wrap antd parts in this, in a lazily loaded file only: it brings about 100 KiB that most pages do without. */
export function AntdTheme({ children }: { children: ReactNode }) {
  const onPhone = useOnPhone()
  const locale = useLanguage() === 'zh' ? zh : en
  return (
    <ConfigProvider theme={antdTheme(onPhone)} locale={locale} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  )
}
