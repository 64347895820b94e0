const MINUTE_MS = 60_000
const MOST_BACK_MS = 12 * 60 * MINUTE_MS

/** The clock in a place, shown as `09:15`. */
export function clockOf(zone: string): (at: Date) => string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (at) => clock.format(at)
}

/**
 * When did the clock in this place last show this time? Null when nobody can read it as a time, or when that was more than 12
 * hours ago: a time that is still to come. On the night the clocks go back it is the later one of two.
 *
 * @param typed `9:15`, `09.15`
 */
export function lastTimeOf(typed: string, now: Date, zone: string): Date | null {
  const found = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed.trim())
  if (!found) return null
  const shown = `${found[1]?.padStart(2, '0')}:${found[2]}`
  const clock = clockOf(zone)
  const minute = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS
  for (let back = 0; back <= MOST_BACK_MS; back += MINUTE_MS) {
    const at = new Date(minute - back)
    if (clock(at) === shown) return at
  }
  return null
}
