import * as api from '@jiannuo/contract/roster.ts'
import { role } from '../../platform/http/actor.ts'
import { type Change, serve } from '../../platform/http/serve.ts'
import { downloadTemplate, exportRoster } from './export-roster.ts'
import { confirmRoster, discardPreview } from './steps/confirm-roster.ts'
import { choosePreview, previewRoster } from './steps/preview-roster.ts'
import { rememberColumns } from './steps/remember-columns.ts'
import { downloadErrors, listDifferences, showPreview } from './steps/show-preview.ts'
import { previewById } from './steps/sql.ts'

/** The roster of a city is its work committee's alone. */
const policy = role('workCommittee')

const facts = async ({ tx, actor }: Change, { params }: { params: { id: string } }) =>
  (await previewById(tx, actor.authorityId, params.id)) ?? null

export const routes = [
  serve(api.downloadTemplate, { policy, run: downloadTemplate }),
  serve(api.exportRoster, { policy, run: exportRoster }),
  serve(api.rememberColumns, { policy, run: rememberColumns }),
  serve(api.previewRoster, { policy, run: previewRoster }),
  serve(api.readPreview, { facts, policy, run: async (change, _input, row) => showPreview(change, row) }),
  serve(api.choosePreview, { facts, policy, run: choosePreview }),
  serve(api.listDifferences, { facts, policy, run: listDifferences }),
  serve(api.downloadErrors, { facts, policy, run: downloadErrors }),
  serve(api.confirmRoster, { facts, policy, run: confirmRoster }),
  serve(api.discardPreview, { facts, policy, run: discardPreview }),
]
