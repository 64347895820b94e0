import { ROLES_OF_KIND, type ServiceKind } from '../service/service-kinds.ts'
import type { Grant, Role } from './access-codes.ts'
import { ROLES_OF_GRANT } from './grants.ts'

/** Why a hat cannot be handed out: whoever gives it may not, or there is no such hat. */
export type HatRefusal = 'not-allowed' | 'role-not-there' | 'grant-not-for-role'

/**
 * May this hat be handed out? An administrator gives any; a manager those of their own service, and no grant: whether somebody may
 * see couples, approve rules or look into emergency looks is not for their own service to say. As app.may_hand_out in the database.
 */
export function decideHat(
  by: { role: Role; serviceId: string },
  service: { id: string; kind: ServiceKind },
  { role, grants }: { role: Role; grants: readonly Grant[] },
): HatRefusal | null {
  const isOwn = by.role === 'manager' && by.serviceId === service.id && role !== 'administrator' && grants.length === 0
  if (by.role !== 'administrator' && !isOwn) return 'not-allowed'
  if (!(ROLES_OF_KIND[service.kind] as readonly Role[]).includes(role)) return 'role-not-there'
  const fits = grants.every((grant) => (ROLES_OF_GRANT[grant] as readonly Role[]).includes(role))
  return fits ? null : 'grant-not-for-role'
}
