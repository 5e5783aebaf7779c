import type { Round } from '@jiannuo/contract/appraisal/round.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { Card, Rows } from '../../../ui/page/card.tsx'
import { useBoth } from '../both.ts'
import { appraisalWords } from '../words.ts'
import { SittingRow } from './sitting-row.tsx'
import { roundWords } from './words.ts'

/** The paper panels of a round: where each stands, its tellers, its slips. Nobody here sees a count of grades. */
export function PanelsCard({ round }: { round: Round }) {
  const words = useWords(roundWords)
  const common = useWords(appraisalWords)
  const both = useBoth()
  const placed = ({ homeUnitId, homeUnitName, title }: Round['sittings'][number]) =>
    homeUnitId === round.unitId ? { title: both(title), about: '' } : { title: homeUnitName, about: both(title) }
  return (
    <Card title={words.paper} note={words.paperNote} flush>
      {round.sittings.length === 0 ? (
        <p className="card-body second">{words.noPaper}</p>
      ) : (
        <>
          <Rows>
            {round.sittings.map(sitting => (
              <SittingRow key={sitting.id} sitting={sitting} {...placed(sitting)} />
            ))}
          </Rows>
          <p className="card-body fine">{common.secret}</p>
        </>
      )}
    </Card>
  )
}
