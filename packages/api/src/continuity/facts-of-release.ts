import type { StoredDoseFact, StoredFacts, StoredLink } from '@throughcare/db/continuity/continuity-repository'
import { addDays, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn, startOfDay, type Zone } from '@throughcare/domain/calendar/zone'
import type { ContinuityFacts, HandoffChain } from '@throughcare/domain/continuity/continuity-facts'
import { doesCover } from '@throughcare/domain/medication/dose-outcomes'
import type { DoseEntry } from '@throughcare/domain/medication/medication-history'
import { standingDoses } from '@throughcare/domain/medication/standing-doses'
import { naloxoneInHand } from '@throughcare/domain/naloxone/naloxone-in-hand'

/** A chain with the area it is about: what a list of them shows. */
export type AreaChain = HandoffChain & { area: string }

export type ReleaseFacts = Omit<ContinuityFacts, 'handoffs'> & { handoffs: readonly AreaChain[] }

/**
 * What the figures read of one release, out of what is recorded of it (rules FIG-1 to FIG-5).
 *
 * - On treatment: a treatment in force on the day of release; without one, the answer of the plan.
 * - Treatment started outside: the first day covered by a dose that a community service recorded, or the day on which it
 *   said that a treatment without doses had begun.
 * - Handed off: the treatment was ever sent to somebody, whatever became of it.
 */
export function factsOfRelease(stored: StoredFacts): ReleaseFacts {
  const zone = getZone(stored.timeZone)
  const releasedAt = new Date(stored.releasedAt)
  const isOnTreatment = isTreated(stored)
  const outside = dosesOutside(stored)
  return {
    releasedAt,
    releaseKind: stored.releaseKind,
    zone,
    diedAt: instantOf(stored.diedAt),
    backInCustodyAt: instantOf(stored.backInCustodyAt),
    isOnTreatment,
    dosesOutside: outside.map(({ givenAt, kind }) => ({ givenAt, way: kind })),
    coverAtRelease: isOnTreatment ? coverOf(stored) : null,
    hasTreatmentNeed: isOnTreatment === true || stored.answers.dose === 'wants-omt' ? true : isOnTreatment,
    isHandedOff: stored.links.some(({ area }) => area === 'omt'),
    treatmentStartedOn: startOf(stored, outside, zone),
    hasDeclinedTreatment: stored.hasDeclined,
    hasOpioidNeed: hasOpioidNeed(stored, isOnTreatment),
    naloxone: naloxoneInHand(
      stored.kits.map((kit) => ({ ...kit, handedAt: instantOf(kit.handedAt), goneAt: instantOf(kit.goneAt) })),
      releasedAt,
      stored.releasedOn,
    ).kind,
    handoffs: chainsOf(stored.links),
    firstNight: stored.firstNight,
  }
}

function isTreated({ isInForce, answers }: StoredFacts): boolean | null {
  if (isInForce || answers.dose === 'on-omt') return true
  return answers.dose === undefined ? null : false
}

/** As the plan's rules read it: whoever is treated or wants to be has the need. */
function hasOpioidNeed({ answers }: StoredFacts, isOnTreatment: boolean | null): boolean | null {
  if (isOnTreatment || answers.dose === 'wants-omt' || answers['opioid-need'] === 'yes') return true
  return answers['opioid-need'] === 'no' ? false : null
}

/** Doses given or issued outside that no correction took back. */
function dosesOutside({ doses }: StoredFacts): DoseEntry[] {
  return standingDoses(doses.map(entryOf)).flatMap(({ entry, notTaken }) => {
    const isTakenBack = notTaken.some(({ from, to }) => from <= entry.forDay && to >= entry.toDay)
    return doesCover(entry.outcome) && !isTakenBack ? [entry] : []
  })
}

function entryOf(dose: StoredDoseFact): DoseEntry {
  const [id, treatmentId, kind, outcome, forDay, toDay, parts, givenAt, recordedAt, correctsDoseId] = dose
  return {
    id,
    treatmentId,
    kind,
    outcome,
    forDay,
    toDay,
    parts,
    givenAt: instantOf(givenAt),
    recordedAt: new Date(recordedAt),
    serviceId: 'outside',
    correctsDoseId,
  }
}

/** Days are the dosing point's, as on the strip; the instant in which the last of them ends. */
function coverOf({ coverAtRelease }: StoredFacts): ContinuityFacts['coverAtRelease'] {
  if (coverAtRelease === null) return null
  const { to, way, timeZone } = coverAtRelease
  return { lastsUntil: startOfDay(addDays(to, 1), getZone(timeZone)), way: way === 'rhythm' ? 'by-schedule' : way }
}

function startOf(stored: StoredFacts, outside: readonly DoseEntry[], zone: Zone): PlainDate | null {
  const said = instantOf(stored.treatmentStartedAt)
  const days = [...outside.map(({ forDay }) => forDay), ...(said ? [plainDateIn(said, zone)] : [])]
  return days.reduce<PlainDate | null>((first, day) => (first === null || day < first ? day : first), null)
}

/**
 * A case's handoffs of one area are one chain: a resend counts once, by its first acknowledgement by whoever was accountable.
 * What the sender took back does not count as acknowledged, and the whole chain is revoked only when nothing else was sent.
 */
function chainsOf(links: readonly StoredLink[]): AreaChain[] {
  return [...Map.groupBy(links, ({ area }) => area)].map(([area, chain]): AreaChain => {
    const acknowledged = chain
      .flatMap(({ acknowledgedAt, isRevoked, isFallback }) =>
        acknowledgedAt === null || isRevoked ? [] : [{ at: new Date(acknowledgedAt), isFallback }],
      )
      .toSorted((left, right) => left.at.getTime() - right.at.getTime())
      .at(0)
    return {
      area,
      // In order of sending already.
      sentAt: instantOf(chain[0]?.sentAt ?? null),
      acknowledgedAt: acknowledged?.at ?? null,
      acknowledgedBy: acknowledged ? (acknowledged.isFallback ? 'fallback' : 'receiver') : null,
      isRevoked: chain.every((link) => link.isRevoked),
    }
  })
}

function instantOf(written: string | null): Date | null {
  return written === null ? null : new Date(written)
}
