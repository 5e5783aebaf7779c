import * as imports from '@jiannuo/contract/fact-import.ts'
import * as api from '@jiannuo/contract/facts.ts'
import { anyMember, role } from '../../platform/http/actor.ts'
import { type Change, serve } from '../../platform/http/serve.ts'
import { exportTable } from './export-table.ts'
import { importById, lockImport } from './import/sql.ts'
import {
  confirmImport,
  discardImport,
  downloadErrors,
  downloadTemplate,
  listImports,
  previewImport,
  rememberColumns,
  show,
  withdrawImport,
} from './import/steps.ts'
import { maySeeRecords } from './policy.ts'
import { readCatalogue } from './read-catalogue.ts'
import { readRecords, recordFacts } from './read-records.ts'

/** The work committee imports for the whole city, an organ committee for its own organ. */
const policy = role('workCommittee', 'organCommittee')
const found =
  (find: typeof importById) =>
  async ({ tx, actor }: Change, { params }: { params: { id: string } }) =>
    (await find(tx, actor.authorityId, params.id)) ?? null
const facts = found(lockImport)

export const routes = [
  serve(imports.listFactImports, { policy, run: listImports }),
  serve(imports.downloadFactTemplate, { policy, run: downloadTemplate }),
  serve(imports.previewFactImport, { policy, run: previewImport }),
  serve(imports.rememberFactColumns, { policy, run: rememberColumns }),
  serve(imports.downloadFactErrors, { facts: found(importById), policy, run: downloadErrors }),
  serve(imports.readFactImport, { facts: found(importById), policy, run: async (_change, _input, row) => show(row) }),
  serve(imports.confirmFactImport, { facts, policy, run: confirmImport }),
  serve(imports.discardFactImport, { facts, policy, run: discardImport }),
  serve(imports.withdrawFactImport, { facts, policy, run: withdrawImport }),
  serve(api.listFacts, { policy: anyMember, run: readCatalogue }),
  serve(api.exportFacts, { policy: role('workCommittee'), run: exportTable }),
  serve(api.readFactRecords, {
    facts: recordFacts,
    policy: maySeeRecords,
    shows: { record: 'facts', of: ({ subject }) => (subject.about === 'member' ? subject.id : null) },
    run: readRecords,
  }),
]
