import type { Objection } from '@jiannuo/contract/appraisal/result.ts'
import type { z } from 'zod'
import { nodesOf } from '../../scheme/ship-scheme.ts'
import type { SchemeRow } from '../../scheme/sql.ts'
import type { ObjectionRow } from './sql.ts'

export const showObjection = (scheme: SchemeRow, o: ObjectionRow): z.output<typeof Objection> => ({
  id: o.id,
  node: o.node,
  nodeTitle: nodesOf(scheme.document).find(each => each.id === o.node)?.title ?? { zh: o.node, en: o.node },
  text: o.text,
  state: o.state,
  dueOn: o.dueOn,
  raisedAt: o.raisedAt,
  answer: o.answer,
  answeredAt: o.answeredAt,
})
