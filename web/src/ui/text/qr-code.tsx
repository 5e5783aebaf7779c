import { lazy, Suspense } from 'react'
import './text.css'

const Picture = lazy(() => import('./qr-code-antd.tsx').then(module => ({ default: module.QrCodePicture })))

/** A text as a picture for the camera of a phone, drawn in the page: nothing leaves it. Readers do without the picture, so the text itself must stand beside it. */
export function QrCode({ value }: { value: string }) {
  return (
    <div className="qr-code" aria-hidden="true">
      <Suspense fallback={null}>
        <Picture value={value} />
      </Suspense>
    </div>
  )
}
