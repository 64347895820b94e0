import type { KitState } from '../naloxone/kit-codes.ts'

/** What can be pressed at the gate, with or without network. Each is the press of an ordinary page, and no other deed. */
export const GATE_PRESSES = ['left', 'kit-handed-over', 'did-not-leave', 'arrived'] as const
export type GatePress = (typeof GATE_PRESSES)[number]

/** Why somebody stands on today's list. The first three are inside, or were this morning; the others are expected outside. */
export const GATE_REASONS = [
  'leaves-today',
  'date-passed',
  'any-day',
  'left-today',
  'out',
  'expected-today',
  'appointment-today',
] as const
export type GateReason = (typeof GATE_REASONS)[number]

/** A person on the list, as far as the presses ask. */
export type AtTheGate = {
  side: 'prison' | 'community'
  isOut: boolean
  hasReleaseDate: boolean
  /** Of the person's newest kit; null when there is none, `closed` when the service does not see kits. */
  kit: KitState | null | 'closed'
  /** This service recorded that the person came. */
  hasArrived: boolean
  /** The service has taken something of the case, not only been asked. */
  isTaken: boolean
}

/** A kit that can still be put into the person's hand at the gate. */
const TO_HAND_OVER: readonly (KitState | null | 'closed')[] = [null, 'in-property', 'left-in-prison', 'not-known']

/**
 * Which presses stand beside a person? The server answers each again when it arrives: this only keeps away what cannot be meant.
 * "Did not leave" withdraws a release date, so it stands where there is one. Order: the commonest first.
 */
export function gatePresses(person: AtTheGate): GatePress[] {
  if (person.side === 'community') return person.isTaken && !person.hasArrived ? ['arrived'] : []
  const presses: GatePress[] = person.isOut ? [] : ['left']
  if (TO_HAND_OVER.includes(person.kit)) presses.push('kit-handed-over')
  if (!person.isOut && person.hasReleaseDate) presses.push('did-not-leave')
  return presses
}
