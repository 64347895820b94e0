/**
 * How an ask for somebody at the desk stands.
 *
 * asked: no answer yet · found: the prison named the case, and it is handed over · nobody: the prison has nobody like that, or
 * will not say; the two are one answer on purpose · settled: another prison named the case first.
 */
export const ARRIVAL_STATUSES = ['asked', 'found', 'nobody', 'settled'] as const
export type ArrivalStatus = (typeof ARRIVAL_STATUSES)[number]

/** What the prison's duty desk says. */
export const ARRIVAL_ANSWERS = ['found', 'nobody'] as const
export type ArrivalAnswer = (typeof ARRIVAL_ANSWERS)[number]

/**
 * So long may an ask wait before the managers of both sides are told: somebody stands at a desk meanwhile. Our default, not a
 * guideline. Rule ARR-1.
 */
export const ARRIVAL_ANSWER_MINUTES = 30

/** So often in an hour may one account ask, whatever the answers were; as with the other ways of naming somebody. Rule ARR-1. */
export const ARRIVAL_ASKS_PER_HOUR = 10

/** By when is an ask of this instant to be answered? Minutes that pass, around the clock: people wait at night as well. */
export function arrivalDueAt(askedAt: Date): Date {
  return new Date(askedAt.getTime() + ARRIVAL_ANSWER_MINUTES * 60_000)
}
