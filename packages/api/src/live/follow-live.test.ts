import type { Actor } from '@throughcare/db/actor'
import { database } from '@throughcare/db/database'
import { newId } from '@throughcare/db/uuid'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { handoffInStatus } from '../../testing/handoff-in-status.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { closeLive, followLive } from './follow-live.ts'
import type { HeardEvent } from './live-stream.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => {
  await closeLive()
  await scene.close()
})

const open: AbortController[] = []
afterEach(() => {
  for (const each of open.splice(0)) each.abort()
})

/** Somebody's stream. It has joined once it was told of something that happened for it; before, its own past may come. */
function follow(actor: Actor, lastEventId?: number) {
  const control = new AbortController()
  open.push(control)
  const events = followLive(
    actor,
    { lastEventId: lastEventId === undefined ? null : String(lastEventId) },
    control.signal,
  )
  return {
    next: async () => (await events.next()).value as HeardEvent | undefined,
    /** The next event that is about this, passing over what came before. */
    about: async (id: string) => {
      for (;;) {
        const { value, done } = await events.next()
        if (done) return undefined
        if (value.handoffId === id || value.episodeId === id) return value
      }
    },
  }
}

const lastId = async () => {
  const { rows } = await scene.owner.query<{ last: string }>('select coalesce(max(id), 0) as last from live_event')
  return Number(rows[0]?.last)
}
const touch = (handoffId: string) =>
  scene.owner.query('update handoff set version = version + 1 where id = $1', [handoffId])
