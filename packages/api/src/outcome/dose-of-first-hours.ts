import type { Deed } from '@throughcare/db/as-actor'
import { findDoseAlerts, type StoredDoseAlert } from '@throughcare/db/dose-alert/dose-alert-repository'
import { findMedication } from '@throughcare/db/medication/medication-repository'
import type { StoredDose } from '@throughcare/db/medication/stored-medication'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { coverOn, lastCoveredDay, readCover } from '@throughcare/domain/medication/covered-day'
import { doesCover } from '@throughcare/domain/medication/dose-outcomes'
import type { PersonRouting } from '@throughcare/domain/medication/route-person'
import { standingDoses } from '@throughcare/domain/medication/standing-doses'
import { medicationOfCase } from '../medication/medication-of-case.ts'
import { routingOfCase } from '../medication/routing-of-case.ts'

/** How the first dose outside stands. */
export type DoseOfFirstHours = {
  state: 'given' | 'covered' | 'none'
  /** The first dose given after the release; null while there is none. */
  first: { givenAt: string | null; forDay: PlainDate; kind: StoredDose['kind']; serviceName: string } | null
  /** The last day that what was given so far covers; null when none is known. */
  coveredUntil: PlainDate | null
  /** Who is rung about the doses now, and the alerts that say so. */
  routing: PersonRouting
  alerts: StoredDoseAlert[]
}

/** Null without a treatment, and where treatments are not open to the actor's service: the two look the same. */
export async function findDoseOfFirstHours(deed: Deed, episodeId: string): Promise<DoseOfFirstHours | null> {
  const found = await findMedication(deed, episodeId)
  if (!found || found.treatments.length === 0) return null
  const of = await medicationOfCase(deed, found)
  const { history, today, rules } = of
  const { releasedAt, seenOutsideAt, timeZone } = found.custody
  const outSince = releasedAt ?? seenOutsideAt
  const first = outSince === null ? null : firstDoseOutside(found.doses, history.doses, new Date(outSince), timeZone)
  const reading = readCover(history, today, rules.depot)
  const isCovered = coverOn(reading, today).state === 'covered'
  return {
    state: first ? 'given' : isCovered ? 'covered' : 'none',
    first: first && {
      givenAt: first.givenAt,
      forDay: first.forDay,
      kind: first.kind,
      serviceName: first.serviceName,
    },
    coveredUntil: lastCoveredDay(reading, '9998-12-31' as PlainDate),
    routing: routingOfCase(of, deed.now).routing,
    alerts: await findDoseAlerts(deed, episodeId),
  }
}

/**
 * A dose whose time nobody knows counts as outside from the day after the release on; take-home doses were issued by the
 * prison then, so for them only a time proves it.
 */
function firstDoseOutside(
  stored: readonly StoredDose[],
  doses: Parameters<typeof standingDoses>[0],
  outSince: Date,
  timeZone: string,
): StoredDose | null {
  const releaseDay = plainDateIn(outSince, getZone(timeZone))
  const [first] = standingDoses(doses)
    .map(({ entry }) => entry)
    .filter((entry) => doesCover(entry.outcome))
    .filter(({ givenAt, kind, forDay }) =>
      givenAt === null ? kind !== 'take-home' && forDay > releaseDay : givenAt >= outSince,
    )
    .toSorted(
      (left, right) => (left.givenAt ?? left.recordedAt).getTime() - (right.givenAt ?? right.recordedAt).getTime(),
    )
  return stored.find((dose) => dose.id === first?.id) ?? null
}
