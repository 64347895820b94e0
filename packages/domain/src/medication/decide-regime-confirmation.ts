import type { PlainDate } from '../calendar/plain-date.ts'
import type { CustodyFacts, Treatment } from './medication-history.ts'

export type RegimeConfirmationDecision =
  | { ok: true }
  | {
      ok: false
      refusal:
        | 'regime.in-the-future'
        | 'regime.before-admission'
        | 'regime.already-out'
        | 'regime.depot-has-a-window'
        | 'regime.older-than-held'
        | 'regime.not-prescribed'
    }

/**
 * May the regime be confirmed as of this day (rule DOSE-4)? Only of days inside, of a treatment that is prescribed then,
 * never ahead, and never back behind a confirmation that is held already. A depot has its window instead.
 */
export function decideRegimeConfirmation(
  treatment: Treatment,
  custody: CustodyFacts,
  confirmedOn: PlainDate,
  today: PlainDate,
): RegimeConfirmationDecision {
  if (treatment.rhythm === 'depot') return { ok: false, refusal: 'regime.depot-has-a-window' }
  if (confirmedOn > today) return { ok: false, refusal: 'regime.in-the-future' }
  if (confirmedOn < custody.admittedOn) return { ok: false, refusal: 'regime.before-admission' }
  if (custody.outOn !== null && confirmedOn > custody.outOn) return { ok: false, refusal: 'regime.already-out' }
  if (treatment.regimeConfirmedOn !== null && confirmedOn < treatment.regimeConfirmedOn)
    return { ok: false, refusal: 'regime.older-than-held' }
  const isPrescribed =
    (treatment.startedOn === null || treatment.startedOn <= confirmedOn) &&
    (treatment.endedOn === null || confirmedOn <= treatment.endedOn)
  return isPrescribed ? { ok: true } : { ok: false, refusal: 'regime.not-prescribed' }
}
