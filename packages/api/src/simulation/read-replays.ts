import type { SystemActor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { findReplays } from '@throughcare/db/simulation/simulation-repository'
import type { StoredReplay } from '@throughcare/db/simulation/stored-replay'
import type { OpeningHours } from '@throughcare/domain/calendar/opening-hours'
import { addDays, getPlainDate, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { type Month, WINDOW_MONTHS } from '@throughcare/domain/continuity/report-window'
import { DEPOT_RULE_SET, type DepotRuleSet } from '@throughcare/domain/medication/medicine-table'
import { NOTHING_PLANNED } from '@throughcare/domain/medication/planned-cover'
import type { ReleaseOnRecord } from '@throughcare/domain/simulation/replay-release'
import { findApprovedRules, rulesInForce } from '../rule-set/find-rules.ts'

/** A release with the windows of depots that hold where the person is dosed. */
export type ReadReplay = { month: Month; release: ReleaseOnRecord; depots: DepotRuleSet }

/** Where people are dosed, read once for a whole run: the hours of a place are the same for all of them. */
export type KnownPlaces = { hours: Map<string, OpeningHours | null>; depots: Map<string, DepotRuleSet> }

/** Closures, holidays and what places said of days are read this far back. */
const DAYS_BACK = (WINDOW_MONTHS + 1) * 31

/**
 * The releases of some months on end of the service's own scope, in one order. Hours are those that places have told by now.
 *
 * @param months at least one, the earliest first
 */
export async function readReplays(
  deed: Deed<SystemActor>,
  months: readonly Month[],
  known: KnownPlaces,
): Promise<ReadReplay[]> {
  const [first, last] = [months[0], months.at(-1)].map((month) => getPlainDate(`${month}-01`))
  if (!first || !last) return []
  const stored = await findReplays(deed, first, lastDayOf(last))
  await learnPlaces(deed, stored, known)
  return stored.map((each) => ({
    month: each.releasedOn.slice(0, 7),
    release: releaseOf(each, known),
    depots: depotsOf(each, known),
  }))
}

function lastDayOf(first: PlainDate): PlainDate {
  const inNext = addDays(first, 31)
  return addDays(inNext, -Number(inNext.slice(8)))
}

async function learnPlaces(deed: Deed, stored: readonly StoredReplay[], known: KnownPlaces): Promise<void> {
  const unknown = [...new Set(stored.flatMap(({ dosingServiceId }) => dosingServiceId ?? []))].filter(
    (id) => !known.hours.has(id),
  )
  const hours = await findOpeningHours(deed, unknown, DAYS_BACK)
  for (const id of unknown) known.hours.set(id, hours.get(id) ?? null)

  const places = new Map(
    stored.map((each) => [placeKey(each), { serviceId: each.dosingServiceId, country: each.country }]),
  )
  const fresh = [...places].flatMap(([key, { serviceId, country }]) =>
    known.depots.has(key) || country === null ? [] : [{ key, place: { serviceId, country } }],
  )
  if (fresh.length === 0) return
  const approved = await findApprovedRules(
    deed,
    fresh.map(({ place }) => place),
  )
  for (const { key, place } of fresh)
    known.depots.set(key, rulesInForce(approved, place, plainDateIn(deed.now, getZone('UTC'))).depot)
}

function placeKey({ dosingServiceId, country }: StoredReplay): string {
  return `${dosingServiceId} ${country}`
}

function depotsOf(stored: StoredReplay, known: KnownPlaces): DepotRuleSet {
  return known.depots.get(placeKey(stored)) ?? DEPOT_RULE_SET
}

function releaseOf(stored: StoredReplay, known: KnownPlaces): ReleaseOnRecord {
  const { dosingServiceId, handoff, endedAt } = stored
  const zone = getZone(stored.timeZone)
  return {
    releasedAt: new Date(stored.releasedAt),
    zone,
    releaseKind: stored.releaseKind,
    history: {
      treatments: stored.treatments,
      doses: stored.doses.map((dose) => ({
        ...dose,
        givenAt: dose.givenAt === null ? null : new Date(dose.givenAt),
        recordedAt: new Date(dose.recordedAt),
      })),
      custody: {
        legalStatus: stored.legalStatus,
        admittedOn: stored.admittedOn,
        releaseDate: stored.releasedOn,
        certainty: 'confirmed',
        outOn: null,
      },
    },
    dosingServiceId,
    place: {
      zone: stored.placeZone === null ? zone : getZone(stored.placeZone),
      hours: dosingServiceId === null ? null : (known.hours.get(dosingServiceId) ?? null),
      agreedUntil: stored.agreedUntil,
    },
    firstExpectedOn: stored.firstExpectedOn,
    prescriptions: stored.prescriptions,
    reach: stored.reach ?? NOTHING_PLANNED.reach,
    handoff: handoff && {
      sentAt: new Date(handoff.sentAt),
      acknowledgedAt: handoff.acknowledgedAt === null ? null : new Date(handoff.acknowledgedAt),
    },
    endedAt: endedAt === null ? null : new Date(endedAt),
  }
}
