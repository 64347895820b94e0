import type { Category } from '../access/access-codes.ts'
import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { getZone, plainDateIn, startOfDay, type Zone } from '../calendar/zone.ts'
import { naloxoneInHand } from '../naloxone/naloxone-in-hand.ts'
import type { ContinuityFacts, HandoffChain } from './continuity-facts.ts'
import type { CountScope } from './count-scopes.ts'
import { earliest } from './marks.ts'
import type { Instant, RecordedLink, ReleaseRecord } from './release-record.ts'

/**
 * What the figures of one scope read of a release, out of everything that is recorded of it (rules FIG-1 to FIG-5). What is closed
 * to the scope is as if it were not recorded.
 *
 * - On treatment: a treatment in force on the day of release; without one, the answer of the plan.
 * - Treatment started outside: the first day that a dose outside is for, or the day on which a community service said that a
 *   treatment without doses had begun.
 * - Handed off: the treatment was ever sent to somebody, whatever became of it.
 * - Back in custody: said of this case, or a later stay of which the scope may know.
 */
export function factsOfScope(record: ReleaseRecord, scope: CountScope): ContinuityFacts {
  const isOpen = (category: Category) => scope.open.includes(category)
  const zone = getZone(record.timeZone)
  const releasedAt = new Date(record.releasedAt)
  const links = record.links.filter(({ area }) => scope.areas === null || scope.areas.includes(area))
  const dose = answerOf(record, 'dose', scope)
  const isTreated = isOpen('omt') && record.isTreatmentRecorded
  const isInForce = isTreated && record.isInForce
  const isOnTreatment = isInForce || dose === 'on-omt' ? true : dose === null ? null : false
  const again = record.again.filter(({ services }) => scope.kind === 'region' || services.includes(scope.id))
  const kits = isOpen('naloxone')
    ? record.kits.map((kit) => ({ ...kit, handedAt: instantOf(kit.handedAt), goneAt: instantOf(kit.goneAt) }))
    : []
  return {
    releasedAt,
    releasedOn: record.releasedOn,
    releaseKind: record.releaseKind,
    zone,
    open: scope.open,
    diedAt: instantOf(record.diedAt),
    backInCustodyAt: earliest([instantOf(record.backAt), ...again.map(({ at }) => new Date(at))]),
    isOnTreatment,
    medicine: isInForce ? record.medicine : null,
    dosesOutside: isTreated ? record.dosesOutside.map(([way, at]) => ({ way, givenAt: instantOf(at) })) : [],
    coverAtRelease: isTreated && isOnTreatment ? coverOf(record) : null,
    coveredDays: isTreated ? record.coverAfter.map(([from, to]) => ({ from, to })) : [],
    hasTreatmentNeed: isOnTreatment === true || dose === 'wants-omt' ? true : isOnTreatment,
    isHandedOff: links.some(({ area }) => area === 'omt'),
    treatmentStartedOn: isOpen('omt') ? startOf(record, isTreated, zone) : null,
    hasDeclinedTreatment:
      isOpen('omt') && (record.hasDeclined || links.some(({ area, isDeclined }) => area === 'omt' && isDeclined)),
    hasOpioidNeed: hasOpioidNeed(dose, answerOf(record, 'opioid-need', scope), isOnTreatment),
    naloxone: naloxoneInHand(kits, releasedAt, record.releasedOn).kind,
    supporterKit: supporterKitOf(kits),
    handoffs: chainsOf(links),
    firstNight: isOpen('housing') ? record.firstNight : null,
    legalStatus: record.legalStatus,
    country: record.country,
    areaId: record.areaId,
    sex: record.sex,
    ageAtRelease: record.dateOfBirth && yearsBetween(record.dateOfBirth, record.releasedOn),
    language: record.language,
    isPlanned: record.isPlanned,
    wasReady: scope.kind === 'service' ? null : record.wasReady,
    firstContactAt: earliest([instantOf(record.reachedAt), instantOf(record.arrivedAt)]),
    arrivedAt: instantOf(record.arrivedAt),
    hasSupporter: isOpen('support') && record.hasSupporter,
    claim: isOpen('benefits') ? claimOf(record) : null,
    hadWholePack: isOpen('omt') && isOpen('naloxone') ? record.hadWholePack : null,
    ownWords: isOpen('own-words') ? record.ownWords : null,
    supplyGaps: isOpen('hiv-hcv') ? supplyGapsOf(record) : [],
    couple: isOpen('partner') ? record.couple : null,
    isCoupleRefused: scope.kind === 'service' ? null : record.isCoupleRefused,
  }
}

