import { QRCode } from 'antd'
import { AntdTheme } from '../antd-theme.tsx'

export function QrCodePicture({ value }: { value: string }) {
  return (
    <AntdTheme>
      <QRCode value={value} type="svg" size={180} errorLevel="M" color="#000000" bgColor="#ffffff" bordered={false} />
    </AntdTheme>
  )
}
