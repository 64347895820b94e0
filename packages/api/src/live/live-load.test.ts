import type { Actor } from '@throughcare/db/actor'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { measureLive } from '../../testing/live-load.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { closeLive, followLive } from './follow-live.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => {
  await closeLive()
  await scene.close()
})

/** The small size of bench/proofs/live.ts, which opens 2,000 streams over HTTP. */
it('100 streams over 20 services hear of 20 changes a second: each of the two ends, nobody else, within a second', async () => {
  const size = { streams: 100, services: 20, eventsPerSecond: 20, seconds: 3 }
  const found = await measureLive(scene.owner, size, async (follower, hear) => {
    const actor = { ...scene.people.harbourWorker, ...follower, serviceKind: follower.kind } as Actor
    const events = followLive(actor, { lastEventId: null }, undefined)
    const first = events.next()
    void (async () => {
      for (let next = await first; !next.done; next = await events.next())
        if (next.value.handoffId) hear(next.value.handoffId)
    })()
  })
  expect(found).toMatchObject({ streams: 100, events: 60, deliveries: 600, missing: 0, strange: 0 })
  expect(found.p95).toBeLessThan(1_000)
})
