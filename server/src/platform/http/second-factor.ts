import type { AnyRoute } from '@jiannuo/contract/route.ts'
import type { Settings } from '../settings.ts'
import type { Actor, Role } from './actor.ts'
import { fail } from './fail.ts'

const NEEDING: readonly string[] = [
  'workCommittee',
  'districtCommittee',
  'cityCommittee',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
] satisfies Role[]

/** Staff of the work committees and of the city committee, and administrators, need a second factor, except in demo and test starts. */
export const needsSecondFactor = (role: string, settings: Pick<Settings, 'demo' | 'test'>) =>
  settings.demo === 'none' && !settings.test && NEEDING.includes(role)

/** Without the factor such a session reaches its own account and nothing else. Fails SECOND_FACTOR_MISSING. */
export function demandSecondFactor(actor: Actor, route: AnyRoute, settings: Settings): void {
  const ofOwnAccount =
    route.path === '/session' ||
    route.path.startsWith('/session/') ||
    route.path === '/my-account' ||
    route.path.startsWith('/my-account/')
  if (!actor.strong && !ofOwnAccount && needsSecondFactor(actor.capacity.role, settings)) fail('SECOND_FACTOR_MISSING')
}
