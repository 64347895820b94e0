import { systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { findNowBoard } from '@throughcare/db/now-board/now-board-repository'
import { findScreen, type ScreenOf } from '@throughcare/db/now-board/now-screen-repository'
import { screenIdOf } from './screen-key.ts'
import { type NowCount, shownCounts } from './show-board.ts'

/** What hangs on a wall: counts, and no row of anybody. */
export type WallBoard = { serviceName: string; timeZone: string; counts: NowCount[]; countedAt: string; until: string }

/** So long one count serves every screen of a service: a wall asks each second, and there may be many. */
const SERVES_MS = 900

type Counted = { at: number; counted: Promise<{ counts: NowCount[]; countedAt: string }> }
const lately = new Map<string, Counted>()

/**
 * The counts for a screen at which nobody is signed in; null once it is dark. No case is opened and nobody is named, so nothing of it stands
 * in the trail but that it was put up and taken off.
 *
 * @param now milliseconds, for the age of what was counted
 */
export async function readScreen(key: string, now: number = performance.now()): Promise<WallBoard | null> {
  const screenId = screenIdOf(key)
  const screen = screenId && (await findScreen(screenId))
  if (!screen) return null
  const of = `${screen.serviceId} ${screen.role}`
  let found = lately.get(of)
  if (!found || now - found.at >= SERVES_MS) {
    for (const [each, { at }] of lately) if (now - at >= SERVES_MS) lately.delete(each)
    found = { at: now, counted: count(screen) }
    lately.set(of, found)
    // What went wrong is no count: the next screen asks anew.
    found.counted.catch(() => lately.delete(of))
  }
  const { serviceName, timeZone, until } = screen
  return { serviceName, timeZone, until: until.toISOString(), ...(await found.counted) }
}

/** Counted as the system actor of the service: what hangs on a wall is nobody's own. */
function count({ serviceId, serviceKind, timeZone, role }: ScreenOf) {
  return asActor(systemActor(serviceId), async (deed) => {
    const isPrison = serviceKind === 'prison-health'
    const { counts } = await findNowBoard(deed, { timeZone, isPrison, list: null }, 0)
    return { counts: shownCounts({ role, serviceKind }, counts), countedAt: deed.now.toISOString() }
  })
}
