import { discardPreview, type RosterPreview, readPreview } from '@jiannuo/contract/roster.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useGo, useParam } from '../../app/location.ts'
import { query, useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayAndTime, dayWithYear } from '../../i18n/format.ts'
import { language } from '../../i18n/language.ts'
import { ActionBar } from '../../ui/action/action-bar.tsx'
import { Button, ButtonLink } from '../../ui/action/button.tsx'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { Page, Stack } from '../../ui/page/page.tsx'
import { Stepper } from '../../ui/signal/stepper.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { Choices } from './choices.tsx'
import { ColumnsCard, openColumns } from './columns-card.tsx'
import { Differences } from './differences.tsx'
import { ErrorsCard } from './errors-card.tsx'
import { rosterWords } from './words.ts'

export const changesIn = ({ counts }: RosterPreview) =>
  Object.values(counts).reduce((sum, c) => sum + c.new + c.changed + c.ended, 0)

/** The second step, and after the confirmation the last: what is wrong, what would change or has changed. */
export function RosterPreviewPage() {
  const { data } = useSuspenseQuery(query(readPreview, { params: { id: useParam('id') } }))
  if (data.state === 'confirmed') return <Done preview={data} />
  if (data.state === 'discarded') return <Discarded preview={data} />
  return <Open preview={data} />
}

function Open({ preview }: { preview: RosterPreview }) {
  const words = useWords(rosterWords)
  const go = useGo()
  const discard = useCommand(discardPreview, { invalidates: [], onDone: () => go('/roster') })
  const changes = changesIn(preview)
  const title =
    preview.errorCount > 0
      ? words.errorsHeading(preview.errorCount)
      : changes > 0
        ? words.cleanHeading(changes)
        : words.nothingHeading
  return (
    <Page title={title} kicker={words.kicker} note={words.file(preview.fileName)}>
      <Stack>
        <Stepper steps={words.steps} at={1} />
        <ProblemAlert problem={discard.problem} />
        {openColumns(preview).length > 0 && <ColumnsCard preview={preview} />}
        {preview.errorCount > 0 && <ErrorsCard preview={preview} />}
        <Choices key={`${preview.effectiveOn}${preview.complete}`} preview={preview} />
        <Differences preview={preview} title={words.changesTitle} />
        <Remarks preview={preview} />
        <ActionBar>
          <Button kind="text" busy={discard.busy} onClick={() => void discard.run({ params: { id: preview.id } })}>
            {words.discard}
          </Button>
          <ButtonLink to="/roster">{words.again}</ButtonLink>
          {preview.errorCount === 0 && changes > 0 && (
            <ButtonLink kind="primary" to={`/roster/${preview.id}/confirm`}>
              {words.toConfirm}
            </ButtonLink>
          )}
        </ActionBar>
      </Stack>
    </Page>
  )
}

function Remarks({ preview }: { preview: RosterPreview }) {
  const words = useWords(rosterWords)
  if (preview.remarks.length === 0) return null
  return (
    <Card title={words.remarks} note={words.remarkNote} flush>
      <Rows>
        {preview.remarks.map(remark => (
          <Row
            key={`${remark.sheet} ${remark.column.letter} ${remark.zh}`}
            title={[remark.sheet, remark.column.header].filter(Boolean).join(' · ')}
            note={`${remark[language()]}${words.times(remark.count)}`}
          />
        ))}
      </Rows>
    </Card>
  )
}

function Done({ preview }: { preview: RosterPreview }) {
  const words = useWords(rosterWords)
  return (
    <Page
      title={words.doneHeading}
      kicker={words.kicker}
      note={words.doneNote(dayAndTime(preview.confirmedAt ?? preview.madeAt), dayWithYear(preview.effectiveOn))}
    >
      <Stack>
        <Stepper steps={words.steps} at={3} />
        <Card flush>
          <Rows>
            <Row
              title={words.codes}
              note={words.codesNote}
              action={
                <ButtonLink kind="primary" to="/accounts">
                  {words.codes}
                </ButtonLink>
              }
            />
            <Row
              title={words.toOrganisation}
              action={<ButtonLink to="/organisation">{words.toOrganisation}</ButtonLink>}
            />
          </Rows>
        </Card>
        <Differences preview={preview} title={words.doneChangesTitle} />
      </Stack>
    </Page>
  )
}

function Discarded({ preview }: { preview: RosterPreview }) {
  const words = useWords(rosterWords)
  return (
    <Page title={words.discardedHeading} kicker={words.kicker} note={words.file(preview.fileName)} width="form">
      <ButtonLink kind="primary" to="/roster">
        {words.again}
      </ButtonLink>
    </Page>
  )
}
