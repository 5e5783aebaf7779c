import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

interface GoProps {
  /** A path inside the application, already filled in: `/pledges/17?tab=notice`. */
  to: string
  className?: string
  children: ReactNode
  'aria-current'?: 'page' | undefined
  'aria-label'?: string
  /** -1 inside a tree, whose items take the keys themselves. */
  tabIndex?: -1
}

/** A real link that changes page without loading the application anew; new tab and middle click stay the browser's. */
export function Go({ to, children, ...rest }: GoProps) {
  const router = useRouter()
  const follow = (event: MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    event.preventDefault()
    router.history.push(to)
  }
  return (
    <a href={to} onClick={follow} {...rest}>
      {children}
    </a>
  )
}
