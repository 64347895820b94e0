import type { PlainDate } from '../calendar/plain-date.ts'
import { endOfDay, plainDateIn, startOfDay, type Zone } from '../calendar/zone.ts'
import type { Capacity } from './consent-codes.ts'

/** Why what somebody wants to record is no consent; what is left then is a legal basis, chosen and given a reason. */
export const NO_CONSENT_REASONS = ['cannot-decide', 'capacity-not-looked-at', 'is-over'] as const
export type NoConsentReason = (typeof NO_CONSENT_REASONS)[number]

export type ConsentSpan = { validFrom: Date; validUntil: Date | null }

/**
 * Is this a consent, and from when to when does it hold (F07)? Who did not look at whether the person can decide, or found that
 * they cannot, records none; nor does anybody for days that are over. Today's consent holds from this moment and not from
 * midnight: nothing was agreed before it was said.
 *
 * @param days as agreed; the last one counts whole, on the calendar of the place where it is recorded
 */
export function decideConsent(
  of: { capacity: Capacity; fromOn: PlainDate; toOn: PlainDate | null },
  zone: Zone,
  now: Date,
): { is: true; span: ConsentSpan } | { is: false; because: NoConsentReason } {
  if (of.capacity === 'cannot-decide') return { is: false, because: 'cannot-decide' }
  if (of.capacity === 'not-looked-at') return { is: false, because: 'capacity-not-looked-at' }
  const span = spanOf(of, zone, now)
  return span.validUntil !== null && span.validUntil <= now ? { is: false, because: 'is-over' } : { is: true, span }
}

/** From when to when something holds that was agreed for these days. */
export function spanOf(
  { fromOn, toOn }: { fromOn: PlainDate; toOn: PlainDate | null },
  zone: Zone,
  now: Date,
): ConsentSpan {
  return {
    validFrom: fromOn <= plainDateIn(now, zone) ? now : startOfDay(fromOn, zone),
    validUntil: toOn && endOfDay(toOn, zone),
  }
}
