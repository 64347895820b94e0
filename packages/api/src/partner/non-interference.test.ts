import { afterEach, describe, expect, it } from 'vitest'
import { setStage } from '../../matrix/stage.ts'
import { tellHistories } from '../../testing/partner-model/history.ts'
import { laySideBySide } from '../../testing/partner-model/lay-side-by-side.ts'
import { liveWorld, type WorldRan } from '../../testing/partner-model/run-couples.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

/** `npm run proof partners` lives more of them, longer, with more who look. PARTNER_SEED repeats a run. */
const HISTORIES = 2
const LONGEST = 1

let scene: Scene | null = null
afterEach(async () => {
  await scene?.close()
  scene = null
})

async function live(
  world: 'x' | 'y',
  told: Parameters<typeof liveWorld>[1],
  reads: (path: string) => boolean = () => true,
  before?: (opened: Scene) => Promise<unknown>,
) {
  scene = await openScene()
  await before?.(scene)
  const ran: WorldRan = await liveWorld(await setStage(scene, []), told, world, { deep: false, reads })
  await scene.close()
  scene = null
  return ran
}

describe('A16: nothing about one is readable through the other', () => {
  it('whatever B said, A’s viewers fetch the same from every procedure, but for what a run left', async () => {
    const seed = Number(process.env.PARTNER_SEED ?? Date.now() % 2 ** 31)
    // One couple of two prisons and services, and one at one service with one worker, both linked before it begins.
    const told = tellHistories(HISTORIES, LONGEST, seed).map((history, index) => ({
      ...history,
      isLinked: true,
      atOneService: index % 2 === 1,
    }))
    const x = await live('x', told)
    const y = await live('y', told)
    const { seen, same, other } = laySideBySide(x, y)
    expect({ seed, seen: [...x.seen, ...y.seen, ...seen] }).toEqual({ seed, seen: [] })
    expect(same + other).toBeGreaterThanOrEqual(HISTORIES)
  }, 120_000)

  it('and a world in which one press reaches over is told from the other', async () => {
    const yes = { do: 'answer', answer: 'yes', isBlocked: false, leaving: null, wantsCode: false } as const
    const block = { ...yes, isBlocked: true, leaving: 'keep-appearances' } as const
    const told = [{ atOneService: false, isLinked: true, mornings: [{ a: [], b: { x: [block], y: [yes] } }] }]
    const leaking = await live(
      'x',
      told,
      (path) => path.startsWith('partner.'),
      ({ owner }) =>
        owner.query(`
        create function app.leak() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
        begin
          if new.is_blocked then delete from partner_shown where episode_id <> new.episode_id; end if;
          return null;
        end $$;
        create trigger leak after insert on partner_side for each row execute function app.leak()`),
    )
    expect(leaking.seen.map((one) => one.split(':')[1]?.trim())).toContain('partner.byEpisode with A')
  }, 60_000)
})
