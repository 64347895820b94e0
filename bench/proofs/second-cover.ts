import { compareCover } from '../../packages/db/testing/second-cover.ts'
import { withFreshScene } from '../fresh-scene.ts'

export const name = 'second-cover'

const HISTORIES = 10_000
/** The least share of each that the mix must hold, so that agreement means something. */
const LEAST = { gapsOfThreeOrMore: 0.1, acrossAClockChange: 0.05, depots: 0.05, corrections: 0.05 } as const

/** Cover and days without a dose in SQL against the engine, on generated histories; the seeds that disagree are named. */
export function run(count: number = HISTORIES): Promise<{ ok: boolean; figures: Record<string, number | string> }> {
  return withFreshScene(async ({ owner }) => {
    const began = performance.now()
    const { disagreements, mix } = await compareCover(owner, { from: 0, count })
    const seconds = (performance.now() - began) / 1000
    const isMixed = Object.entries(LEAST).every(([what, share]) => mix[what as keyof typeof LEAST] / mix.all >= share)
    return {
      ok: mix.all === count && isMixed && disagreements.length === 0,
      figures: {
        ...mix,
        disagreements: disagreements.length,
        disagreeingSeeds: disagreements
          .slice(0, 20)
          .map((each) => each.seed)
          .join(' '),
        seconds: Math.round(seconds),
      },
    }
  })
}
