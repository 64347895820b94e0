import type { ArrangedCover } from '@throughcare/db/cover-plan/stored-cover'
import { type CoverInput, NOTHING_PLANNED, type PlannedCover } from '@throughcare/domain/medication/planned-cover'
import type { MedicationOfCase } from '../medication/medication-of-case.ts'

/** What is arranged for the days outside, as the rules read it. A cancelled prescription is none. */
export function plannedCoverOf(dosingServiceId: string | null, stored: ArrangedCover | null): PlannedCover {
  if (stored === null) return { ...NOTHING_PLANNED, dosingServiceId }
  return {
    dosingServiceId,
    prescriptions: stored.prescriptions
      .filter(({ status }) => status !== 'cancelled')
      .map(({ from, to, collectedAt, collectBy, status }) => ({
        from,
        to,
        collectedAtServiceId: collectedAt.id,
        // What was collected lapses no more.
        collectBy: status === 'collected' ? null : collectBy,
      })),
    plannedSupply: stored.supply?.days ?? null,
    reach: stored.reach ? { state: stored.reach.state, fromDay: stored.reach.fromDay } : NOTHING_PLANNED.reach,
  }
}

/** What strip, forecast, ways and gap board are all read from: the record of a case and what is arranged for it. */
export function coverInputOf(of: MedicationOfCase, stored: ArrangedCover | null, now: Date): CoverInput {
  const { history, place, firstAppointment, current } = of
  return { ...plannedCoverOf(current?.dosing?.id ?? null, stored), history, place, firstAppointment, now }
}