function answerOf({ answers }: ReleaseRecord, code: 'dose' | 'opioid-need', { open }: CountScope): string | null {
  const answer = answers[code]
  return answer && open.includes(answer.category) ? answer.value : null
}

/** As the plan's rules read it: whoever is treated or wants to be has the need. */
function hasOpioidNeed(dose: string | null, need: string | null, isOnTreatment: boolean | null): boolean | null {
  if (isOnTreatment || dose === 'wants-omt' || need === 'yes') return true
  return need === 'no' ? false : null
}

/** Days are the dosing point's, as on the strip; the instant in which the last of them ends. */
function coverOf({ coverAtRelease }: ReleaseRecord): ContinuityFacts['coverAtRelease'] {
  if (coverAtRelease === null) return null
  const { to, way, timeZone } = coverAtRelease
  return { lastsUntil: startOfDay(addDays(to, 1), getZone(timeZone)), way: way === 'rhythm' ? 'by-schedule' : way }
}

function startOf(record: ReleaseRecord, isTreated: boolean, zone: Zone): PlainDate | null {
  const said = instantOf(record.treatmentStartedAt)
  const days = [
    ...(isTreated ? record.dosesOutside.map(([, , firstDay]) => firstDay) : []),
    ...(said ? [plainDateIn(said, zone)] : []),
  ]
  return days.reduce<PlainDate | null>((first, day) => (first === null || day < first ? day : first), null)
}

function supporterKitOf(
  kits: readonly { holder: string; state: string; handedAt: Date | null }[],
): ContinuityFacts['supporterKit'] {
  const others = kits.filter(({ holder }) => holder !== 'person')
  const handedAt = earliest(others.map((kit) => kit.handedAt))
  if (handedAt) return { handedAt }
  return others.some(({ state }) => state === 'declined') ? 'declined' : null
}

function claimOf({ claim }: ReleaseRecord): ContinuityFacts['claim'] {
  if (claim === null) return null
  const at = instantOf(claim.at)
  if (claim.status === 'done' || claim.status === 'declined') return { state: claim.status, at }
  return { state: claim.status === 'not-needed' || claim.status === 'retired' ? 'not-needed' : 'open', at }
}

/** For each medicine that was under way at release: from the last count inside to the first one outside. */
function supplyGapsOf({ supplies, releasedOn }: ReleaseRecord): (number | null)[] {
  return [...Map.groupBy(supplies, ({ id }) => id).values()].flatMap((versions) => {
    const counted = versions.flatMap(({ countedOn, supplyDays, state }) =>
      countedOn === null || supplyDays === null ? [] : [{ countedOn, supplyDays, state }],
    )
    const inside = counted.filter(({ countedOn }) => countedOn <= releasedOn).at(-1)
    if (inside?.state !== 'under-way') return []
    const next = counted.find(({ countedOn }) => countedOn > releasedOn)
    const lastsTo = addDays(inside.countedOn, inside.supplyDays - 1)
    return [next ? Math.max(0, daysBetween(lastsTo, next.countedOn) - 1) : null]
  })
}

/**
 * A case's handoffs of one area are one chain: a resend counts once, by its first acknowledgement by whoever was accountable.
 * What the sender took back does not count as acknowledged, and the whole chain is revoked only when nothing else was sent.
 */
function chainsOf(links: readonly RecordedLink[]): HandoffChain[] {
  return [...Map.groupBy(links, ({ area }) => area)].map(([area, chain]): HandoffChain => {
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

function yearsBetween(born: PlainDate, day: PlainDate): number {
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0)
}

function instantOf(written: Instant | null): Date | null {
  return written === null ? null : new Date(written)
}
