import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import type { StoryCase } from '../../testing/story.ts'
import { newId } from '../uuid.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** The rows as they are kept, and as the tables that they are copied from say them; each once. */
const BOTH = `
  with kept as (
    select o.handoff_id, o.episode_id, o.receiving_service_id, o.sending_service_id, o.area, o.kind, o.status, o.worker_id, o.sent_at,
      o.due_at, o.accept_due_at, o.out_since, o.release_date, o.until from open_handoff o
  ), said as (
    select h.id, h.episode_id, h.receiving_service_id, h.sending_service_id, h.area, h.kind, h.status, h.worker_id, h.sent_at, h.due_at,
      h.accept_due_at, coalesce(e.released_at, (select min(u.at) from outcome u where u.episode_id = e.id and u.kind = 'arrived'
        and u.id not in (select w.withdraws_outcome_id from custody_event_answer w where w.withdraws_outcome_id is not null))), e.release_date, p.until
    from handoff h join custody_episode e on e.id = h.episode_id
      left join case_part p on p.episode_id = e.id and p.service_id = h.receiving_service_id
    where h.status in ('sent', 'acknowledged', 'accepted', 'in-progress')
      and not exists (select 1 from custody_event v where v.episode_id = e.id and v.kind in ('died', 'deported')
        and not exists (select 1 from custody_event_answer w where w.event_id = v.id and w.answer = 'taken-back'))
  )
  select 'kept' as only, k.* from (select * from kept except select * from said) k
  union all select 'said', s.* from (select * from said except select * from kept) s`

/** A number from 0 up to `below`, the same in every run. */
function diceFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

it('what the inbox lists is what the handoffs and their cases say, whatever happens to them and in whatever order', async () => {
  const { owner, people, services } = scene
  const dice = diceFrom(7)
  const cases: StoryCase[] = []
  while (cases.length < 4) cases.push(await scene.aCase({ releaseDate: '2026-03-27' }))
  const areas = ['omt', 'naloxone', 'health', 'support'] as const
  const pick = <T>(of: readonly T[]): T => of[dice(of.length)] as T
  const worker = people.harbourWorker.accountId
  const steps: Record<string, (episode: StoryCase) => Promise<unknown>> = {
    send: (one) => scene.aHandoff(one, { area: pick(areas), to: pick(['harbour', 'riverside'] as const) }),
    acknowledge: ({ episodeId }) =>
      owner.query(
        `update handoff set status = 'acknowledged', accountable_service_id = receiving_service_id, acknowledged_at = app.now(),
           acknowledged_by = $2, accept_due_at = app.now() where episode_id = $1 and status = 'sent'`,
        [episodeId, worker],
      ),
    accept: ({ episodeId }) =>
      owner.query(
        `update handoff set status = 'accepted', accepted_at = app.now(), worker_id = $2 where episode_id = $1 and status = 'acknowledged'`,
        [episodeId, worker],
      ),
    finish: ({ episodeId }) =>
      owner.query(
        `update handoff set status = 'done', outcome = 'taken-on' where episode_id = $1 and status = 'accepted'`,
        [episodeId],
      ),
    revoke: ({ episodeId }) =>
      owner.query(`update handoff set status = 'revoked' where episode_id = $1 and status = 'sent' and area = $2`, [
        episodeId,
        pick(areas),
      ]),
    endPart: ({ episodeId }) =>
      owner.query(`update case_part set until = app.now() where episode_id = $1 and relation = 'offered'`, [episodeId]),
    moveDate: ({ episodeId }) =>
      owner.query(`update custody_episode set release_date = date '2026-03-20' + $2::int where id = $1`, [
        episodeId,
        dice(30),
      ]),
    release: ({ episodeId }) =>
      owner.query(
        `update custody_episode set released_at = app.now(), learned_at = app.now(), release_recorded_at = app.now(),
           release_kind = 'planned', ended_on = app.now()::date, ended_because = 'released' where id = $1`,
        [episodeId],
      ),
    undoRelease: ({ episodeId }) =>
      owner.query(
        `update custody_episode set released_at = null, learned_at = null, release_recorded_at = null, release_kind = null,
           ended_on = null, ended_because = null where id = $1`,
        [episodeId],
      ),
    arrive: ({ episodeId }) =>
      owner.query(
        `insert into outcome (id, episode_id, category, kind, at, service_id, recorded_at, recorded_by)
         values ($1, $2, 'release', 'arrived', app.now() - make_interval(hours => $5), $3, app.now(), $4)`,
        [newId(), episodeId, services.harbour, worker, dice(48)],
      ),
    die: ({ episodeId }) =>
      owner.query(
        `with said as (insert into outcome (id, episode_id, category, kind, at, service_id, recorded_at, recorded_by)
           values ($1, $2, 'release', 'arrived', app.now() - interval '9 days', $3, app.now(), $4) returning id)
         insert into custody_event (id, episode_id, kind, at, ended_episode, outcome_id, recorded_at, service_id, recorded_by)
         select $5, $2, 'died', app.now(), false, said.id, app.now(), $3, $4 from said`,
        [newId(), episodeId, services.harbour, worker, newId()],
      ),
    takeBack: ({ episodeId }) =>
      owner.query(
        `insert into custody_event_answer (id, event_id, episode_id, answer, reason, withdraws_outcome_id, at, service_id, answered_by)
         select gen_random_uuid(), v.id, v.episode_id, 'taken-back', 'not-so', v.outcome_id, app.now(), $2, $3 from custody_event v
         where v.episode_id = $1 and not exists (select 1 from custody_event_answer w where w.event_id = v.id)`,
        [episodeId, services.harbour, worker],
      ),
  }
  const names = Object.keys(steps)
  const most = new Set<string>()
  for (let step = 0; step < 240; step += 1) {
    const name = step < 12 ? 'send' : pick(names)
    try {
      await steps[name]?.(pick(cases))
      most.add(name)
    } catch (error) {
      // What the tables refuse, such as a second live handoff of an area, has changed nothing.
      if (!['23505', '23514'].includes(String((error as { code?: string }).code))) throw error
    }
    const { rows } = await owner.query(BOTH)
    expect(rows, `after ${name}, step ${step}`).toEqual([])
  }
  expect([...most].toSorted()).toEqual(names.toSorted())
  const { rows } = await owner.query('select count(*)::int as listed from open_handoff')
  expect(rows[0].listed).toBeGreaterThan(0)
})

it('a handoff that is sent while a release is being recorded has its hour', async () => {
  const { owner } = scene
  const one = await scene.aCase({ releaseDate: '2026-03-27' })
  const { host, user, password, database } = owner
  const other = new pg.Client({ host, user, password, database })
  await other.connect()
  try {
    await other.query('begin')
    await other.query(
      `update custody_episode set released_at = app.now(), learned_at = app.now(), release_recorded_at = app.now(),
         release_kind = 'planned', ended_on = app.now()::date, ended_because = 'released' where id = $1`,
      [one.episodeId],
    )
    const sending = scene.aHandoff(one)
    const waits = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
    let waiting = 0
    while (waiting === 0) waiting = (await other.query(waits)).rows.length
    await other.query('commit')
    await sending
    const { rows } = await owner.query(BOTH)
    expect(rows).toEqual([])
  } finally {
    await other.end()
  }
})
