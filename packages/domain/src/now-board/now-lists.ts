import { z } from 'zod'

/**
 * What the board in a team room counts, in the order in which it is looked at (rule NOW-1): who was released today, who is in the first 48
 * hours as far as anybody knows, what nobody has answered, and who has no dose for tomorrow.
 */
export const NOW_LISTS = ['released-today', 'first-48-hours', 'unacknowledged', 'uncovered-tomorrow'] as const
export const NowList = z.enum(NOW_LISTS, { error: 'now-board.list.unknown' })
export type NowList = (typeof NOW_LISTS)[number]

/** So long after they were shown names are hidden again, whoever still stands before the screen (rule NOW-2). Ours. */
export const NAMES_SHOWN_SECONDS = 120

/** So long a screen on a wall may count without anybody signing in again (rule NOW-3): one day of a team room. Ours. */
export const SCREEN_HOURS = 14

/** A board that has heard nothing for so long says so, and says since when (rule NOW-4). */
export const STALE_AFTER_SECONDS = { signedIn: 90, wall: 10 } as const

/** As many rows of a list as a board shows; a longer one is read in the list itself. */
export const MOST_ROWS = 100
