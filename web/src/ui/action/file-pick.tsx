import { type ComponentProps, useState } from 'react'
import { useWords } from '../../i18n/dictionary.ts'
import { kitWords } from '../words.ts'

interface FilePickProps extends Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'className'> {
  /** The file chosen; undefined once the choice is withdrawn. */
  onPick: (file: File | undefined) => void
}

/** A file control in the language of the page: the browser's own speaks that of the browser. Keyboard and readers meet the real one. */
export function FilePick({ onPick, ...input }: FilePickProps) {
  const words = useWords(kitWords)
  const [name, setName] = useState<string | null>(null)
  return (
    <span className="control file-pick">
      <input
        {...input}
        type="file"
        onChange={event => {
          const file = event.target.files?.[0]
          setName(file?.name ?? null)
          onPick(file)
        }}
      />
      <span className="file-pick-button" aria-hidden="true">
        {words.pickFile}
      </span>
      <span className="file-pick-name" aria-hidden="true">
        {name ?? words.noFile}
      </span>
    </span>
  )
}
