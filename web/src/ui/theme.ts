import type { ThemeConfig } from 'antd'

/**
 * antd's side of the colours in theme.css. Derived backgrounds are set by hand: antd computes muddy ones
 * from dark seeds, and tag text on them falls below a contrast of 3.
 */
const token = {
  colorPrimary: '#b01e23',
  colorLink: '#1f5fa8',
  colorInfo: '#1f5fa8',
  colorError: '#c8161d',
  colorSuccess: '#237804',
  colorWarning: '#ad4e00',
  colorTextBase: '#1f1c1a',
  colorBgLayout: '#f5f3f0',
  colorBorder: '#8c8580',
  colorTextTertiary: '#635d58',
  colorTextDescription: '#635d58',
  colorTextQuaternary: '#6e6862',
  colorTextPlaceholder: '#6e6862',
  colorTextDisabled: '#767069',
  colorSuccessBg: '#f3faef',
  colorWarningBg: '#fff7e6',
  colorErrorBg: '#fdf1f0',
  colorInfoBg: '#eef4fa',
  colorPrimaryBg: '#fbeeed',
  colorPrimaryBgHover: '#f6dddb',
  controlOutline: '#1f5fa8',
  borderRadius: 4,
  fontFamily: 'var(--sans)',
} as const

/** Thumbs need 44 px, and iOS zooms into any field set below 16 px. */
const phone = { fontSize: 16, controlHeight: 44, controlInteractiveSize: 22 } as const

export const antdTheme = (onPhone: boolean): ThemeConfig => ({ token: onPhone ? { ...token, ...phone } : token })
