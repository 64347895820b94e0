import { areasOfKind } from '../access/categories-of-area.ts'
import type { Area } from '../checklist/areas.ts'
import type { ServiceKind } from './service-kinds.ts'

/** Who has a room and somebody trained in which a dose can be supervised. */
export const KINDS_THAT_DOSE = [
  'prison-health',
  'drug-service',
  'dosing-point',
] as const satisfies readonly ServiceKind[]

export type ServiceChangeDecision =
  | { ok: true }
  | {
      ok: false
      field: 'canDose' | 'receives'
      fault: 'service.canDose.not-this-kind' | 'service.receives.not-this-kind'
    }

/**
 * May a service of this kind give doses, and take handoffs for these areas? What its kind may never see it cannot be handed:
 * a housing office for OMT would be handed an empty envelope.
 */
export function decideServiceChange(
  kind: ServiceKind,
  { canDose, receives }: { canDose: boolean; receives: readonly Area[] },
): ServiceChangeDecision {
  if (canDose && !(KINDS_THAT_DOSE as readonly ServiceKind[]).includes(kind))
    return { ok: false, field: 'canDose', fault: 'service.canDose.not-this-kind' }
  const areas: readonly Area[] = kind === 'prison-health' ? [] : areasOfKind(kind)
  return receives.every((area) => areas.includes(area))
    ? { ok: true }
    : { ok: false, field: 'receives', fault: 'service.receives.not-this-kind' }
}
