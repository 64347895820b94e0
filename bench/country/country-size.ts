/** How much of everything a generated country has. */
export type CountrySize = {
  episodes: number
  prisons: number
  /** Services that are no prison: the region and the administration are among them. */
  services: number
  users: number
  /** Episodes that have not ended: the last ones in the order of releases. */
  inside: number
  /** Releases older than this have neither plan items, facts nor doses. */
  detailDays: number
  /** Open handoffs of the one busy service. */
  busyInbox: number
  /** Members of the one busy prison, in a hundred of all. */
  busyPrisonShare: number
}

/** England and Wales release about so many from a sentence each year (gov.uk, OMSQ April to June 2025). */
const RELEASES_A_WEEK = 1_150
/** The numbers for each custody episode. */
export const ITEMS_OF_EPISODE = 20
export const HANDOFFS_OF_EPISODE = 3
export const DOSES_OF_EPISODE = 30
/** From so many episodes on, the country has all of its prisons, services and staff: more episodes are more years. */
const WHOLE_COUNTRY = 10_000
const MOST_INSIDE = 14_000
/** Plans of the last 18 months are whole; in a country of a million episodes the older ones are only told of. */
const DETAIL_DAYS = 548

/**
 * A country is as large as it is, and a larger number of episodes is a longer history: 60 prisons and 400 services release
 * 60,000 people a year, so that 100,000 episodes are 17 months and 1,000,000 are 16 years. Below 10,000 episodes it shrinks.
 */
export function countrySize(episodes: number): CountrySize {
  const share = Math.min(1, episodes / WHOLE_COUNTRY)
  return {
    episodes,
    prisons: Math.max(3, Math.round(60 * share)),
    services: Math.max(16, Math.round(400 * share)),
    users: Math.max(120, Math.round(5_000 * share)),
    inside: Math.min(MOST_INSIDE, Math.floor(episodes / 2)),
    detailDays: DETAIL_DAYS,
    busyInbox: Math.min(3_000, Math.floor(episodes * 0.3)),
    busyPrisonShare: 4,
  }
}

/** Days ahead over which known releases are spread: about twelve weeks. */
export const DAYS_AHEAD = 84

/** Of the week's releases, how many fall on each weekday (Monday first): people leave on Fridays. */
const BY_WEEKDAY = [190, 190, 190, 190, 330, 35, 25] as const

/**
 * On which day is the release that was `back` releases ago? 0 is the latest one; yesterday is -1.
 *
 * @param weekdayToday 0 is Monday
 */
export function dayOfPastRelease(back: number, weekdayToday: number): number {
  let rest = back % RELEASES_A_WEEK
  for (let offset = 1; offset <= 7; offset += 1) {
    const onThatDay = BY_WEEKDAY[(((weekdayToday - offset) % 7) + 7) % 7] as number
    if (rest < onThatDay) return -(Math.floor(back / RELEASES_A_WEEK) * 7 + offset)
    rest -= onThatDay
  }
  throw new Error('a week has more releases than its days')
}

/** So many of a total fall to the `index`th of `count`, as evenly as whole numbers go. */
export function shareOf(total: number, index: number, count: number): number {
  return Math.floor(((index + 1) * total) / count) - Math.floor((index * total) / count)
}
