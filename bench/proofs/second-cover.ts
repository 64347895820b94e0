import { compareCover, historiesToCompare, isMixed } from '../../packages/db/testing/second-cover.ts'
import { withFreshScene } from '../fresh-scene.ts'

export const name = 'second-cover'

const HISTORIES = 10_000
/** Cover and days without a dose in SQL against the engine, on generated histories; those that disagree are named. */
export function run(count: number = HISTORIES): Promise<{ ok: boolean; figures: Record<string, number | string> }> {
  return withFreshScene(async ({ owner }) => {
    const began = performance.now()
    const { disagreements, mix } = await compareCover(owner, historiesToCompare(count))
    const seconds = (performance.now() - began) / 1000
    return {
      ok: mix.all === count && isMixed(mix) && disagreements.length === 0,
      figures: {
        ...mix,
        disagreements: disagreements.length,
        disagreeing: disagreements
          .slice(0, 20)
          .map((each) => each.name)
          .join(', '),
        seconds: Math.round(seconds),
      },
    }
  })
}
