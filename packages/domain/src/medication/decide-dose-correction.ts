import type { DoseKind, DoseOutcome } from './medication-codes.ts'
import type { DoseEntry } from './medication-history.ts'
import type { DayRange } from './standing-doses.ts'

/** What somebody wants to put in the place of an entry. */
export type DoseCorrection = DayRange & {
  kind: DoseKind
  outcome: DoseOutcome
  reason: string | null
  serviceId: string
}

export type DoseCorrectionDecision =
  | { ok: true }
  | {
      ok: false
      refusal:
        | 'dose.recorded-by-another-service'
        | 'dose.already-corrected'
        | 'dose.nothing-was-issued'
        | 'dose.days-not-issued'
        | 'dose.reason-not-recorded-here'
        | 'dose.reason-missing'
        | 'dose.nothing-changes'
        | 'dose.not-what-was-entered'
    }

/**
 * May this entry be corrected so (rule DOSE-3)?
 *
 * Every correction is a new entry, by the service that made the first. "Not taken" is said of issued take-home doses
 * only, for some or all of their days, and carries no reason: it corrects the strip without outing anyone. Every other
 * correction says why. "Entered in error" is said of the whole entry, as it was made: what happened instead is entered
 * anew. An entry that was replaced already is history; its replacement is the one to correct.
 */
export function decideDoseCorrection(
  corrected: DoseEntry,
  correction: DoseCorrection,
  doses: readonly DoseEntry[],
): DoseCorrectionDecision {
  if (correction.serviceId !== corrected.serviceId) return { ok: false, refusal: 'dose.recorded-by-another-service' }
  const isReplaced = doses.some((dose) => dose.correctsDoseId === corrected.id && dose.outcome !== 'not-taken')
  if (isReplaced) return { ok: false, refusal: 'dose.already-corrected' }
  return correction.outcome === 'not-taken'
    ? decideNotTaken(corrected, correction)
    : decideReplacement(corrected, correction)
}

function decideNotTaken(corrected: DoseEntry, correction: DoseCorrection): DoseCorrectionDecision {
  if (corrected.kind !== 'take-home' || corrected.outcome !== 'issued')
    return { ok: false, refusal: 'dose.nothing-was-issued' }
  if (correction.from < corrected.forDay || correction.to > corrected.toDay)
    return { ok: false, refusal: 'dose.days-not-issued' }
  return correction.reason === null ? { ok: true } : { ok: false, refusal: 'dose.reason-not-recorded-here' }
}

function decideReplacement(corrected: DoseEntry, correction: DoseCorrection): DoseCorrectionDecision {
  if (correction.reason === null) return { ok: false, refusal: 'dose.reason-missing' }
  const isOfSame =
    correction.kind === corrected.kind && correction.from === corrected.forDay && correction.to === corrected.toDay
  if (isOfSame && correction.outcome === corrected.outcome) return { ok: false, refusal: 'dose.nothing-changes' }
  const isTakenBack = correction.outcome === 'entered-in-error'
  return isTakenBack && !isOfSame ? { ok: false, refusal: 'dose.not-what-was-entered' } : { ok: true }
}
