import { compareFigures } from '../src/continuity/compare-figures.ts'
import { followFigures, rebuildFigures } from '../src/continuity/follow-figures.ts'
import { CHANGED } from './figure-events-changed.ts'
import { RECORDED } from './figure-events-recorded.ts'
import { anyOf, drawFrom, type EventScene, type World } from './figure-world.ts'

/** What came of it: how many events of each kind, and the counts that the two computations did not agree on. */
export type EventsCompared = { events: number; kinds: Record<string, number>; compared: number; differing: string[] }

/** The figures are compared after so many events. */
const BETWEEN = 100

/**
 * Lets so many things happen to releases in any order: recorded late, corrected, taken back, erased, restricted; the clock moves on
 * and clocks of other zones are read. Every hundred events the worker counts what changed and the figures are computed a second time;
 * in the middle everything is counted anew from the beginning. The same seed lets the same happen.
 */
export async function letEventsHappen(scene: EventScene, seed: number, events: number): Promise<EventsCompared> {
  const draw = drawFrom(seed)
  const world: World = {
    scene,
    draw,
    now: new Date('2026-03-20T09:00:00Z'),
    cases: [],
    run: async (text, values = []) => (await scene.owner.query(text, [...values])).rowCount ?? 0,
  }
  await scene.setClock(world.now)
  await world.run(`update service set time_zone = 'Pacific/Auckland' where id = $1`, [scene.services.eastfield])
  const kinds: Record<string, number> = {}
  const differing: string[] = []
  let compared = 0
  for (let done = 0; done < events; ) {
    const [kind, happen] = world.cases.length < 12 ? (['release', EVENTS.release] as const) : anyOf(draw, WEIGHTED)
    if ((await happen(world).catch(refusedByConstraint)) === 0) continue
    done += 1
    kinds[kind] = (kinds[kind] ?? 0) + 1
    if (done === Math.floor(events / 2)) await rebuildFigures()
    if (done % BETWEEN !== 0 && done !== events) continue
    await followFigures()
    const found = await compareFigures()
    compared += found.compared
    for (const each of found.differing)
      differing.push(
        `after ${done}: ${each.measure} ${each.month} ${each.outcome} ${each.detail} of ${nameOf(scene, each.scopeId)}`,
      )
    if (differing.length > 0) break
  }
  return { events, kinds, compared, differing }
}

/** What the database does not let happen did not. Anything else is a fault of this test. */
function refusedByConstraint(error: { code?: string }): number {
  if (error.code?.startsWith('23') !== true) throw error
  return 0
}

const EVENTS = { ...RECORDED, ...CHANGED }

/** How many times as often as the rarest; what is not named, three times. */
const OFTEN: Readonly<Record<string, number>> = {
  release: 12,
  dose: 12,
  erased: 1,
  zone: 1,
  opened: 1,
  clock: 4,
  restricted: 2,
  'release undone': 2,
  'released again': 8,
}

type Happening = readonly [kind: string, happen: (world: World) => Promise<number>]

/** Rare ones once, the ordinary ones more often. */
const WEIGHTED: readonly Happening[] = Object.entries(EVENTS).flatMap(([kind, happen]) =>
  Array.from({ length: OFTEN[kind] ?? 3 }, (): Happening => [kind, happen]),
)

function nameOf({ services }: EventScene, id: string): string {
  return Object.entries(services).find(([, each]) => each === id)?.[0] ?? id
}
