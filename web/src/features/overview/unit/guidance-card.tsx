import { readUnit } from '@jiannuo/contract/organization/unit.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '../../../app/server/query.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { ButtonLink } from '../../../ui/action/button.tsx'
import { Go } from '../../../ui/go.tsx'
import { Card, Row, Rows } from '../../../ui/page/card.tsx'
import { unitWords } from './words.ts'

/** Who guides a work committee, whom it guides, and what guiding means (R3.1): reading and advice, no change. */
export function GuidanceCard({ unitId }: { unitId: string }) {
  const words = useWords(unitWords).district
  const { data: unit } = useSuspenseQuery(query(readUnit, { params: { unitId } }))
  const by = unit.upper.filter(edge => edge.kind === 'guides')
  const guided = unit.lower.filter(edge => edge.kind === 'guides')
  return (
    <Card title={words.guidance} flush extra={<ButtonLink to="/organisation/advice">{words.advice}</ButtonLink>}>
      <Rows>
        {by.map(edge => (
          <Row
            key={edge.unit.id}
            title={<Go to={`/organisation/${edge.unit.id}`}>{edge.unit.name}</Go>}
            note={words.guidedByNote}
            state={words.guidedBy}
          />
        ))}
        {guided.map(edge => (
          <Row
            key={edge.unit.id}
            title={<Go to={`/organisation/${edge.unit.id}`}>{edge.unit.name}</Go>}
            note={words.guidesNote}
            state={words.guides}
          />
        ))}
        {by.length + guided.length === 0 && <Row title={words.noGuidance} />}
      </Rows>
    </Card>
  )
}
