import { useWords } from '../../i18n/dictionary.ts'
import { kitWords } from '../words.ts'
import { Button } from './button.tsx'

/** Prints the page as it stands; print.css drops navigation and actions. Official documents come from the server instead. */
export function PrintButton() {
  const words = useWords(kitWords)
  return (
    <Button icon="print" onClick={() => window.print()}>
      {words.print}
    </Button>
  )
}
