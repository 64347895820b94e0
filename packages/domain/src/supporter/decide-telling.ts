import { daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import type { ConsentState } from '../consent/consent-codes.ts'
import { standingOf } from '../consent/decide-sharing.ts'
import { type Consent, MAY_BE_TOLD, type MayBeTold } from './supporter-codes.ts'

/** So many days before its last one a consent is told as ending: our default, not a guideline (rule CON-5). */
export const ENDS_SOON_DAYS = 14

/** The last statement of a consent that names a supporter, to tell them something. Instants are ISO 8601. */
export type SupporterConsent = {
  consentId: string
  state: ConsentState
  from: string
  until: string | null
  /** Its last day, which counts whole, as agreed. Null: until it is withdrawn. */
  toOn: PlainDate | null
  saidAt: string
}

/** What a supporter may be told today, and until when. */
export type Telling = { what: MayBeTold[]; toOn: PlainDate | null; endsSoon: boolean }

/**
 * What may be said to this supporter today (rule CON-5)? Only what is ticked, only of somebody whom the person wants rung, and only
 * while a consent to tell them is live: refused, withdrawn, expired, not begun, and none at all are one answer. Of two live consents the
 * one that holds longer counts; a refusal that was said after a consent ends it for this supporter.
 *
 * @returns null: nothing may be said. It does not say why.
 */
export function decideTelling(
  supporter: { consent: Consent; mayBeTold: readonly MayBeTold[] },
  consents: readonly SupporterConsent[],
  { now, today }: { now: Date; today: PlainDate },
): Telling | null {
  if (supporter.consent !== 'yes') return null
  const refusedAt = latest(consents.filter(({ state }) => state === 'refused').map(({ saidAt }) => saidAt))
  const live = consents.filter(
    (one) => standingOf(one, now) === 'live' && (refusedAt === null || one.saidAt > refusedAt),
  )
  const [longest] = live.toSorted((left, right) => (endOf(left) > endOf(right) ? -1 : 1))
  const what = MAY_BE_TOLD.filter((code) => supporter.mayBeTold.includes(code))
  if (!longest || what.length === 0) return null
  const { toOn } = longest
  return { what, toOn, endsSoon: endsSoon(toOn, today) }
}

/** Is the last day of a consent that holds today so near that somebody has to ask again? */
export function endsSoon(toOn: PlainDate | null, today: PlainDate): boolean {
  return toOn !== null && daysBetween(today, toOn) < ENDS_SOON_DAYS
}

/** Later than every instant that can be agreed. */
const WITHOUT_END = '9999'

function endOf({ until }: SupporterConsent): string {
  return until ?? WITHOUT_END
}

function latest(instants: readonly string[]): string | null {
  return instants.toSorted().at(-1) ?? null
}
