import { useWords } from '../../i18n/dictionary.ts'
import { Button } from '../action/button.tsx'
import { kitWords } from '../words.ts'
import './table.css'

/** The next page of a list kept by the server; below a table or below cards. */
export function LoadMore({ load, busy, left }: { load: () => void; busy: boolean; left?: number }) {
  const words = useWords(kitWords)
  return (
    <div className="load-more">
      <Button kind="text" icon="down" busy={busy} onClick={load}>
        {left === undefined ? words.more : words.moreLeft(left)}
      </Button>
    </div>
  )
}
