/** A wish to close the plan that stands. */
export type ClosingWish = { askedById: string; criticalOpen: number }

export type PlanClosingDecision =
  /** Closed at once: nothing critical is open. */
  | { ok: true; does: 'close' }
  /** Closed by a second person, who fulfils the wish. */
  | { ok: true; does: 'fulfil' }
  /** Written down; another person closes. */
  | { ok: true; does: 'ask' }
  | { ok: false; refusal: 'care-plan.still-inside' | 'care-plan.reason-missing' | 'care-plan.second-person' }

/**
 * May this plan be closed, and by this person alone? A plan with an open critical item needs a reason and a second person
 * (practice F11). A wish counts only for as many open critical items as its asker saw: where more are open now, it is asked
 * for anew. While the person is inside nothing is closed.
 */
export function decidePlanClosing(
  accountId: string,
  reason: string | null,
  at: { isOut: boolean; criticalOpen: number; wish: ClosingWish | null },
): PlanClosingDecision {
  if (!at.isOut) return { ok: false, refusal: 'care-plan.still-inside' }
  if (at.criticalOpen === 0) return { ok: true, does: 'close' }
  const { wish } = at
  const holds = wish !== null && wish.criticalOpen >= at.criticalOpen
  if (holds && wish.askedById !== accountId) return { ok: true, does: 'fulfil' }
  if (holds && reason === null) return { ok: false, refusal: 'care-plan.second-person' }
  return reason === null ? { ok: false, refusal: 'care-plan.reason-missing' } : { ok: true, does: 'ask' }
}
