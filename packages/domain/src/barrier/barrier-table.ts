import type { Area } from '../checklist/areas.ts'
import type { BarrierCode, BarrierLevel } from './barrier-codes.ts'

/** A letter of the evidence pack that a barrier asks for; null where none helps. */
export type LetterAsked = 'omt-history' | 'custody-and-release' | 'residence' | 'benefits' | null

type BarrierRow = {
  /** At which level it usually stands; what is recorded of one person may say otherwise. */
  usualLevel: BarrierLevel
  /** The only area that it can keep from; null where it may be any. */
  onlyArea: Area | null
  letter: LetterAsked
}

/**
 * What is known of each barrier before anybody is asked (domain research H2, H3, H6, H9). That a programme takes no couples
 * says that there is a couple: it is information of the partner area and read where that is.
 */
export const BARRIER_TABLE = {
  'proof-of-history': { usualLevel: 'service', onlyArea: null, letter: 'omt-history' },
  'back-bill': { usualLevel: 'service', onlyArea: null, letter: null },
  'no-id': { usualLevel: 'structure', onlyArea: null, letter: 'custody-and-release' },
  'no-bank-account': { usualLevel: 'structure', onlyArea: null, letter: 'residence' },
  'no-insurance': { usualLevel: 'structure', onlyArea: null, letter: 'custody-and-release' },
  'no-address': { usualLevel: 'structure', onlyArea: null, letter: 'residence' },
  'waiting-list': { usualLevel: 'service', onlyArea: null, letter: null },
  'no-couples': { usualLevel: 'service', onlyArea: 'partner', letter: null },
  distance: { usualLevel: 'structure', onlyArea: null, letter: null },
  'no-transport': { usualLevel: 'structure', onlyArea: null, letter: null },
  'opening-hours': { usualLevel: 'service', onlyArea: null, letter: null },
  'referral-only': { usualLevel: 'service', onlyArea: null, letter: null },
  language: { usualLevel: 'service', onlyArea: null, letter: null },
  stigma: { usualLevel: 'relationship', onlyArea: null, letter: null },
  money: { usualLevel: 'structure', onlyArea: null, letter: 'benefits' },
  other: { usualLevel: 'service', onlyArea: null, letter: null },
} as const satisfies Record<BarrierCode, BarrierRow>
