import { downloadTemplate, exportRoster, previewRoster } from '@jiannuo/contract/roster.ts'
import { useState } from 'react'
import { useGo } from '../../app/location.ts'
import { address } from '../../app/server/api.ts'
import { useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { Button, DownloadLink } from '../../ui/action/button.tsx'
import { keepFile } from '../../ui/action/chosen-file.ts'
import { Field } from '../../ui/form/field.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { Page, Stack } from '../../ui/page/page.tsx'
import { Stepper } from '../../ui/signal/stepper.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { Waiting } from './waiting.tsx'
import { rosterWords } from './words.ts'

/** The first step: a template or the present roster, and the file to take in. */
export function RosterPage() {
  const words = useWords(rosterWords)
  return (
    <Page title={words.start} kicker={words.kicker} note={words.startNote} width="form">
      <Stack>
        <Stepper steps={words.steps} at={0} />
        <Card title={words.getFile} flush>
          <Rows>
            <Row
              title={words.template}
              note={words.templateNote}
              action={<DownloadLink href={address(downloadTemplate)}>{words.template}</DownloadLink>}
            />
            <Row
              title={words.export}
              note={words.exportNote}
              action={<DownloadLink href={address(exportRoster)}>{words.export}</DownloadLink>}
            />
          </Rows>
        </Card>
        <Card title={words.choose}>
          <Upload />
        </Card>
      </Stack>
    </Page>
  )
}

export function Upload() {
  const words = useWords(rosterWords)
  const go = useGo()
  const [file, setFile] = useState<File | null>(null)
  const [missing, setMissing] = useState(false)
  const preview = useCommand(previewRoster, { invalidates: [], onDone: found => go(`/roster/${found.id}`) })
  const start = () => {
    setMissing(!file)
    if (!file) return
    keepFile(file)
    void preview.run({ body: file })
  }
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        start()
      }}
    >
      <Field label={words.choose} hint={words.chooseHint} error={missing ? words.noFile : undefined}>
        {wiring => (
          <input
            {...wiring}
            type="file"
            className="control"
            accept=".xlsx"
            onChange={event => setFile(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
      <ProblemAlert problem={preview.problem} />
      {preview.busy && <Waiting say={words.working} note={words.workingNote} />}
      <div>
        <Button kind="primary" icon="upload" submit busy={preview.busy}>
          {words.upload}
        </Button>
      </div>
    </form>
  )
}
