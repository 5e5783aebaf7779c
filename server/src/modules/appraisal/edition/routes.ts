import * as api from '@jiannuo/contract/appraisal/scheme.ts'
import * as templates from '@jiannuo/contract/appraisal/scheme-template.ts'
import { type Change, serve } from '../../../platform/http/serve.ts'
import { draftScheme } from './draft/draft-scheme.ts'
import { listFacts, listTemplates, showTemplate } from './draft/read-templates.ts'
import { checkText, dropScheme, saveScheme } from './draft/save-scheme.ts'
import { mayDraft, mayEditScheme, mayReadScheme } from './policy.ts'
import {
  publishScheme,
  returnScheme,
  showPublication,
  submitScheme,
  withdrawScheme,
} from './publication/publish-scheme.ts'
import { compareSchemes, listAdoptions, listSchemes, showScheme } from './publication/read-scheme.ts'
import { editionById, lockEdition } from './sql.ts'

interface Named {
  params: { schemeId: string }
}
const found = async ({ tx, actor }: Change, { params }: Named) =>
  (await editionById(tx, actor.authorityId, params.schemeId)) ?? null
const locked = async ({ tx, actor }: Change, { params }: Named) =>
  (await lockEdition(tx, actor.authorityId, params.schemeId)) ?? null

export const routes = [
  serve(api.listSchemes, { policy: mayReadScheme, run: listSchemes }),
  serve(api.checkSchemeText, { policy: mayDraft, run: checkText }),
  serve(api.draftScheme, { policy: mayDraft, run: draftScheme }),
  serve(api.readScheme, { facts: found, policy: mayReadScheme, run: (change, _, row) => showScheme(change, row) }),
  serve(api.saveScheme, { facts: locked, policy: mayEditScheme, run: saveScheme }),
  serve(api.dropScheme, { facts: locked, policy: mayEditScheme, run: (change, _, row) => dropScheme(change, row) }),
  serve(api.submitScheme, { facts: locked, policy: mayEditScheme, run: (change, _, row) => submitScheme(change, row) }),
  serve(api.returnScheme, { facts: locked, policy: mayEditScheme, run: returnScheme }),
  serve(api.readPublication, {
    facts: found,
    policy: mayEditScheme,
    run: (change, _, row) => showPublication(change, row),
  }),
  serve(api.publishScheme, {
    facts: locked,
    policy: mayEditScheme,
    run: (change, _, row) => publishScheme(change, row),
  }),
  serve(api.withdrawScheme, { facts: locked, policy: mayEditScheme, run: withdrawScheme }),
  serve(api.compareSchemes, { facts: found, policy: mayReadScheme, run: compareSchemes }),
  serve(api.listAdoptions, {
    facts: found,
    policy: mayReadScheme,
    run: (change, _, row) => listAdoptions(change, row),
  }),
  serve(templates.listSchemeTemplates, { policy: mayDraft, run: async change => listTemplates(change) }),
  serve(templates.readSchemeTemplate, {
    policy: mayDraft,
    run: async (change, { params }) => showTemplate(change, params.templateId),
  }),
  serve(templates.listSchemeFacts, { policy: mayDraft, run: async () => listFacts() }),
]
