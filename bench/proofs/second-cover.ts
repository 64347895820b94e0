import { compareFigures, READ_AT, releasedHistories } from '../../packages/api/testing/figure-and-strip.ts'
import { compareCover, historiesToCompare, isMixed } from '../../packages/db/testing/second-cover.ts'
import { withFreshScene } from '../fresh-scene.ts'

export const name = 'second-cover'

const HISTORIES = 10_000
const RELEASES = 2_000

/**
 * Cover and days without a dose in SQL against the engine, on generated histories, and the figure that is counted from it against
 * the strip of each person who is out; those that disagree are named.
 */
export function run(
  count: number = HISTORIES,
  releases: number = RELEASES,
): Promise<{ ok: boolean; figures: Record<string, number | string> }> {
  return withFreshScene(async ({ owner }) => {
    const began = performance.now()
    const { disagreements, mix } = await compareCover(owner, historiesToCompare(count))
    await owner.query(
      `insert into clock_offset (one_row, by) values (true, $1::timestamptz - now())
       on conflict (one_row) do update set by = excluded.by`,
      [READ_AT],
    )
    const counted = await compareFigures(owner, releasedHistories(releases))
    const seconds = (performance.now() - began) / 1000
    const agree = disagreements.length === 0 && counted.disagreements.length === 0
    return {
      ok: mix.all === count && isMixed(mix) && counted.mix.all === releases && agree,
      figures: {
        ...mix,
        disagreements: disagreements.length,
        disagreeing: disagreements
          .slice(0, 20)
          .map((each) => each.name)
          .join(', '),
        ...Object.fromEntries(Object.entries(counted.mix).map(([kind, of]) => [`figures ${kind}`, of])),
        figureDisagreements: counted.disagreements.length,
        figuresDisagreeing: counted.disagreements.slice(0, 20).join(', '),
        seconds: Math.round(seconds),
      },
    }
  })
}
