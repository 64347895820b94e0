export type LeavingDecision = { ok: true } | { ok: false; refusal: 'court-day.already-out' | 'court-day.released' }

/** May it be ticked that this person leaves for court? Nobody leaves twice without coming back, or after a release. */
export function decideLeaving(person: { isOutAtCourt: boolean; isReleased: boolean }): LeavingDecision {
  if (person.isReleased) return { ok: false, refusal: 'court-day.released' }
  return person.isOutAtCourt ? { ok: false, refusal: 'court-day.already-out' } : { ok: true }
}

/** What of the three is not in the hand or not confirmed: said loudly, and never a reason to stop the van. */
export function missingBeforeTheVan(had: {
  kitInHand: boolean
  letterInHand: boolean
  lastDoseConfirmed: boolean
}): ('kit' | 'letter' | 'last-dose')[] {
  return [
    ...(had.kitInHand ? [] : (['kit'] as const)),
    ...(had.letterInHand ? [] : (['letter'] as const)),
    ...(had.lastDoseConfirmed ? [] : (['last-dose'] as const)),
  ]
}
