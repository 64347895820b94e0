import { asActor } from '@throughcare/db/as-actor'
import type { CaseOptions, StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { makePlan } from './make-plan.ts'
import { moveDueTimes } from './move-due-times.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

async function plannedCase(options: CaseOptions = {}): Promise<StoryCase> {
  const one = await scene.aCase(options)
  await scene.owner.query('delete from care_plan where id = $1', [one.planId])
  await asActor(scene.people.northgateNurse, (deed) => makePlan(deed, one.episodeId))
  return one
}

/** What the release-date page does to the episode's row, and then the plan. */
async function moveTo(of: StoryCase, releaseDate: string | null) {
  return asActor(scene.people.northgateNurse, async (deed) => {
    await deed.tx.$executeRaw`update custody_episode set release_date = ${releaseDate}::date,
      release_certainty = ${releaseDate ? 'confirmed' : 'could-be-any-day'} where id = ${of.episodeId}::uuid`
    return moveDueTimes(deed, of.episodeId)
  })
}

const read = (of: StoryCase) => scene.as(scene.people.northgateNurse).carePlan.byEpisode({ episodeId: of.episodeId })

describe('when the release date moves', () => {
  it('moves due times with it on the wall clock, says from when to when, and leaves finished items alone', async () => {
    const one = await plannedCase({ releaseDate: '2026-04-16' })
    const before = await read(one)
    const letter = before.items.find((item) => item.code === 'health-letter')
    const train = before.items.find((item) => item.code === 'naloxone-train')
    await scene.as(scene.people.northgateNurse).checklist.setStatus({
      itemId: train?.id as string,
      requestId: newId(),
      seenVersion: train?.version as number,
      status: 'done',
      reason: null,
    })

    // Back over the night on which the clocks go forward.
    const growth = await moveTo(one, '2026-03-30')
    expect(growth.moved).toContain('health-letter')
    expect(growth.moved).not.toContain('naloxone-train')

    const after = await read(one)
    expect(after.dateMove).toMatchObject({ from: '2026-04-16', to: '2026-03-30' })
    expect(letter?.dueAt).toBe('2026-04-14T08:00:00.000Z')
    expect(after.items.find((item) => item.code === 'health-letter')).toMatchObject({
      dueAt: '2026-03-28T09:00:00.000Z',
      dueBefore: '2026-04-14T08:00:00.000Z',
      dueMovedAt: after.dateMove?.at,
    })
    expect(after.items.find((item) => item.code === 'naloxone-train')?.dueAt).toBe(train?.dueAt)
  })

  it('takes due times away with the date, and brings them back with the next', async () => {
    const one = await plannedCase({ releaseDate: '2026-04-16' })
    await moveTo(one, null)
    const without = await read(one)
    expect(without.items.find((item) => item.code === 'documents-release-paper')?.dueAt).toBeNull()
    await moveTo(one, '2026-04-20')
    expect((await read(one)).items.find((item) => item.code === 'documents-release-paper')?.dueAt).toBe(
      '2026-04-20T08:00:00.000Z',
    )
  })

  it('writes nothing when nothing moved', async () => {
    const one = await plannedCase({ releaseDate: '2026-04-16' })
    const { plan } = await read(one)
    expect((await moveTo(one, '2026-04-16')).moved).toEqual([])
    expect((await read(one)).plan).toEqual(plan)
  })
})

describe('when the person goes out', () => {
  it('counts from the gate in elapsed hours, and a kit in the property has been left in prison', async () => {
    const one = await plannedCase({ releaseDate: '2026-04-16' })
    await scene.owner.query(
      `insert into naloxone_kit (id, episode_id, state, recorded_at, recorded_by) values ($1, $2, 'in-property', app.now(), $3)`,
      [newId(), one.episodeId, scene.people.northgateNurse.accountId],
    )
    await scene.owner.query(
      `update custody_episode set released_at = '2026-03-26T08:00:00Z', learned_at = '2026-03-26T08:00:00Z',
         release_recorded_at = '2026-03-26T08:00:00Z', release_kind = 'unplanned', ended_on = '2026-03-26', ended_because = 'released'
       where id = $1`,
      [one.episodeId],
    )
    const growth = await asActor(scene.people.northgateNurse, (deed) => moveDueTimes(deed, one.episodeId))
    expect(growth.added).toContain('naloxone-replace-kit-left-in-prison')

    const view = await read(one)
    expect(view.clock).toMatchObject({ kind: 'out', hours: 1, isInFirstHours: true })
    expect(view.items.find((item) => item.code === 'housing-first-night-known')?.dueAt).toBe('2026-03-27T08:00:00.000Z')
    expect(view.mustNotMiss.map((each) => each.code)).toContain('kit-left-in-prison')
    expect(view.dateMove?.releasedAt).toBe('2026-03-26T08:00:00.000Z')
  })
})

describe('a plan by rules that this program does not know', () => {
  it('keeps its items and still follows the date', async () => {
    const one = await scene.aCase({ releaseDate: '2026-04-16' })
    await scene.anItem(one, { area: 'health', code: 'health-letter', dueAt: new Date('2026-04-14T08:00:00Z') })
    await scene.owner.query('update checklist_item set due_offset_minutes = -2880 where episode_id = $1', [
      one.episodeId,
    ])
    expect(await moveTo(one, '2026-04-20')).toMatchObject({ moved: ['health-letter'], retired: [], added: [] })
  })
})
