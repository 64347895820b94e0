import { z } from 'zod'
import { daysBetween, PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, instantOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { isOutcomeOf } from './dose-outcomes.ts'
import { DoseKind, DoseOutcome } from './medication-codes.ts'

/** Nobody issues more at once; a longer span is a slip of the finger. */
export const LONGEST_TAKE_HOME_DAYS = 31

/** What is said about a dose, when it is recorded and when it is corrected. */
export const DOSE_FIELDS = {
  kind: DoseKind,
  outcome: DoseOutcome,
  /** The calendar day at the dosing point that the dose is for: a given dose needs one. */
  forDay: PlainDate,
  /** The last day that it is for: another day for take-home doses only. */
  toDay: PlainDate,
  /** When it was given or issued. Null: the time is not known, and the 48-hour figure will say "unknown". */
  givenAt: instantOf('dose.givenAt').nullable(),
  /** How many of the day's doses this is: 1 unless the rhythm is split. */
  parts: z.int('dose.parts.invalid').min(1, 'dose.parts.invalid').max(6, 'dose.parts.invalid'),
  /** A depot's product and lot as on the label. */
  product: filledText('dose.product', 200).nullable(),
  /** Why it was not given, in words. */
  reason: filledText('dose.reason', 500).nullable(),
  /** Whoever records it was asked whether a day that is covered already really had a second dose, and says so (DOSE-32). */
  isSecondMeant: z.boolean('dose.isSecondMeant.invalid').default(false),
} as const

type DoseFields = { kind: DoseKind; outcome: DoseOutcome; forDay: PlainDate; toDay: PlainDate; product: string | null }

/** The days of a dose: one, unless it is taken home; in order, and not more than anybody issues. */
export const DOSE_DAYS_RULE = {
  holds: ({ kind, forDay, toDay }: DoseFields) => {
    const days = daysBetween(forDay, toDay) + 1
    return kind === 'take-home' ? days >= 1 && days <= LONGEST_TAKE_HOME_DAYS : days === 1
  },
  refusal: { path: ['toDay'], error: 'dose.toDay.impossible' },
}

/** A dose, given or not, recorded by the service that gave it. */
export const RecordDoseInput = inputOf({
  episodeId: idOf('dose.episodeId'),
  treatmentId: idOf('dose.treatmentId'),
  requestId: RequestId,
  /** The version of the treatment on the screen: whoever gives a dose gives what they read. */
  seenVersion: SeenVersion,
  ...DOSE_FIELDS,
})
  .refine(DOSE_DAYS_RULE.holds, DOSE_DAYS_RULE.refusal)
  .refine(({ kind, outcome }) => isOutcomeOf(kind, outcome), { path: ['outcome'], error: 'dose.outcome.not-of-kind' })
  .refine(({ kind, product }) => kind === 'depot' || product === null, {
    path: ['product'],
    error: 'dose.product.depot-only',
  })
export type RecordDoseInput = z.infer<typeof RecordDoseInput>
