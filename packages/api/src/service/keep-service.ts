import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { askToFollowGaps } from '@throughcare/db/gap/gap-writing'
import { recordServiceChange } from '@throughcare/db/service/service-keeping'
import { findService, type ServiceWithHours } from '@throughcare/db/service/service-repository'
import type { ServiceChangeKind } from '@throughcare/domain/service/service-changes'
import { AppError } from '../app-error.ts'
import { perform } from '../perform.ts'

export type ServiceKept = { version: number }

type BeforeAndAfter = { before: object; after: object }

type Change = {
  what: ServiceChangeKind
  /** What stands before and after; throws where a rule says no. */
  decide: (service: ServiceWithHours, deed: Deed<Actor>) => BeforeAndAfter | Promise<BeforeAndAfter>
  write: (deed: Deed<Actor>) => Promise<void>
  /** What of the service a page that is behind must be shown. */
  current: (service: ServiceWithHours) => object
}

/**
 * One change of a service by an administrator: decided, put over the version that was seen, kept with who and when.
 *
 * @throws AppError `not-found` · `changed-meanwhile` with the fields as they stand; whatever `decide` throws
 */
export function keepService<I extends { requestId: string; serviceId: string; seenVersion: number }>(
  actor: Actor,
  action: string,
  input: I,
  change: Change,
): Promise<ServiceKept> {
  return perform(actor, action, input, async (deed) => {
    const { serviceId, seenVersion, requestId } = input
    const service = await findService(deed, serviceId)
    if (!service) throw new AppError('not-found')
    if (service.version !== seenVersion) throw serviceChangedMeanwhile(service, seenVersion, change.current)
    const { before, after } = await change.decide(service, deed)
    const seen = { serviceId, version: seenVersion }
    if (!(await recordServiceChange(deed, seen, { what: change.what, before, after }))) {
      const now = await findService(deed, serviceId)
      throw serviceChangedMeanwhile(now ?? service, seenVersion, change.current)
    }
    await change.write(deed)
    await askToFollowGaps(deed)
    await recordAudit(deed, { action, fields: Object.keys(after), requestId })
    return { version: seenVersion + 1 }
  })
}

/** The refusal that shows the service as it stands now. */
function serviceChangedMeanwhile(service: ServiceWithHours, seenVersion: number, current: Change['current']): AppError {
  const [last] = service.changes
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: { ...current(service), version: service.version },
      ...(last ? { changedBy: last.by, changedAt: last.at } : {}),
    },
  })
}
