import type { PlainDate } from '../calendar/plain-date.ts'
import type { ServiceKind } from './service-kinds.ts'

/** Who answers for nobody in a case: nothing can be handed to them. */
const TAKE_NOTHING = ['prison-health', 'region', 'administration'] as const satisfies readonly ServiceKind[]

/** Can handoffs end up at a service of this kind at all, as their receiver or as the one who takes over? */
export function canTakeOver(kind: ServiceKind): boolean {
  return !(TAKE_NOTHING as readonly ServiceKind[]).includes(kind)
}

export type FallbackDecision =
  | { ok: true }
  | {
      ok: false
      field: 'serviceId' | 'agreedOn'
      fault:
        | 'service.fallback.itself'
        | 'service.fallback.circle'
        | 'service.fallback.takes-nothing'
        | 'service.fallback.not-this-service'
        | 'service.agreedOn.in-the-future'
    }

/**
 * May this service take over for that one? Never for itself, and never in a circle: somebody has to be the last. An agreement lies
 * behind, not ahead.
 *
 * @param after who takes over for whom, as it stands: the fallback of every service that has one
 */
export function decideFallback(
  service: { id: string; kind: ServiceKind },
  fallback: { id: string; kind: ServiceKind; agreedOn: PlainDate },
  after: ReadonlyMap<string, string>,
  today: PlainDate,
): FallbackDecision {
  if (!canTakeOver(service.kind)) return { ok: false, field: 'serviceId', fault: 'service.fallback.not-this-service' }
  if (fallback.id === service.id) return { ok: false, field: 'serviceId', fault: 'service.fallback.itself' }
  if (!canTakeOver(fallback.kind)) return { ok: false, field: 'serviceId', fault: 'service.fallback.takes-nothing' }
  if (leadsTo(service.id, fallback.id, after))
    return { ok: false, field: 'serviceId', fault: 'service.fallback.circle' }
  if (fallback.agreedOn > today) return { ok: false, field: 'agreedOn', fault: 'service.agreedOn.in-the-future' }
  return { ok: true }
}

function leadsTo(target: string, from: string, after: ReadonlyMap<string, string>): boolean {
  const passed = new Set<string>()
  for (let id: string | undefined = from; id !== undefined && !passed.has(id); id = after.get(id)) {
    if (id === target) return true
    passed.add(id)
  }
  return false
}
