import { uploadEvidence } from '@jiannuo/contract/pledge/fulfilment-overview.ts'
import { useState } from 'react'
import { call } from '../../app/server/api.ts'
import { ProblemError } from '../../app/server/problem.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { sentences } from '../../i18n/punctuation.ts'
import { FilePick } from '../../ui/action/file-pick.tsx'
import { Field } from '../../ui/form/field.tsx'
import { fulfilmentWords } from './words.ts'

/** A file stored at once; the form that holds it sends its hash. */
export function EvidenceField({
  onStored,
  error,
}: {
  onStored: (sha256: string | null) => void
  error?: string | undefined
}) {
  const words = useWords(fulfilmentWords)
  const [stored, setStored] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | undefined>()
  const store = async (file: File | undefined) => {
    onStored(null)
    setStored(null)
    setProblem(undefined)
    if (!file) return
    try {
      const { sha256 } = await call(uploadEvidence, { body: file } as never)
      onStored(sha256)
      setStored(file.name)
    } catch (failed) {
      setProblem(failed instanceof ProblemError ? sentences(failed.detail, failed.next) : String(failed))
    }
  }
  return (
    <Field label={words.file} hint={stored ? words.fileSent(stored) : words.fileHint} error={problem ?? error}>
      {wiring => <FilePick {...wiring} accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx" onPick={file => void store(file)} />}
    </Field>
  )
}
