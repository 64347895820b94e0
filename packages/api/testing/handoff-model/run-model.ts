import { STORY_STARTS } from '@throughcare/db/testing/cast'
import fc from 'fast-check'
import { checkLists, movesWithoutAudit } from './check.ts'
import { COMMAND, FIRST } from './commands.ts'
import { agreeOnFallbacks, type Ground } from './ground.ts'
import { count, type Model, PRESSED, type Real, type Tally } from './model.ts'

/** How much of everything has to happen for the run to say anything, as a share of the steps. */
const RAREST = {
  ...Object.fromEntries(PRESSED.map((move) => [move, 0.004])),
  'time-out': 0.004,
  'to the fallback': 0.002,
  send: 0.03,
}

export type Ran = {
  sequences: number
  steps: number
  mix: Record<string, number>
  tooRare: string[]
  withoutAudit: number
}

/**
 * Random sequences of moves by many people of several services, with a clock that goes on and a worker that follows it,
 * pressed through the use cases onto PostgreSQL; after each step the invariants I-1, I-2 and I-6 must hold and the database must
 * hold what the model holds (case F14).
 *
 * @param longest how many steps follow the first sending at most
 * @throws with the sequence that breaks something, and the seed that finds it again
 */
export async function runModel(
  ground: Ground,
  { sequences, longest, seed }: { sequences: number; longest: number; seed: number },
): Promise<Ran> {
  const tally: Tally = new Map()
  const path = process.env.MODEL_PATH
  await agreeOnFallbacks(ground)
  await fc.assert(
    fc.asyncProperty(
      FIRST,
      fc.array(COMMAND, { minLength: 3, maxLength: longest, size: 'max' }),
      fc.boolean(),
      async (first, more, isOut) => {
        const { model, real } = await begin(ground, tally, isOut)
        try {
          await fc.asyncModelRun(() => ({ model, real }), [first, ...more])
          await checkLists(model, real)
        } finally {
          await end(real)
        }
      },
    ),
    { numRuns: sequences, seed, ...(path && { path }), endOnFailure: true },
  )
  const steps = tally.get('steps') ?? 0
  const tooRare = Object.entries(RAREST)
    .filter(([what, share]) => (tally.get(what) ?? 0) < share * steps)
    .map(([what]) => what)
  return {
    sequences: tally.get('sequences') ?? 0,
    steps,
    mix: Object.fromEntries([...tally].toSorted(([, one], [, other]) => other - one)),
    tooRare,
    withoutAudit: await movesWithoutAudit(ground),
  }
}

/** A case of its own, on the first morning: of somebody who leaves in a week, or who was just freed. */
async function begin(ground: Ground, tally: Tally, isOut: boolean): Promise<{ model: Model; real: Real }> {
  await ground.setClock(STORY_STARTS)
  const of = await ground.aCase({
    ...(isOut ? { releaseDate: '2026-03-26', releasedAt: new Date('2026-03-26T08:30:00Z') } : {}),
    items: [
      { area: 'omt', code: 'dose-tomorrow' },
      { area: 'housing', code: 'bed-tonight' },
    ],
  })
  count(tally, 'sequences')
  return { model: { rows: [], now: STORY_STARTS }, real: { ground, of, tally, last: null } }
}

/** What a sequence left waiting is none of the next one's: no list shows it and no clock runs on. */
async function end({ ground, of }: Real): Promise<void> {
  await ground.owner.query('update handoff set clock_stage = 4 where episode_id = $1', [of.episodeId])
  await ground.owner.query(`update case_part set until = '2000-01-01' where episode_id = $1`, [of.episodeId])
}
