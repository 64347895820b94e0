import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findStanding, type Stated } from '@throughcare/db/circumstance/circumstance-repository'
import { findProgrammes, findServiceNames } from '@throughcare/db/circumstance/service-names'
import type { BarrierCode, BarrierEnd, BarrierLevel } from '@throughcare/domain/barrier/barrier-codes'
import { daysLost } from '@throughcare/domain/barrier/days-lost'
import type { BarriersOfCaseInput } from '@throughcare/domain/barrier/record-barrier-input'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { Area } from '@throughcare/domain/checklist/areas'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { getPart, mayOn } from '../care-plan/get-part.ts'

/** A barrier as it stands. */
type StoredBarrier = Stated & {
  id: string
  area: Area
  code: BarrierCode
  level: BarrierLevel
  serviceId: string | null
  words: string | null
  since: PlainDate | null
  resolvedOn: PlainDate | null
  resolvedHow: BarrierEnd | null
}

export type BarrierView = StoredBarrier & {
  serviceName: string | null
  /** Null: nobody knows since when. */
  daysLost: number | null
}

export type BarriersOfCase = {
  /** Those that stand first, then what is out of the way; in each the one recorded first. */
  barriers: BarrierView[]
  today: PlainDate
  /** The areas that the reader may write: what they can record a barrier to. */
  writableAreas: Area[]
  programmes: { id: string; name: string }[]
  /** Whether the letters that answer barriers are for the reader. */
  readsLetters: boolean
}

/**
 * What stands or stood in the way of one person, as far as the areas are open to the reader.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getBarriers(actor: Actor, { episodeId }: BarriersOfCaseInput): Promise<BarriersOfCase> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, episodeId, 'barrier.by-episode')
    const stored = await findStanding<StoredBarrier>(deed, 'barrier', episodeId, 'area')
    const names = await findServiceNames(
      deed,
      stored.flatMap(({ serviceId }) => serviceId ?? []),
    )
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    const writableAreas = AREAS.filter((area) => mayOn(actor, 'barrier.record', part, area))
    await recordAudit(deed, { action: 'barrier.by-episode', episodeIds: [episodeId], personIds: [part.personId] })
    return {
      barriers: stored
        .map((barrier) => ({
          ...barrier,
          serviceName: barrier.serviceId === null ? null : (names.get(barrier.serviceId) ?? null),
          daysLost: daysLost(barrier, today),
        }))
        .toSorted((one, other) => Number(one.resolvedOn !== null) - Number(other.resolvedOn !== null)),
      today,
      writableAreas,
      readsLetters: mayOn(actor, 'evidence-letter.by-episode', part),
      programmes: writableAreas.length > 0 ? await findProgrammes(deed) : [],
    }
  })
}
