import { runModel } from '../../packages/api/testing/handoff-model/run-model.ts'
import { makeStory } from '../../packages/db/testing/story.ts'
import { withFreshScene } from '../fresh-scene.ts'

export const name = 'model'

const SEQUENCES = 10_000

/**
 * Ten thousand random sequences of moves by many people, with a clock that goes on and a worker that follows it, through the use
 * cases onto PostgreSQL: after each step the invariants I-1, I-2 and I-6 hold and the database holds what the model holds (case
 * F14). The mix is told, and fails where a move was too rare to have been tried. `MODEL_SEED` repeats a run,
 * with `MODEL_PATH` one sequence of it.
 */
export function run(sequences: number = SEQUENCES): Promise<{ ok: boolean; figures: Record<string, unknown> }> {
  return withFreshScene(async (cast) => {
    const { owner, services, people } = cast
    const seed = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31)
    const began = performance.now()
    const setClock = async (at: Date): Promise<void> => {
      await owner.query(
        `insert into clock_offset (one_row, by) values (true, $1::timestamptz - now())
         on conflict (one_row) do update set by = excluded.by`,
        [at],
      )
      await owner.query(
        `update session set last_seen_at = app.now(), expires_at = app.now() + interval '12 hours' where ended_at is null`,
      )
    }
    const { aCase } = makeStory(owner, services, (who) => people[who].accountId)
    const ground = { owner, services, people, setClock, aCase }
    const { mix, tooRare, withoutAudit, ...ran } = await runModel(ground, { sequences, longest: 12, seed })
    return {
      ok: ran.sequences === sequences && tooRare.length === 0 && withoutAudit === 0,
      figures: {
        seed,
        ...ran,
        mix: Object.entries(mix)
          .map(([what, times]) => `${what} ${times}`)
          .join(', '),
        tooRare,
        movesWithoutAudit: withoutAudit,
        seconds: Math.round((performance.now() - began) / 1000),
      },
    }
  })
}
