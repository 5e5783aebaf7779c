import * as units from '@jiannuo/contract/appraisal/assessed-unit.ts'
import * as api from '@jiannuo/contract/appraisal/assessment.ts'
import * as panels from '@jiannuo/contract/appraisal/unit-panel.ts'
import { anyMember } from '../../../platform/http/actor.ts'
import { type Change, serve } from '../../../platform/http/serve.ts'
import { schemeById } from '../scheme/sql.ts'
import { panelsOf } from '../sitting/panels.ts'
import { decideAssessment, releaseAssessment } from './course/decide.ts'
import { ruleOnUnit } from './course/rule.ts'
import { fileAssessment } from './file/file-assessment.ts'
import { listPublished, publishAssessment, readPublished } from './file/publish.ts'
import { answerUnitObjection, listUnitObjections, type ObjectionFacts, objectForUnit } from './objection/object.ts'
import { objectionById } from './objection/sql.ts'
import { mayRateUnit, type RatingFacts, rateUnit } from './panels/rate-unit.ts'
import {
  listUnitRatings,
  listUnitSittings,
  mayReadPanels,
  type OnePanel,
  type PanelFacts,
  readUnitPanels,
} from './panels/read-panels.ts'
import { assesses, mayAct, mayObject, mayRead, mayReadUnit, mayRule } from './policy.ts'
import { compareAssessments } from './read/compare.ts'
import { exportAssessment } from './read/export-table.ts'
import { listAssessedUnits } from './read/list-units.ts'
import { listAssessments, showAssessment } from './read/read-assessment.ts'
import { listUnitResults } from './read/unit-results.ts'
import { computeAssessment, reopenAssessment } from './run/compute.ts'
import { runAssessment } from './run/run-assessment.ts'
import * as sql from './sql.ts'
import { showUnitResult, type UnitFacts } from './unit/show-unit.ts'
import { unitById } from './unit/sql.ts'

type Of = { params: { assessmentId: string } }
const read = async ({ tx, actor }: Change, { params }: Of) =>
  (await sql.assessmentById(tx, actor.authorityId, params.assessmentId)) ?? null
const locked = ({ tx, actor }: Change, { params }: Of) => sql.lockAssessment(tx, actor.authorityId, params.assessmentId)

const unit =
  (load: typeof sql.lockAssessment | typeof sql.assessmentById) =>
  async ({ tx, actor }: Change, { params }: { params: { assessedId: string } }): Promise<UnitFacts | null> => {
    const found = await unitById(tx, actor.authorityId, params.assessedId)
    const assessment = found && (await load(tx, actor.authorityId, found.assessmentId))
    return found && assessment ? { unit: found, assessment } : null
  }
const objection = async (
  { tx, actor }: Change,
  { params }: { params: { objectionId: string } },
): Promise<(ObjectionFacts & { unitId: string }) | null> => {
  const found = await objectionById(tx, actor.authorityId, params.objectionId)
  const assessment = found && (await sql.lockAssessment(tx, actor.authorityId, found.assessmentId))
  // Two who answer at once: the second sees what the first wrote.
  const after = assessment && (await objectionById(tx, actor.authorityId, params.objectionId))
  return after && assessment ? { objection: after, assessment, unitId: assessment.unitId } : null
}

const panelsIn = async (change: Change, sent: Of): Promise<PanelFacts | null> => {
  const assessment = await read(change, sent)
  const scheme = assessment && (await schemeById(change.tx, change.actor.authorityId, assessment.schemeId))
  return scheme ? { assessment, scheme } : null
}
const onePanel =
  (mode: 'app' | 'paper') =>
  async (change: Change, sent: { params: { assessmentId: string; source: string } }): Promise<OnePanel | null> => {
    const found = await panelsIn(change, sent)
    const panel = found && panelsOf(found.scheme).find(each => each.source === sent.params.source)
    return panel?.modes[0] === mode ? { ...found!, panel } : null
  }
const rated = async (
  change: Change,
  { params }: { params: { assessedId: string; source: string } },
): Promise<RatingFacts | null> => {
  const found = await unit(sql.lockAssessment)(change, { params })
  const scheme = found && (await schemeById(change.tx, change.actor.authorityId, found.assessment.schemeId))
  const panel = scheme && panelsOf(scheme).find(each => each.source === params.source && each.modes[0] === 'app')
  return panel ? { ...found, scheme, panel } : null
}

export const routes = [
  serve(api.listAssessments, { policy: assesses, run: listAssessments }),
  serve(api.runAssessment, { policy: assesses, run: runAssessment }),
  serve(api.readAssessment, { facts: read, policy: mayRead, run: showAssessment }),
  serve(api.listAssessedUnits, { facts: read, policy: mayRead, run: listAssessedUnits }),
  serve(api.exportAssessment, { facts: read, policy: mayRead, run: exportAssessment }),
  serve(api.compareAssessments, { facts: read, policy: mayRead, run: compareAssessments }),
  serve(panels.readUnitPanels, { facts: panelsIn, policy: mayReadPanels, run: readUnitPanels }),
  serve(panels.listUnitRatings, { facts: onePanel('app'), policy: mayReadPanels, run: listUnitRatings }),
  serve(panels.listUnitSittings, { facts: onePanel('paper'), policy: mayReadPanels, run: listUnitSittings }),
  serve(panels.rateUnit, { facts: rated, policy: mayRateUnit, run: rateUnit }),
  serve(panels.computeAssessment, { facts: locked, policy: mayAct, run: computeAssessment }),
  serve(panels.reopenAssessment, { facts: locked, policy: mayAct, run: reopenAssessment }),
  serve(api.decideAssessment, { facts: locked, policy: mayAct, run: decideAssessment }),
  serve(api.releaseAssessment, { facts: locked, policy: mayAct, run: releaseAssessment }),
  serve(api.fileAssessment, { facts: locked, policy: mayAct, run: fileAssessment }),
  serve(api.publishAssessment, { facts: locked, policy: mayAct, run: publishAssessment }),
  serve(units.readAssessedUnit, { facts: unit(sql.assessmentById), policy: mayReadUnit, run: showUnitResult }),
  serve(units.ruleOnUnit, { facts: unit(sql.lockAssessment), policy: mayRule, run: ruleOnUnit }),
  serve(units.objectForUnit, { facts: unit(sql.assessmentById), policy: mayObject, run: objectForUnit }),
  serve(units.listUnitResults, { policy: anyMember, run: listUnitResults }),
  serve(units.listUnitObjections, { policy: assesses, run: listUnitObjections }),
  serve(units.answerUnitObjection, { facts: objection, policy: mayAct, run: answerUnitObjection }),
  serve(units.listPublished, { policy: anyMember, run: listPublished }),
  serve(units.readPublished, {
    facts: async ({ tx, actor }, { params }) =>
      (await sql.publishedAssessments(tx, actor.authorityId, params.assessmentId, null, 1))[0] ?? null,
    policy: anyMember,
    run: readPublished,
  }),
]
