import type { readUnit } from '@jiannuo/contract/organization/unit.ts'
import type { Reply } from '@jiannuo/contract/route.ts'
import { useWords } from '../../../i18n/dictionary.ts'
import { names } from '../names.ts'
import '../organization.css'

type Unit = Reply<typeof readUnit>
const BOX = { width: 210, height: 40, gap: 20 }
const short = (name: string) => (name.length > 15 ? `${name.slice(0, 14)}…` : name)

/** What stands above a unit, one line per relation: solid leads, dashed leads concretely, dotted guides. The words are in the list beside it too. */
export function RelationPicture({ unit }: { unit: Unit }) {
  const relation = useWords(names).relation
  const uppers = unit.upper.slice(0, 3)
  const width = Math.max(uppers.length, 1) * (BOX.width + BOX.gap) - BOX.gap
  const self = { x: (width - BOX.width) / 2, y: 120 }
  if (uppers.length === 0) return null
  return (
    <svg
      className="organization-picture"
      viewBox={`-2 -2 ${width + 4} 166`}
      role="img"
      aria-label={uppers.map(e => `${e.unit.name}：${relation[e.kind]}`).join('；')}
      style={{ maxWidth: width }}
    >
      {uppers.map((edge, at) => {
        const x = at * (BOX.width + BOX.gap)
        const middle = (x + BOX.width / 2 + self.x + BOX.width / 2) / 2
        return (
          <g key={`${edge.kind}${edge.unit.id}`}>
            <line
              className={edge.kind}
              x1={x + BOX.width / 2}
              y1={BOX.height}
              x2={self.x + BOX.width / 2}
              y2={self.y}
            />
            <rect className="box" x={x} y={0} width={BOX.width} height={BOX.height} rx={4} />
            <text x={x + BOX.width / 2} y={25} textAnchor="middle">
              {short(edge.unit.name)}
            </text>
            <text x={middle + 8} y={84}>
              {relation[edge.kind]}
            </text>
          </g>
        )
      })}
      <rect className="box self" x={self.x} y={self.y} width={BOX.width} height={BOX.height} rx={4} />
      <text x={self.x + BOX.width / 2} y={self.y + 25} textAnchor="middle">
        {short(unit.name)}
      </text>
    </svg>
  )
}
