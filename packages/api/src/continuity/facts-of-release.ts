import type { StoredDoseFact, StoredFacts, StoredLink } from '@throughcare/db/continuity/continuity-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn, type Zone } from '@throughcare/domain/calendar/zone'
import type { ContinuityFacts, HandoffChain } from '@throughcare/domain/continuity/continuity-facts'
import { coverAtRelease } from '@throughcare/domain/continuity/cover-at-release'
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
  const outside = dosesOf(stored, false)
  return {
    releasedAt,
    releaseKind: stored.releaseKind,
    zone,
    diedAt: instantOf(stored.diedAt),
    backInCustodyAt: instantOf(stored.backInCustodyAt),
    isOnTreatment,
    dosesOutside: outside.map(({ givenAt, kind }) => ({ givenAt, way: kind })),
    coverAtRelease: isOnTreatment ? coverOf(stored, releasedAt, zone) : null,
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

function isTreated({ treatments, releasedOn, answers }: StoredFacts): boolean | null {
  const isInForce = treatments.some(
    ({ startedOn, endedOn }) => (startedOn ?? '') <= releasedOn && (endedOn === null || endedOn >= releasedOn),
  )
  if (isInForce || answers.dose === 'on-omt') return true
  return answers.dose === undefined ? null : false
}

/** As the plan's rules read it: whoever is treated or wants to be has the need. */
function hasOpioidNeed({ answers }: StoredFacts, isOnTreatment: boolean | null): boolean | null {
  if (isOnTreatment || answers.dose === 'wants-omt' || answers['opioid-need'] === 'yes') return true
  return answers['opioid-need'] === 'no' ? false : null
}

/** Doses given or issued on one side of the gate that no correction took back. */
function dosesOf({ doses }: StoredFacts, isInside: boolean): DoseEntry[] {
  const entries = doses.filter((dose) => dose.at(-1) === isInside).map(entryOf)
  return standingDoses(entries).flatMap(({ entry, notTaken }) => {
    const isTakenBack = notTaken.some(({ from, to }) => from <= entry.forDay && to >= entry.toDay)
    return doesCover(entry.outcome) && !isTakenBack ? [entry] : []
  })
}

function entryOf(dose: StoredDoseFact): DoseEntry {
  const [id, treatmentId, kind, outcome, forDay, toDay, parts, givenAt, recordedAt, correctsDoseId, isInside] = dose
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
    serviceId: isInside ? 'inside' : 'outside',
    correctsDoseId,
  }
}

function coverOf(stored: StoredFacts, releasedAt: Date, zone: Zone): ContinuityFacts['coverAtRelease'] {
  const inside = stored.doses.filter((dose) => dose.at(-1) === true)
  if (inside.length === 0) return null
  const { legalStatus, admittedOn, releaseDate, certainty, releasedOn, treatments } = stored
  const custody = { legalStatus, admittedOn, releaseDate, certainty, outOn: releasedOn }
  return coverAtRelease({ treatments, doses: inside.map(entryOf), custody }, releasedAt, zone)
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
