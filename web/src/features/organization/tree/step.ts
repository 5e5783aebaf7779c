const ITEM = '[role=treeitem]'
const level = (item: HTMLElement) => Number(item.ariaLevel)

/** One key in a tree, as the ARIA pattern has it: up, down, Home and End walk what is open, right opens, left closes or goes up, Enter follows. */
export function step(tree: HTMLElement, target: HTMLElement, key: string): boolean {
  const item = target.closest<HTMLElement>(ITEM)
  if (!item) return false
  const shown = [...tree.querySelectorAll<HTMLElement>(ITEM)]
  const at = shown.indexOf(item)
  const fold = item.querySelector<HTMLElement>('[data-fold]')
  const open = item.getAttribute('aria-expanded')
  const go = (to: HTMLElement | null | undefined) => to?.focus()
  switch (key) {
    case 'ArrowDown':
      go(shown[at + 1])
      return true
    case 'ArrowUp':
      go(shown[at - 1])
      return true
    case 'Home':
      go(shown[0])
      return true
    case 'End':
      go(shown.at(-1))
      return true
    case 'ArrowRight':
      if (open === 'false') fold?.click()
      else if (open === 'true') go(shown[at + 1])
      return true
    case 'ArrowLeft':
      if (open === 'true') fold?.click()
      else
        go(
          shown
            .slice(0, at)
            .reverse()
            .find(above => level(above) < level(item)),
        )
      return true
    case 'Enter':
    case ' ':
      if (target.closest('a, button'))
        return false // a button inside keeps its own keys
      ;(item.querySelector<HTMLElement>('a') ?? fold)?.click()
      return true
    default:
      return false
  }
}
