/** A count from 1 up to just below this, or whose complement is one, is not shown. */
export const SMALLEST_COUNT = 5

/** The same for whatever leaves: a file, a report, another organisation. */
export const SMALLEST_LEAVING = 10
export type SmallestCount = typeof SMALLEST_COUNT | typeof SMALLEST_LEAVING

/** Totals that cannot be told exactly are told to the nearest of these. */
export const ROUNDED_TO = 5

/** To the nearest five. */
export function inFives(count: number): number {
  return Math.round(count / ROUNDED_TO) * ROUNDED_TO
}

/** A count, or that it is not shown: too small, or a way to one that is. Where counts are hidden, offer a longer period. */
export type ShownCount = number | 'hidden'

/** `total` is the sum of `parts`; all are ids of counts. */
export type Sum = { total: string; parts: readonly string[] }

/** One count of a page. */
export type CountCell = {
  /** What bears one id in two tables is one count, of the same people. */
  id: string
  count: number
  /** False: no page prints it, and still nobody may work it out where it is small. */
  isOnPage?: boolean
  /** How many of them each reader can open one by one, and so knows, by the place of the reader. */
  known?: ReadonlyMap<number, Known>
  /** Hidden whatever it is, because a page of another organisation hides it too. */
  isHidden?: boolean
  /** What the page is for: hidden only where nothing else can be. */
  isDear?: boolean
  /** The most of them that any one other organisation counts on a page of its own. */
  largest?: number
}

/**
 * A number of them; `all`: he knows that he knows everybody in it; `seen`: he reads the count elsewhere. Reader 0 looks at the
 * page, or at a file that left; the others are those with whom he could put his figures together, and whoever made the file.
 */
export type Known = number | 'all' | 'seen'

/** Counts and the sums that tie them together. */
export type CountTable = { cells: readonly CountCell[]; sums: readonly Sum[] }

/** Zero points at nobody. */
export function isSmall(count: number, smallest: number): boolean {
  return count > 0 && count < smallest
}
