import { readSystem } from '@jiannuo/contract/identity/system.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '../../app/server/query.ts'
import { useWords } from '../../i18n/dictionary.ts'
import { dayAndTime, number } from '../../i18n/format.ts'
import { Card, Row, Rows } from '../../ui/page/card.tsx'
import { KeyFigures } from '../../ui/page/key-figures.tsx'
import { Page, Stack } from '../../ui/page/page.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { InlineAlert } from '../../ui/state/inline-alert.tsx'
import { DeliveriesCard } from './deliveries-card.tsx'
import { administrationWords } from './words.ts'

const mebibytes = (bytes: number) => number(bytes / 1_048_576, 1)

/** Health in sizes and counts; nothing of what the system holds. */
export function SystemPage() {
  const words = useWords(administrationWords)
  const system = useSuspenseQuery(query(readSystem)).data
  return (
    <Page title={words.systemTitle(system.sessions)} kicker={words.system}>
      <Stack>
        {system.clockAheadSeconds !== 0 && <InlineAlert tone="warn" title={words.clockMoved} />}
        <KeyFigures
          figures={[
            {
              label: words.database,
              value: mebibytes(system.databaseBytes),
              unit: 'MB',
              meaning: `PostgreSQL ${system.databaseVersion} · ${words.migration} ${system.migration}`,
            },
            {
              label: words.accounts,
              value: number(system.accounts),
              meaning: words.accountsMeaning(system.neverUsed, system.disabled),
            },
            { label: words.pending, value: number(system.auditPending), meaning: words.pendingMeaning },
            { label: words.lastJob, value: system.lastJobAt ? dayAndTime(system.lastJobAt) : '—', meaning: '' },
          ]}
        />
        <DeliveriesCard />
        <Card title={words.backups} flush>
          {system.backups.length === 0 && <Empty title={words.noBackups}>{words.noBackupsNote}</Empty>}
          <Rows>
            {system.backups.map(backup => (
              <Row
                key={backup.name}
                title={backup.name}
                note={dayAndTime(backup.at)}
                state={`${mebibytes(backup.bytes)} MB`}
              />
            ))}
          </Rows>
        </Card>
      </Stack>
    </Page>
  )
}