const cutTheListener = async () => {
  const { rowCount } = await database().reads.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'throughcare live' and datname = current_database()`,
  )
  expect(rowCount).toBe(1)
}

describe('both ends of a handoff hear that it moved', () => {
  it('and carry nothing of it but ids', async () => {
    const { handoffId, episodeId, version } = await handoffInStatus(scene, 'sent')
    const { harbourWorker, northgateNurse } = scene.people
    const [prison, service] = [follow(northgateNurse), follow(harbourWorker)]
    await Promise.all([prison.about(handoffId), service.about(handoffId)])
    const before = await lastId()
    await scene.as(harbourWorker).handoff.acknowledge({ handoffId, seenVersion: version, requestId: newId() })
    const heard = await Promise.all([prison.about(handoffId), service.about(handoffId)])
    for (const event of heard) {
      expect(event).toEqual({ id: event?.id, topic: 'handoff', episodeId, handoffId })
      expect(event?.id).toBeGreaterThan(before)
    }
  })

  it('tells of one transaction once, however many rows it wrote', async () => {
    const { handoffId } = await handoffInStatus(scene, 'sent')
    const before = await lastId()
    await scene.owner.query(`begin; update handoff set version = version + 1 where id = '${handoffId}';
      update handoff set version = version + 1 where id = '${handoffId}'; commit`)
    expect(await lastId()).toBe(before + 1)
  })
})

it('a list of hundreds is told of once, to whoever brings it in, and no case of it is named after the first', async () => {
  const { northgate } = scene.services
  const before = await lastId()
  await scene.owner.query('begin')
  await scene.owner.query(`select set_config('app.service_id', $1, true)`, [northgate])
  await scene.owner.query(
    `with many as (insert into person (id, family_name, given_names, name_key, sex, created_by_service_id, created_at)
       select gen_random_uuid(), 'Listed', 'One', 'listed one', 'unknown', $1::uuid, app.now() from generate_series(1, 400) returning id),
     opened as (insert into custody_episode (id, person_id, legal_status, admitted_on, release_date, release_certainty,
       created_by_service_id, created_at)
       select gen_random_uuid(), id, 'sentenced', '2026-01-01', '2026-06-01', 'confirmed', $1, app.now() from many returning id)
     insert into custody_stay (id, episode_id, prison_service_id, from_at) select gen_random_uuid(), id, $1, app.now() from opened`,
    [northgate],
  )
  await scene.owner.query('commit')
  const { rows } = await scene.owner.query<{ episode_id: string | null; service_ids: string[] }>(
    'select episode_id, service_ids from live_event where id > $1 order by id',
    [before],
  )
  expect(rows.length).toBeLessThan(150)
  expect(rows.filter(({ episode_id }) => episode_id === null)).toEqual([{ episode_id: null, service_ids: [northgate] }])
})

describe('A09: an event is heard only by who may read what it is about', () => {
  it('not by a service that is no end of the handoff, and not of a draft', async () => {
    const { handoffId } = await handoffInStatus(scene, 'sent')
    const theirs = await handoffInStatus(scene, 'draft')
    const outsider = follow(scene.people.riversideWorker, await lastId())
    const receiver = follow(scene.people.harbourWorker, await lastId())
    await touch(theirs.handoffId)
    await touch(handoffId)
    expect(await receiver.next()).toMatchObject({ handoffId })
    // The outsider hears first what is theirs.
    await scene.owner.query(`insert into live_event (topic, service_ids) values ('notice', array[$1::uuid])`, [
      scene.services.riverside,
    ])
    await touch(handoffId)
    expect(await outsider.next()).toMatchObject({ topic: 'notice', episodeId: null, handoffId: null })
  })

  it('not of a category that the part does not open: housing hears nothing of a dose', async () => {
    const one = await scene.aCase({ items: [{ area: 'housing', code: 'bed' }] })
    await scene.aHandoff(one, { area: 'housing', to: 'haven' })
    const haven = follow(scene.people.havenWorker, await lastId())
    await scene.aTreatment(one)
    await scene.owner.query('update checklist_item set version = version + 1 where episode_id = $1', [one.episodeId])
    expect(await haven.next()).toMatchObject({ topic: 'item', episodeId: one.episodeId })
  })

  it('not after the part has ended', async () => {
    const one = await scene.aCase({ items: [{ area: 'housing', code: 'bed' }] })
    await scene.aHandoff(one, { area: 'housing', to: 'haven' })
    const before = await lastId()
    await scene.owner.query('update checklist_item set version = version + 1 where episode_id = $1', [one.episodeId])
    await scene.owner.query('delete from case_part where episode_id = $1 and service_id = $2', [
      one.episodeId,
      scene.services.haven,
    ])
    const haven = follow(scene.people.havenWorker, before)
    await scene.owner.query(`insert into live_event (topic, service_ids) values ('notice', array[$1::uuid])`, [
      scene.services.haven,
    ])
    expect(await haven.next()).toMatchObject({ topic: 'notice' })
  })

  it('by no role that has no page of it: an administrator hears of no handoff', async () => {
    const { handoffId } = await handoffInStatus(scene, 'sent')
    const administrator = follow(scene.people.administrator, await lastId())
    await touch(handoffId)
    await scene.owner.query(`insert into live_event (topic, service_ids) values ('notice', array[$1::uuid])`, [
      scene.services.administration,
    ])
    await touch(handoffId)
    expect(await administrator.next()).toMatchObject({ topic: 'notice' })
  })
})

describe('G07: nothing is lost', () => {
  it('when the listening connection is cut: what happened meanwhile is read afterwards', async () => {
    const { handoffId } = await handoffInStatus(scene, 'sent')
    const stream = follow(scene.people.harbourWorker)
    await stream.about(handoffId)
    for (let round = 0; round < 3; round += 1) {
      await cutTheListener()
      await touch(handoffId)
      const id = await lastId()
      expect(await stream.about(handoffId)).toMatchObject({ id })
    }
  })

  it('when a browser was away: it goes on after the last event that it heard, each once, in order', async () => {
    const { handoffId } = await handoffInStatus(scene, 'sent')
    const before = await lastId()
    for (let turn = 0; turn < 5; turn += 1) await touch(handoffId)
    const stream = follow(scene.people.harbourWorker, before + 2)
    const heard = [await stream.next(), await stream.next(), await stream.next()]
    expect(heard.map((event) => event?.id)).toEqual([before + 3, before + 4, before + 5])
  })

  it('when transactions end in another order than they began: numbers rise as they end', async () => {
    const [early, late] = [await handoffInStatus(scene, 'sent'), await handoffInStatus(scene, 'sent')]
    const stream = follow(scene.people.harbourWorker, await lastId())
    await scene.owner.query('begin')
    await touch(early.handoffId)
    const { harbourWorker } = scene.people
    await scene
      .as(harbourWorker)
      .handoff.acknowledge({ handoffId: late.handoffId, seenVersion: late.version, requestId: newId() })
    await scene.owner.query('commit')
    const [first, second] = [await stream.about(late.handoffId), await stream.about(early.handoffId)]
    expect(second?.id).toBeGreaterThan(first?.id ?? Number.POSITIVE_INFINITY)
  })

  it.each([
    ['longer than events are kept', () => scene.owner.query('delete from live_event'), 1],
    ['and comes back with a number that there is not', async () => undefined, 999_999],
  ])('when a browser was away %s: it is told to look at everything', async (_why, before, lastEventId) => {
    await before()
    const { handoffId } = await handoffInStatus(scene, 'sent')
    await touch(handoffId)
    expect(await follow(scene.people.harbourWorker, lastEventId).next()).toMatchObject({
      topic: 'everything',
      episodeId: null,
      handoffId: null,
    })
  })

  it('when a page was being opened: what happened in the half minute before is told', async () => {
    const { handoffId } = await handoffInStatus(scene, 'sent')
    expect(await follow(scene.people.harbourWorker).about(handoffId)).toMatchObject({ topic: 'handoff' })
  })
})

describe('A14: whoever is let in otherwise than before hears no event more', () => {
  const session = (actor: Actor) => Buffer.from(actor.sidHash)
  it.each<[string, keyof Scene['people'], (actor: Actor) => Promise<unknown>]>([
    ['signed out', 'harbourWorker', (actor) => scene.owner.query('select app.end_session($1)', [session(actor)])],
    [
      'hat taken away',
      'harbourManager',
      (actor) => scene.owner.query('update membership set until = app.now() where id = $1', [actor.membershipId]),
    ],
    [
      'role changed',
      'havenWorker',
      (actor) => scene.owner.query(`update membership set role = 'manager' where id = $1`, [actor.membershipId]),
    ],
    [
      'account closed',
      'northgateManager',
      (actor) => scene.owner.query('update account set disabled_at = now() where id = $1', [actor.accountId]),
    ],
    [
      'another hat put on',
      'northgateSecondNurse',
      (actor) => scene.owner.query('update session set membership_id = null where sid_hash = $1', [session(actor)]),
    ],
  ])('%s: the stream ends within a second, before the next event', async (_what, who, shutOut) => {
    const actor = scene.people[who]
    const one = await scene.aCase({ items: [{ area: 'housing', code: 'bed' }] })
    await scene.aHandoff(one, { area: 'housing', to: 'haven' })
    await scene.aHandoff(one, { area: 'omt', to: 'harbour' })
    const stream = follow(actor)
    expect(await stream.about(one.episodeId)).toBeDefined()
    const told = (async () => {
      for (;;) if (!(await stream.next())) return performance.now()
    })()
    await shutOut(actor)
    const at = performance.now()
    await scene.owner.query(`update handoff set version = version + 1 where episode_id = $1`, [one.episodeId])
    expect((await told) - at).toBeLessThan(1_000)
  })

  it('and a stream keeps nobody signed in: it ends with the session', async () => {
    const actor = scene.people.northgateNurse
    const one = await scene.aCase()
    const stream = follow(actor)
    await stream.about(one.episodeId)
    await scene.owner.query(`update session set last_seen_at = app.now() - interval '14 minutes' where sid_hash = $1`, [
      session(actor),
    ])
    const again = follow(actor)
    await again.about(one.episodeId)
    const { rows } = await scene.owner.query<{ idle: number }>(
      'select extract(epoch from app.now() - last_seen_at)::int as idle from session where sid_hash = $1',
      [session(actor)],
    )
    expect(rows[0]?.idle).toBeGreaterThanOrEqual(14 * 60)
    await scene.owner.query(
      `update session set last_seen_at = app.now() - interval '16 minutes', expires_at = expires_at - interval '1 second' where sid_hash = $1`,
      [session(actor)],
    )
    expect(await again.next()).toBeUndefined()
  })
})

it('ends the oldest stream of a browser that opens more than it needs', async () => {
  const actor = scene.people.millLaneWorker
  const streams = Array.from({ length: 9 }, () => follow(actor))
  const first = streams[0]?.next()
  for (const stream of streams.slice(1)) void stream.next()
  expect(await first).toBeUndefined()
})
