import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import type { RecordReleaseInput } from '@throughcare/domain/release/record-release-input'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase

beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  one = await scene.aCase({ releaseDate: '2026-03-26' })
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)

function out(at = '2026-03-26T08:15:00Z', more: Partial<RecordReleaseInput> = {}): RecordReleaseInput {
  const releasedAt = new Date(at)
  return {
    episodeId: one.episodeId,
    requestId: randomUUID(),
    seenVersion: 0,
    releasedAt,
    learnedAt: releasedAt,
    kind: 'planned',
    ...more,
  }
}

describe('recording a release', () => {
  it('keeps the three instants, ends the episode and starts the 48 hours', async () => {
    const learnedAt = new Date('2026-03-26T08:50:00Z')
    const recorded = await nurse().release.record(out('2026-03-26T08:15:00Z', { learnedAt, kind: 'unplanned' }))
    expect(recorded).toEqual({ version: 1, firstHoursEndAt: '2026-03-28T08:15:00.000Z', sent: 0, nobody: [] })
    const { rows } = await scene.owner.query(
      `select e.released_at, e.learned_at, e.release_recorded_at, e.release_kind, e.ended_on::text, e.ended_because, p.relation,
         p.until from custody_episode e join case_part p on p.episode_id = e.id where e.id = $1`,
      [one.episodeId],
    )
    expect(rows).toEqual([
      {
        released_at: new Date('2026-03-26T08:15:00Z'),
        learned_at: learnedAt,
        release_recorded_at: expect.any(Date),
        release_kind: 'unplanned',
        ended_on: '2026-03-26',
        ended_because: 'released',
        relation: 'closing',
        until: new Date('2026-04-25T08:15:00Z'),
      },
    ])
  })

  it('gives a handoff that nobody acknowledged four hours at most', async () => {
    const id = await scene.aHandoff(one, { dueAt: new Date('2026-03-28T09:00:00Z') })
    await nurse().release.record(out())
    const { rows } = await scene.owner.query<{ due_at: Date }>('select due_at from handoff where id = $1', [id])
    expect(rows[0]?.due_at.getTime()).toBeLessThanOrEqual(Date.parse('2026-03-26T13:01:00Z'))
  })

  it('counts 48 elapsed hours over the night the clocks go forward', async () => {
    await scene.setClock(new Date('2026-03-28T12:00:00Z'))
    const { firstHoursEndAt } = await nurse().release.record(out('2026-03-28T12:00:00Z'))
    // Noon on Saturday in London is one o'clock by the wall on Monday.
    expect(firstHoursEndAt).toBe('2026-03-30T12:00:00.000Z')
    await scene.setClock(new Date('2026-03-26T09:00:00Z'))
  })

  it('the same press again is one release; another press on the same page is a refusal', async () => {
    const press = out()
    const [first, second] = await Promise.all([nurse().release.record(press), nurse().release.record(press)])
    expect(first).toEqual(second)
    await expect(
      scene.as(scene.people.northgateSecondNurse).release.record(out('2026-03-26T07:00:00Z')),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      cause: { code: 'changed-meanwhile', details: { current: { releasedAt: '2026-03-26T08:15:00.000Z' } } },
    })
    await expect(nurse().release.record(out(undefined, { seenVersion: 1 }))).rejects.toMatchObject({
      cause: { details: { refusal: 'release.already-recorded' } },
    })
  })

  it.each([
    ['in the future', '2026-03-26T10:00:00Z', 'release.in-the-future'],
    ['before admission', '2025-11-02T23:59:00Z', 'release.before-admission'],
  ])('%s is refused', async (_, at, refusal) => {
    await expect(nurse().release.record(out(at))).rejects.toMatchObject({ cause: { details: { refusal } } })
  })

  it.each(['eastfieldNurse'] as const)('for %s the case is not there, like a case that never was', async (who) => {
    for (const episodeId of [one.episodeId, randomUUID()])
      await expect(scene.as(scene.people[who]).release.record(out(undefined, { episodeId }))).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'not-found',
      })
  })

  it.each(['harbourWorker', 'northgateManager'] as const)('%s may not', async (who) => {
    await scene.aHandoff(one, { to: 'harbour', status: 'accepted' })
    await expect(scene.as(scene.people[who]).release.record(out())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
