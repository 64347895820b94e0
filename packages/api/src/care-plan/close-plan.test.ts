import { asActor } from '@throughcare/db/as-actor'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { makePlan } from './make-plan.ts'
import { readyOfView } from './ready-of-view.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

async function releasedCase(): Promise<StoryCase> {
  const one = await scene.aCase({ releasedAt: new Date('2026-03-25T09:00:00Z') })
  await scene.owner.query('delete from care_plan where id = $1', [one.planId])
  await asActor(scene.people.northgateNurse, (deed) => makePlan(deed, one.episodeId))
  return one
}

const first = () => scene.as(scene.people.northgateNurse).carePlan
const second = () => scene.as(scene.people.northgateSecondNurse).carePlan
const press = async (of: StoryCase, reason: string | null = null) => ({
  episodeId: of.episodeId,
  requestId: newId(),
  seenVersion: (await first().byEpisode({ episodeId: of.episodeId })).plan?.version as number,
  reason,
})

describe('F11: closing a plan with a critical item open', () => {
  it('needs a reason, and a second person', async () => {
    const one = await releasedCase()
    expect((await first().byEpisode({ episodeId: one.episodeId })).may.close).toBe('ask')
    await expect(first().close(await press(one))).rejects.toMatchObject({
      cause: { details: { refusal: 'care-plan.reason-missing' } },
    })

    const asked = await first().close(await press(one, 'Moved to another country, taken over there'))
    expect(asked.isClosed).toBe(false)
    expect(asked.criticalOpen).toBeGreaterThan(0)
    await expect(first().close(await press(one))).rejects.toMatchObject({
      cause: { details: { refusal: 'care-plan.second-person' } },
    })

    expect((await second().byEpisode({ episodeId: one.episodeId })).may.close).toBe('second')
    const closing = await press(one)
    const closed = await second().close(closing)
    expect(closed).toEqual({ isClosed: true, criticalOpen: asked.criticalOpen })
    expect(await second().close(closing)).toEqual(closed)

    const after = await first().byEpisode({ episodeId: one.episodeId })
    expect(after.plan?.closedAt).not.toBeNull()
    expect(after.closing).toMatchObject({
      reason: 'Moved to another country, taken over there',
      criticalOpen: asked.criticalOpen,
    })
    expect(after.items.length).toBeGreaterThan(0)
    expect(after.items.every((item) => item.maySet.length === 0)).toBe(true)
    expect(after.may.close).toBeNull()
    expect(readyOfView(after, null)).toBeNull()
  })

  it('is not made anew by the worker, and the database itself asks for two', async () => {
    const one = await releasedCase()
    await first().close(await press(one, 'Moved'))
    await second().close(await press(one))
    expect(await asActor(scene.people.northgateNurse, (deed) => makePlan(deed, one.episodeId))).toBe(false)

    const { rows } = await scene.owner.query('select * from care_plan_closing where episode_id = $1', [one.episodeId])
    expect(rows[0].closed_by).not.toBe(rows[0].asked_by)
    await expect(
      scene.owner.query(
        `insert into care_plan_closing (wish_id, care_plan_id, episode_id, critical_open, asked_by, closed_at, closed_by)
          select wish_id, care_plan_id, episode_id, critical_open, asked_by, closed_at, asked_by from care_plan_closing where episode_id = $1`,
        [one.episodeId],
      ),
    ).rejects.toThrow('care_plan_closing_second_person')
  })

  it('closes at once when nothing critical is open, and never while the person is inside', async () => {
    const one = await releasedCase()
    await scene.owner.query(
      `update checklist_item set status = 'declined', reason = 'said so' where episode_id = $1 and critical`,
      [one.episodeId],
    )
    expect(await first().close(await press(one))).toEqual({ isClosed: true, criticalOpen: 0 })

    const inside = await scene.aCase()
    await expect(first().close(await press(inside))).rejects.toMatchObject({
      cause: { details: { refusal: 'care-plan.still-inside' } },
    })
    await expect(
      scene.as(scene.people.eastfieldNurse).carePlan.close({ ...(await press(inside)), requestId: newId() }),
    ).rejects.toMatchObject({ message: 'not-found' })
  })

  it('is open again when the release is taken back: the person is inside with everything still to do', async () => {
    const one = await scene.aCase()
    await scene.owner.query('delete from care_plan where id = $1', [one.planId])
    await asActor(scene.people.northgateNurse, (deed) => makePlan(deed, one.episodeId))
    const release = scene.as(scene.people.northgateNurse).release
    const about = { episodeId: one.episodeId, requestId: newId() }
    const { episode } = await first().byEpisode({ episodeId: one.episodeId })
    await release.record({
      ...about,
      seenVersion: episode.version,
      releasedAt: new Date('2026-03-26T08:30:00Z'),
      learnedAt: new Date('2026-03-26T08:30:00Z'),
      kind: 'planned',
    })
    await first().close(await press(one, 'Moved'))
    await second().close(await press(one))
    const closed = await first().byEpisode({ episodeId: one.episodeId })
    expect(closed.plan?.closedAt).not.toBeNull()

    await release.undo({
      ...about,
      requestId: newId(),
      seenVersion: closed.episode.version,
      reason: 'wrong-person',
      words: null,
    })
    const open = await first().byEpisode({ episodeId: one.episodeId })
    expect(open.plan).toMatchObject({ id: closed.plan?.id, closedAt: null })
    expect(open.closing).toBeNull()
    expect(open.items.some((item) => item.maySet.length > 0)).toBe(true)
  })
})
