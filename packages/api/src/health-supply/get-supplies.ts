import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findStanding, type Stated } from '@throughcare/db/circumstance/circumstance-repository'
import { findCustodyGround } from '@throughcare/db/circumstance/custody-ground'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import {
  cureTestDueOn,
  daysWithout,
  lastsUntil,
  type Supply,
  type SupplyAlert,
  supplyAlerts,
} from '@throughcare/domain/health-supply/supply-alerts'
import {
  CATEGORY_OF_SUPPLY,
  SUPPLY_KINDS,
  type SuppliesOfCaseInput,
  type SupplyKind,
} from '@throughcare/domain/health-supply/supply-codes'
import { AppError } from '../app-error.ts'
import { getPart, mayOn } from '../care-plan/get-part.ts'

export type SupplyView = Stated &
  Supply & {
    id: string
    medicine: string | null
    lastsUntil: PlainDate | null
    /** From when the test for a cure is due. */
    testDueOn: PlainDate | null
    daysWithout: number | null
    alerts: SupplyAlert[]
  }

export type SuppliesOfCase = {
  supplies: SupplyView[]
  /** The kinds that the reader may record. */
  records: SupplyKind[]
  today: PlainDate
}

/**
 * The medicines of one person beside the maintenance treatment, as far as their kind of information is open to the reader:
 * where HIV and hepatitis are not, they are as if they were not there.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getSupplies(actor: Actor, { episodeId }: SuppliesOfCaseInput): Promise<SuppliesOfCase> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, episodeId, 'health-supply.by-episode')
    const ground = await findCustodyGround(deed, episodeId)
    if (!ground) throw new AppError('not-found')
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    const stored = await findStanding<Stated & Supply & { id: string; medicine: string | null }>(
      deed,
      'health_supply',
      episodeId,
      'category',
    )
    await recordAudit(deed, { action: 'health-supply.by-episode', episodeIds: [episodeId], personIds: [part.personId] })
    return {
      supplies: stored.map((supply) => ({
        ...supply,
        lastsUntil: lastsUntil(supply),
        testDueOn: cureTestDueOn(supply),
        daysWithout: daysWithout(supply, today),
        alerts: supplyAlerts(supply, ground.releaseDate, today),
      })),
      records: SUPPLY_KINDS.filter((kind) => mayOn(actor, 'health-supply.record', part, CATEGORY_OF_SUPPLY[kind])),
      today,
    }
  })
}
