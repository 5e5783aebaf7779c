import { Gauge } from 'prom-client'
import type { JobChange } from '../../../platform/jobs/run-job.ts'
import { replay } from './replay.ts'
import * as sql from './sql.ts'

/** Filings replayed in one night: a city with a thousand of them has each replayed about once in seven weeks. */
const SAMPLE = 20

const differing = new Gauge({
  name: 'jiannuo_replay_differing',
  help: 'Filed appraisals of the last nightly sample that replaying did not give again',
  labelNames: ['authority'],
})

/**
 * Replays a random sample of the filings. One that differs raises an alarm: an audit event for the audit administrator, who as an account
 * without a person has no inbox, a message to the work committee above it and to the unit that keeps the filing, and a metric.
 */
export async function replaySample({ tx, authorityId, today, audit, inform }: JobChange): Promise<void> {
  let found = 0
  for (const filing of await sql.sampleOfFilings(tx, authorityId, SAMPLE)) {
    const { intact, differences, sha256 } = replay(filing.document, filing.sha256)
    if (intact) continue
    found += 1
    await audit('appraisal.replay-differs', filing.id, {
      unitId: filing.unitId,
      values: JSON.stringify({ filed: filing.sha256, found: sha256, differences: differences.slice(0, 20) }),
    })
    await inform(await sql.alarmed(tx, authorityId, filing.id, today), {
      kind: 'appraisal.replay-differs',
      objectId: filing.id,
      title: {
        zh: `${filing.unitName}${filing.year}年度报备材料重算不一致，请核查`,
        en: `The filing of ${filing.unitName} for ${filing.year} differs when computed again; please look into it`,
      },
      link: `/appraisal/filings/${filing.id}`,
      unitId: filing.managingUnitId,
    })
  }
  differing.set({ authority: authorityId }, found)
}
