import type { listNotices, Notice } from '@jiannuo/contract/disclosure.ts'
import type { Input } from '@jiannuo/contract/route.ts'
import { z } from 'zod'
import type { Change } from '../../platform/http/serve.ts'
import { openCursor, sealCursor } from '../../platform/http/wire/cursor.ts'
import { answersFor } from './policy.ts'
import * as sql from './sql.ts'

export const seen = (
  { tx, actor, today }: Pick<Change, 'tx' | 'actor' | 'today'>,
  { params }: { params: { noticeId: string } },
) => sql.noticeById(tx, actor.authorityId, params.noticeId, actor.personId, today)

export function toNotice({ actor, today }: Pick<Change, 'actor' | 'today'>, n: sql.NoticeRow): Notice {
  const mayAnswer = answersFor(actor, n)
  return {
    id: n.id,
    subject: n.subject,
    unitId: n.unit_id,
    unitName: n.unit_name,
    reviewerUnitName: n.reviewer_unit_name,
    title: n.title,
    objects: n.object_ids.length,
    opensOn: n.opens_on,
    closesOn: n.closes_on,
    state: n.state,
    mayObject: n.belongs && !mayAnswer && n.state === 'open' && today < n.closes_on,
    mayAnswer,
    waiting: mayAnswer ? n.waiting : null,
  }
}

export async function readNotice(change: Change, _input: unknown, notice: sql.NoticeRow) {
  const { tx, actor } = change
  const all = await sql.objectionsOf(tx, actor.authorityId, notice.id)
  const mine = all.filter(o => o.person_id === actor.personId).map(sql.toObjection)
  return {
    ...toNotice(change, notice),
    objectIds: notice.object_ids,
    mine,
    objections: answersFor(actor, notice) ? all.map(sql.toNamed) : null,
  }
}

const Cursor = z.tuple([z.number().int().min(0).max(1), z.iso.date(), z.uuid()])

export async function list(change: Change, { query }: Input<typeof listNotices>) {
  const { tx, actor, today } = change
  const after = openCursor(Cursor, query.after)
  const rows = await sql.listed(tx, actor.authorityId, actor.personId, today, {
    state: query.state,
    subject: query.subject,
    after: after && { running: after[0], opensOn: after[1], id: after[2] },
    limit: query.limit + 1,
  })
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  return {
    items: shown.map(n => toNotice(change, n)),
    next: last ? sealCursor([last.state === 'open' ? 1 : 0, last.opens_on, last.id]) : null,
  }
}
