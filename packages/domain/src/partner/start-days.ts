import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts'

/** One partner may start so many days before the other; beyond that the page warns (rule PAR-3, domain research H3). */
export const MOST_DAYS_APART = 7

export type StartDays = {
  mine: PlainDate | null
  other: PlainDate | null
  /** Days between the two; null while one of them is not known. Never negative. */
  apart: number | null
  isStaggered: boolean
  /** By when the one without a day should start so that they are not too far apart; null when both are known or neither is. */
  wantedBy: PlainDate | null
}

/** The first days of treatment of the two, side by side. Nothing is proposed but coming closer: nobody waits for the other. */
export function startDays(mine: PlainDate | null, other: PlainDate | null): StartDays {
  const apart = mine && other ? Math.abs(daysBetween(mine, other)) : null
  const known = mine ?? other
  return {
    mine,
    other,
    apart,
    isStaggered: apart !== null && apart > MOST_DAYS_APART,
    wantedBy: apart === null && known ? addDays(known, MOST_DAYS_APART) : null,
  }
}
