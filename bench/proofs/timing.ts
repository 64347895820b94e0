import { ask, said } from '../../packages/api/matrix/ask.ts'
import { FIXTURES } from '../../packages/api/matrix/fixtures/all.ts'
import { type Stage, setStage } from '../../packages/api/matrix/stage.ts'
import { ghostCase } from '../../packages/api/matrix/stored-case.ts'
import { STORY_STARTS } from '../../packages/db/testing/cast.ts'
import { withFreshScene } from '../fresh-scene.ts'

export const name = 'timing'

const LOOK_UPS = 2_000
const CASES_OF_OTHERS = 100
const WARM_UP = 200
const PATHS = ['carePlan.byEpisode', 'handoff.byId'] as const
/** How often one kind may be slower than the other, around a half: 0.5 ± 0.03 is 3.3 standard errors of 2,000 against 2,000. */
const MOST_APART = 0.03

type Compared = {
  theirsMedianMs: number
  nobodysMedianMs: number
  theirsSlower: number
  p: number
  sayTheSame: boolean
}

/**
 * A10: two thousand look-ups of other people's ids and two thousand of ids that never were, in random order, by somebody who has no part
 * in any of the cases. Compared by the Mann-Whitney U test: `theirsSlower` is the share of pairs in which the one that exists took
 * longer, `p` the two-sided probability of a share so far from a half if time told nothing.
 */
export function run(lookUps: number = LOOK_UPS): Promise<{ ok: boolean; figures: Record<string, Compared | number> }> {
  return withFreshScene(async (cast) => {
    await cast.owner.query(
      `insert into clock_offset (one_row, by) values (true, $1::timestamptz - now())
       on conflict (one_row) do update set by = excluded.by`,
      [STORY_STARTS],
    )
    const stage = await setStage(cast, [])
    const figures: Record<string, Compared | number> = { lookUpsOfEach: lookUps }
    let ok = true
    for (const path of PATHS) {
      const compared = await compare(stage, path, lookUps)
      figures[path] = compared
      ok &&= compared.sayTheSame && Math.abs(compared.theirsSlower - 0.5) < MOST_APART
    }
    return { ok, figures }
  })
}

async function compare(stage: Stage, path: (typeof PATHS)[number], lookUps: number): Promise<Compared> {
  const hat = stage.hats.find(({ kind, role }) => kind === 'drug-service' && role === 'caseworker')
  const fixture = FIXTURES[path]
  if (!hat || !fixture) throw new Error(`nobody looks up ${path}`)
  const others = []
  for (let at = 0; at < CASES_OF_OTHERS; at += 1) others.push(await stage.fresh(hat, 'stranger'))
  // As many ids that never were, each asked as often: one asked for the first time finds colder memory.
  const ghosts = others.map(() => ghostCase(true))
  await stage.owner.query('analyze')
  const answers = new Set<string>()
  const took = { theirs: [] as number[], nobodys: [] as number[] }
  const look = async (whose: keyof typeof took, isKept: boolean) => {
    const ids = whose === 'theirs' ? others : ghosts
    const of = ids[Math.floor(Math.random() * ids.length)] ?? ghostCase(true)
    const input = fixture.input({ stage, hat, situation: 'stranger', of, requestId: of.listId })
    const from = performance.now()
    const answer = await ask(stage, { kind: 'hat', hat }, path, input)
    if (isKept) took[whose].push(performance.now() - from)
    answers.add(said(answer))
  }
  for (let at = 0; at < WARM_UP; at += 1) await look(at % 2 === 0 ? 'theirs' : 'nobodys', false)
  for (let at = 0; at < lookUps; at += 1) {
    const first = Math.random() < 0.5 ? 'theirs' : 'nobodys'
    await look(first, true)
    await look(first === 'theirs' ? 'nobodys' : 'theirs', true)
  }
  return {
    theirsMedianMs: round(median(took.theirs)),
    nobodysMedianMs: round(median(took.nobodys)),
    ...mannWhitney(took.theirs, took.nobodys),
    sayTheSame: answers.size === 1,
  }
}

/** The share of pairs in which the left one is larger, and the two-sided p of the normal approximation. */
function mannWhitney(left: readonly number[], right: readonly number[]): { theirsSlower: number; p: number } {
  const ranked = [
    ...left.map((value) => ({ value, isLeft: true })),
    ...right.map((value) => ({ value, isLeft: false })),
  ].toSorted((one, other) => one.value - other.value)
  const ranks = ranked.reduce((sum, { isLeft }, place) => sum + (isLeft ? place + 1 : 0), 0)
  const u = ranks - (left.length * (left.length + 1)) / 2
  const pairs = left.length * right.length
  const z = (u - pairs / 2) / Math.sqrt((pairs * (left.length + right.length + 1)) / 12)
  return { theirsSlower: round(u / pairs), p: round(2 * (1 - normal(Math.abs(z)))) }
}

/** The standard normal distribution (Abramowitz and Stegun 7.1.26, to 1.5e-7). */
function normal(z: number): number {
  const x = z / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
  return 1 - (tail * Math.exp(-x * x)) / 2
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

const round = (value: number) => Number(value.toFixed(4))
