import { letEventsHappen } from '../../packages/api/testing/figure-events.ts'
import { STORY_STARTS } from '../../packages/db/testing/cast.ts'
import { makeStory } from '../../packages/db/testing/story.ts'
import { withFreshScene } from '../fresh-scene.ts'

export const name = 'figures'

const EVENTS = 1_000
const SEEDS = [11, 12, 13, 14, 15]

/**
 * The figures by the roll-up and by plain SQL from the raw events, after 5,000 events in any order (five histories of a thousand):
 * entered late, corrected, erased, in other zones, with a rebuild in the middle of each. What differs is named.
 */
export async function run(events: number = EVENTS): Promise<{ ok: boolean; figures: Record<string, number | string> }> {
  const began = performance.now()
  const kinds: Record<string, number> = {}
  const differing: string[] = []
  let compared = 0
  for (const seed of SEEDS)
    await withFreshScene(async ({ owner, services, people }) => {
      const setClock = async (at: Date): Promise<void> => {
        await owner.query(
          `insert into clock_offset (one_row, by) values (true, $1::timestamptz - now())
           on conflict (one_row) do update set by = excluded.by`,
          [at],
        )
      }
      await setClock(STORY_STARTS)
      const scene = {
        ...makeStory(owner, services, (who) => people[who].accountId),
        services,
        people,
        setClock,
      }
      const found = await letEventsHappen(scene, seed, events)
      for (const [kind, count] of Object.entries(found.kinds)) kinds[kind] = (kinds[kind] ?? 0) + count
      differing.push(...found.differing.map((each) => `history ${seed} ${each}`))
      compared += found.compared
    })
  const all = Object.values(kinds).reduce((sum, count) => sum + count, 0)
  return {
    ok: all === events * SEEDS.length && differing.length === 0,
    figures: {
      events: all,
      ...kinds,
      compared,
      differing: differing.length,
      differ: differing.slice(0, 20).join(', '),
      seconds: Math.round((performance.now() - began) / 1000),
    },
  }
}
