import { PACK_PARTS, type PackPart, type PackState } from './pack-parts.ts'

/** What is on record about the minimum pack of a case. */
export type PackFacts = {
  /** Whether the person is on treatment, or wants it; unknown while nobody has asked. */
  onTreatment: 'yes' | 'no' | 'unknown'
  isTrained: boolean
  /** A kit lies in the person's property or is in their hand. */
  hasKit: boolean
  hasLetter: boolean
  hasPrescriber: boolean
  hasDosingPoint: boolean
  hasPhone: boolean
}

export type PackCompleteness = {
  parts: { part: PackPart; state: PackState }[]
  /** Every part that is needed is there, and nothing about it is unknown. */
  isComplete: boolean
  /** Parts that are there, of those that are needed or may be. */
  there: number
  needed: number
}

/**
 * How complete is the minimum pack (rule REL-10)? Apart from the plan's own progress: a plan may be far along while the six
 * things that a person needs when a court frees them at 16:30 are not there.
 *
 * Somebody who is not on treatment needs neither letter nor prescriber nor dosing point. While nobody has asked, a part that
 * is not there is unknown, which keeps the pack incomplete. Training is a part of its own and never a condition of the kit.
 */
export function packCompleteness(facts: PackFacts): PackCompleteness {
  const has: Record<PackPart, boolean> = {
    trained: facts.isTrained,
    kit: facts.hasKit,
    letter: facts.hasLetter,
    prescriber: facts.hasPrescriber,
    'dosing-point': facts.hasDosingPoint,
    phone: facts.hasPhone,
  }
  const parts = PACK_PARTS.map((part) => ({ part, state: stateOf(part, has[part], facts.onTreatment) }))
  const needed = parts.filter(({ state }) => state !== 'not-needed')
  const there = needed.filter(({ state }) => state === 'there').length
  return { parts, isComplete: there === needed.length, there, needed: needed.length }
}

const OF_TREATMENT: readonly PackPart[] = ['letter', 'prescriber', 'dosing-point']

function stateOf(part: PackPart, isThere: boolean, onTreatment: PackFacts['onTreatment']): PackState {
  if (OF_TREATMENT.includes(part) && onTreatment === 'no') return 'not-needed'
  if (isThere) return 'there'
  return OF_TREATMENT.includes(part) && onTreatment === 'unknown' ? 'unknown' : 'missing'
}
