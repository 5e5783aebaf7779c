import { createHash } from 'node:crypto'
import type { Duty } from '@jiannuo/contract/pledge/duty.ts'
import type { Level } from '@jiannuo/contract/values.ts'
import { DUTY_LEVELS } from '@jiannuo/rules/duty/catalogue.ts'
import { LEADING_CADRE_STANDARDS } from '@jiannuo/rules/duty/leading-cadre.ts'
import type { DutyLevel, Orientation } from '@jiannuo/rules/duty/orientation.ts'

/** The catalogue's name of a level. */
export const ruleLevel = (level: Level): DutyLevel =>
  level === 'partyGroupSecretary' ? 'leadingPartyGroupSecretary' : level
const ofRule = (level: DutyLevel): Level => (level === 'leadingPartyGroupSecretary' ? 'partyGroupSecretary' : level)

/** The same identifier for the same text id in every installation, so that the shipped catalogue needs no rows. */
export function shippedId(kind: 'duty' | 'template', textId: string): string {
  const hex = createHash('sha256').update(`jiannuo:${kind}:${textId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const shipped = (
  level: DutyLevel,
  prefix: string,
  orientations: readonly Orientation[],
  leadingCadre: boolean,
): Duty[] =>
  orientations.flatMap(orientation =>
    orientation.duties.map(({ id, zh, en }) => ({
      id: shippedId('duty', `${prefix}.${orientation.id}.${id}`),
      level: ofRule(level),
      orientation: orientation.title,
      title: { zh, en },
      source: leadingCadre ? '党员领导干部标准' : '四级责任主体职责',
      leadingCadre,
      own: false,
    })),
  )

/** The duties of all levels that are the same in every city; those of leading cadres stand with the members'. */
export const SHIPPED_DUTIES: readonly Duty[] = [
  ...DUTY_LEVELS.flatMap(({ level, orientations }) => shipped(level, level, orientations, false)),
  ...shipped('member', 'leadingCadre', LEADING_CADRE_STANDARDS, true),
]
