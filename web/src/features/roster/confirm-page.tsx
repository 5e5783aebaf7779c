import { choosePreview, confirmRoster, exportRoster, ROSTER_SHEETS, readPreview } from '@jiannuo/contract/roster.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useGo, useParam } from '../../app/location.ts'
import { address } from '../../app/server/api.ts'
import { query, useCommand } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayWithYear } from '../../i18n/format.ts'
import { Button, ButtonLink, DownloadLink } from '../../ui/action/button.tsx'
import { ConfirmPage } from '../../ui/page/confirm-page.tsx'
import { ProblemAlert } from '../../ui/state/inline-alert.tsx'
import { Waiting } from './waiting.tsx'
import { rosterWords } from './words.ts'

/** The third step: what is written, from when, and the way back. */
export function RosterConfirmPage() {
  const words = useWords(rosterWords)
  const go = useGo()
  const { data: preview } = useSuspenseQuery(query(readPreview, { params: { id: useParam('id') } }))
  const confirm = useCommand(confirmRoster, { onDone: () => go(`/roster/${preview.id}`) })
  const { id, effectiveOn, complete } = preview
  const compare = useCommand(choosePreview, { onDone: () => go(`/roster/${id}`) })
  const what = (
    <>
      {words.whatChanges(preview.fileName)}
      {ROSTER_SHEETS.map(sheet => {
        const { new: added, changed, ended } = preview.counts[sheet]
        return <div key={sheet}>{words.counted(words.sheets[sheet], added, changed, ended)}</div>
      })}
    </>
  )
  const actions = (
    <>
      <ButtonLink to={`/roster/${preview.id}`}>{words.back}</ButtonLink>
      <Button
        kind="primary"
        icon="check"
        busy={confirm.busy}
        onClick={() => void confirm.run({ params: { id: preview.id }, body: { digest: preview.digest } })}
      >
        {words.confirm}
      </Button>
    </>
  )
  return (
    <ConfirmPage
      title={words.confirmTitle}
      kicker={words.kicker}
      what={what}
      whom={words.whomChanges}
      from={words.fromWhen(dayWithYear(preview.effectiveOn))}
      reversal={
        <>
          {words.howReversed}
          <div>
            <DownloadLink href={address(exportRoster)}>{words.saveFirst}</DownloadLink>
          </div>
        </>
      }
      actions={actions}
    >
      <ProblemAlert problem={compare.problem ?? confirm.problem} />
      {confirm.problem?.code === 'ROSTER_STALE' && (
        <div>
          <Button
            busy={compare.busy}
            onClick={() => void compare.run({ params: { id }, body: { effectiveOn, complete } })}
          >
            {words.compareAnew}
          </Button>
        </div>
      )}
      {confirm.busy && <Waiting say={words.writing} note={words.workingNote} />}
    </ConfirmPage>
  )
}
