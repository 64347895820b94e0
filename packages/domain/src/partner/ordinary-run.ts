/** At this hour, coordinated universal time, of every day (rule PAR-2). */
export const RUN_HOUR_UTC = 4

/**
 * The one moment of the day at which anything crosses between two partners. What happens on one side at any other time leaves the other
 * side's rows, pages and answers untouched, so that nothing can be read from when they change.
 *
 * @returns the last such moment that is not after `now`
 */
export function lastRunAt(now: Date): Date {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), RUN_HOUR_UTC)
  return new Date(today <= now.getTime() ? today : today - DAY_MS)
}

/** The next such moment after `now`. */
export function nextRunAt(now: Date): Date {
  return new Date(lastRunAt(now).getTime() + DAY_MS)
}

const DAY_MS = 86_400_000
