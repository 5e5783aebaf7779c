import type { ReactNode } from 'react'
import '../../ui/action/action.css'

/** Plain, because the kit's button belongs to the application's part of the bundle, which needs the router. */
export function SubmitButton({ busy, children }: { busy: boolean; children: ReactNode }) {
  return (
    <button type="submit" className="button primary wide" aria-disabled={busy || undefined}>
      {children}
    </button>
  )
}
