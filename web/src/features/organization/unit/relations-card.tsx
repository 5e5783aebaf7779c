import type { readUnit } from '@jiannuo/contract/organization/unit.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { dayWithYear } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { Go } from '../../../ui/go.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { StatusTag } from '../../../ui/signal/status-tag.tsx'
import { Cite } from '../../../ui/text/cite.tsx'
import { names } from '../names.ts'
import { Verdicts } from '../verdicts.tsx'
import { organizationWords } from '../words.ts'
import { RelationPicture } from './relation-picture.tsx'

/** The three relations with their picture, and which rule applies on the day. */
export function RelationsCard({ unit }: { unit: Reply<typeof readUnit> }) {
  const words = useWords(organizationWords)
  const { relation, unit: kinds } = useWords(names)
  const language = useLanguage()
  const edges = [...unit.upper.map(e => ({ ...e, above: true })), ...unit.lower.map(e => ({ ...e, above: false }))]
  return (
    <Card title={words.relations} note={words.relationsNote} flush>
      {unit.upper.length > 0 && (
        <div className="card-body">
          <RelationPicture unit={unit} />
        </div>
      )}
      <Rows>
        {edges.map(e => (
          <Row
            key={`${e.kind}${e.unit.id}`}
            title={<Go to={`/organisation/${e.unit.id}`}>{e.unit.name}</Go>}
            note={`${kinds[e.unit.kind]}，${words.since(dayWithYear(e.from))}`}
            state={e.above ? relation[e.kind] : `${relation[e.kind]} ↓`}
          />
        ))}
        {unit.leadership?.periods.map(p => (
          <Row
            key={p.from}
            title={p.explanation[language]}
            note={<Cite title={p.cite.document} article={p.cite.article} />}
            state={
              p.inForce ? <StatusTag tone="ok">{words.inForce}</StatusTag> : <StatusTag>{words.notInForce}</StatusTag>
            }
          />
        ))}
      </Rows>
      {unit.leadership && unit.leadership.verdicts.length > 0 && <Verdicts verdicts={unit.leadership.verdicts} />}
    </Card>
  )
}
