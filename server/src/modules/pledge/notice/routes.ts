import * as api from '@jiannuo/contract/pledge/notice.ts'
import { hidden, type Policy, role } from '../../../platform/http/actor.ts'
import { serve } from '../../../platform/http/serve.ts'
import { mayAnswer, mayReadNotice, type NoticeRow, noticeSeen } from '../../disclosure/index.ts'
import { readItem, writtenItem } from '../pledge/paper.ts'
import { OFFICES } from '../pledge/policy.ts'
import { itemsOf } from '../pledge/sql.ts'
import { answerPledgeObjection, type ObjectionFacts, objectionFacts } from './answer-objection.ts'
import { listApproved, openPledgeNotices } from './open-notices.ts'
import * as sql from './sql.ts'

/** Of a notice of pledges; another kind of notice is none here. */
const ofPledges =
  (policy: Policy<NoticeRow>): Policy<NoticeRow> =>
  (actor, notice) =>
    notice.subject === 'pledge' ? policy(actor, notice) : hidden
const mayAnswerThis: Policy<ObjectionFacts> = (actor, { notice, objection }) => {
  const may = ofPledges(mayAnswer)(actor, notice)
  return may === true && !objection ? hidden : may
}

const PUBLISHED: ReadonlySet<string> = new Set(['onNotice', 'inForce', 'amending', 'closed'])

export const routes = [
  serve(api.listApproved, { policy: role(...OFFICES), run: listApproved }),
  serve(api.openPledgeNotices, { policy: role(...OFFICES), run: openPledgeNotices }),
  serve(api.listPublished, {
    facts: noticeSeen,
    policy: ofPledges(mayReadNotice),
    run: async ({ tx, actor, today }, _input, notice) => {
      const all = await sql.onceOnNotice(tx, actor.authorityId, notice.object_ids, actor.personId, today)
      const pledges = all.filter(p => p.notice_id === notice.id && PUBLISHED.has(p.state))
      const items = await itemsOf(
        tx,
        actor.authorityId,
        pledges.map(p => p.id),
      )
      return {
        pledges: pledges.map(p => ({
          id: p.id,
          personName: p.person_name,
          mine: p.person_id === actor.personId,
          level: p.level,
          version: p.version,
          amendmentReason: p.amendment_reason,
          items: items.filter(i => i.pledge_id === p.id).map(i => readItem(writtenItem(i))),
        })),
        sentBack: all.filter(p => !pledges.includes(p)).map(p => ({ id: p.id, personName: p.person_name })),
      }
    },
  }),
  serve(api.answerPledgeObjection, { facts: objectionFacts, policy: mayAnswerThis, run: answerPledgeObjection }),
]
