import { CATEGORIES } from '../src/access/access-codes.ts'
import { getZone, plainDateIn } from '../src/calendar/zone.ts'
import type { ContinuityFacts, HandoffChain } from '../src/continuity/continuity-facts.ts'

/** Ten in the morning in Oslo on Thursday 2 April 2026. */
export const GATE = new Date('2026-04-02T08:00:00Z')

/** So many hours after the gate opened. */
export function hoursOut(hours: number): Date {
  return new Date(GATE.getTime() + hours * 3_600_000)
}

/** A planned release about which nothing more is recorded. */
export function releaseFacts(facts: Partial<ContinuityFacts> = {}): ContinuityFacts {
  return {
    releasedAt: GATE,
    releaseKind: 'planned',
    zone: getZone('Europe/Oslo'),
    diedAt: null,
    backInCustodyAt: null,
    isOnTreatment: true,
    dosesOutside: [],
    coverAtRelease: null,
    hasTreatmentNeed: true,
    isHandedOff: true,
    treatmentStartedOn: null,
    hasDeclinedTreatment: false,
    hasOpioidNeed: true,
    naloxone: 'none',
    handoffs: [],
    firstNight: null,
    open: CATEGORIES,
    releasedOn: plainDateIn(facts.releasedAt ?? GATE, facts.zone ?? getZone('Europe/Oslo')),
    legalStatus: 'sentenced',
    country: 'NO',
    areaId: '00000000-0000-7000-8000-00000000a0a0',
    sex: 'male',
    ageAtRelease: 34,
    language: 'nb',
    medicine: 'methadone',
    isPlanned: true,
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
    isCoupleRefused: false,
    ...facts,
  }
}

/** A handoff sent two days before the gate and not acknowledged. */
export function chain(facts: Partial<HandoffChain> = {}): HandoffChain {
  return { area: 'omt', sentAt: hoursOut(-48), acknowledgedAt: null, acknowledgedBy: null, isRevoked: false, ...facts }
}
