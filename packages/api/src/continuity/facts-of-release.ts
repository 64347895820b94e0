import type { StoredFacts, StoredLink } from '@throughcare/db/continuity/continuity-repository'
import { CATEGORIES } from '@throughcare/domain/access/access-codes'
import { addDays, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn, startOfDay, type Zone } from '@throughcare/domain/calendar/zone'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { ContinuityFacts, HandoffChain } from '@throughcare/domain/continuity/continuity-facts'
import { naloxoneInHand } from '@throughcare/domain/naloxone/naloxone-in-hand'

/**
 * What the figures read of one release, out of what is recorded of it (rules FIG-1 to FIG-5).
 *
 * - On treatment: a treatment in force on the day of release; without one, the answer of the plan.
 * - Doses outside, and the cover that lasts from inside: as the second implementation of cover in SQL tells them. Nothing is
 *   read from a raw entry here.
 * - Treatment started outside: the first day that such a dose is for, or the day on which a community service said that a
 *   treatment without doses had begun.
 * - Handed off: the treatment was ever sent to somebody, whatever became of it.
 */
export function factsOfRelease(stored: StoredFacts): ContinuityFacts {
  const zone = getZone(stored.timeZone)
  const releasedAt = new Date(stored.releasedAt)
  const isOnTreatment = isTreated(stored)
  return {
    releasedAt,
    releaseKind: stored.releaseKind,
    zone,
    diedAt: instantOf(stored.diedAt),
    backInCustodyAt: instantOf(stored.backInCustodyAt),
    isOnTreatment,
    dosesOutside: stored.dosesOutside.map(([way, givenAt]) => ({ givenAt: instantOf(givenAt), way })),
    coverAtRelease: isOnTreatment ? coverOf(stored) : null,
    hasTreatmentNeed: isOnTreatment === true || stored.answers.dose === 'wants-omt' ? true : isOnTreatment,
    isHandedOff: stored.links.some(({ area }) => area === 'omt'),
    treatmentStartedOn: startOf(stored, zone),
    hasDeclinedTreatment: stored.hasDeclined,
    hasOpioidNeed: hasOpioidNeed(stored, isOnTreatment),
    naloxone: naloxoneInHand(
      stored.kits.map((kit) => ({ ...kit, handedAt: instantOf(kit.handedAt), goneAt: instantOf(kit.goneAt) })),
      releasedAt,
      stored.releasedOn,
    ).kind,
    handoffs: chainsOf(stored.links),
    firstNight: stored.firstNight,
    ...NOT_READ_HERE,
    releasedOn: stored.releasedOn,
  }
}

/** What the cases behind a figure do not ask: read by the roll-up alone. */
const NOT_READ_HERE = {
  open: CATEGORIES,
  legalStatus: 'sentenced',
  country: '',
  areaId: '',
  sex: 'unknown',
  ageAtRelease: null,
  language: null,
  medicine: null,
  isPlanned: false,
  wasReady: null,
  firstContactAt: null,
  arrivedAt: null,
  coveredDays: [],
  hasSupporter: false,
  supporterKit: null,
  claim: null,
  hadWholePack: null,
  ownWords: null,
  supplyGaps: [],
  couple: null,
  isCoupleRefused: null,
} as const satisfies Partial<ContinuityFacts>

function isTreated({ isInForce, answers }: StoredFacts): boolean | null {
  if (isInForce || answers.dose === 'on-omt') return true
  return answers.dose === undefined ? null : false
}

/** As the plan's rules read it: whoever is treated or wants to be has the need. */
function hasOpioidNeed({ answers }: StoredFacts, isOnTreatment: boolean | null): boolean | null {
  if (isOnTreatment || answers.dose === 'wants-omt' || answers['opioid-need'] === 'yes') return true
  return answers['opioid-need'] === 'no' ? false : null
}

/** Days are the dosing point's, as on the strip; the instant in which the last of them ends. */
function coverOf({ coverAtRelease }: StoredFacts): ContinuityFacts['coverAtRelease'] {
  if (coverAtRelease === null) return null
  const { to, way, timeZone } = coverAtRelease
  return { lastsUntil: startOfDay(addDays(to, 1), getZone(timeZone)), way: way === 'rhythm' ? 'by-schedule' : way }
}

function startOf(stored: StoredFacts, zone: Zone): PlainDate | null {
  const said = instantOf(stored.treatmentStartedAt)
  const days = [...stored.dosesOutside.map(([, , firstDay]) => firstDay), ...(said ? [plainDateIn(said, zone)] : [])]
  return days.reduce<PlainDate | null>((first, day) => (first === null || day < first ? day : first), null)
}

/**
 * A case's handoffs of one area are one chain: a resend counts once, by its first acknowledgement by whoever was accountable.
 * What the sender took back does not count as acknowledged, and the whole chain is revoked only when nothing else was sent.
 */
function chainsOf(links: readonly StoredLink[]): HandoffChain[] {
  return [...Map.groupBy(links, ({ area }) => area)].map(([area, chain]): HandoffChain => {
    const acknowledged = chain
      .flatMap(({ acknowledgedAt, isRevoked, isFallback }) =>
        acknowledgedAt === null || isRevoked ? [] : [{ at: new Date(acknowledgedAt), isFallback }],
      )
      .toSorted((left, right) => left.at.getTime() - right.at.getTime())
      .at(0)
    return {
      area: area as Area,
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
