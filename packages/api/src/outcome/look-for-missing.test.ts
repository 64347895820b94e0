import { randomUUID } from 'node:crypto'
import { STORY_STARTS } from '@throughcare/db/testing/cast'
import type { StoryCase } from '@throughcare/db/testing/story'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase
const RELEASED = new Date('2026-03-26T07:00:00Z')

beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  await scene.setClock(STORY_STARTS)
  one = await scene.aCase({ releaseDate: '2026-03-26', releasedAt: RELEASED })
})
afterAll(() => scene.close())

const harbour = () => scene.as(scene.people.harbourWorker)
const nurse = () => scene.as(scene.people.northgateNurse)
const missed = (who = harbour()) =>
  who.outcome.record({
    ...{ episodeId: one.episodeId, requestId: randomUUID(), kind: 'did-not-arrive', reason: 'we-were-closed' },
    at: new Date('2026-03-26T08:59:00Z'),
  })
const came = () =>
  harbour().outcome.record({
    ...{ episodeId: one.episodeId, requestId: randomUUID(), kind: 'arrived' },
    at: new Date('2026-03-26T08:59:00Z'),
  })
const items = async () => {
  const { rows } = await scene.owner.query(
    `select i.code, i.area, i.status, i.accountable_service_id as at, extract(epoch from i.due_at - app.now()) / 60 as minutes,
       (select count(*)::int from checklist_item_change c where c.item_id = i.id) as lines
     from checklist_item i where i.episode_id = $1 and i.code like 'not-arrived-%' order by i.due_at, i.code`,
    [one.episodeId],
  )
  return rows.map(({ minutes, ...row }) => ({ ...row, minutes: Math.round(Number(minutes)) }))
}

describe('looking for somebody who did not arrive', () => {
  it('becomes items of the service that has the person, due from the press; the handoff stays open', async () => {
    const handoffId = await scene.aHandoff(one, { status: 'accepted' })
    const { steps } = await missed()
    expect(steps).toHaveLength(5)
    // Nobody is rung of whom no consent says that they may be told.
    expect(steps).not.toContain('not-arrived-ring-supporter')
    expect(await items()).toMatchObject(
      [60, 60, 120, 240, 1440].map((minutes) => ({
        minutes,
        area: 'omt',
        status: 'open',
        at: scene.services.harbour,
        lines: 1,
      })),
    )
    expect(await harbour().handoff.byId({ handoffId })).toMatchObject({ status: 'accepted' })
    const { items: work } = await harbour().checklist.myList({
      list: 'today',
      area: null,
      worker: 'everybody',
      page: 1,
    })
    expect(work.map(({ code }) => code)).toContain('not-arrived-ring-person')
  })

  it('names no dosing point where housing was handed over', async () => {
    await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted' })
    const { steps } = await missed(scene.as(scene.people.havenWorker))
    expect(steps).not.toContain('not-arrived-ask-dosing-point')
    expect(steps).toHaveLength(4)
  })

  it('pressed again it is still one search; the steps that were done are work again', async () => {
    await scene.aHandoff(one, { status: 'accepted' })
    await missed()
    expect((await missed()).steps).toEqual([])
    await came()
    expect(new Set((await items()).map(({ status }) => status))).toEqual(new Set(['done']))
    await scene.setClock(new Date('2026-03-26T12:00:00Z'))
    expect((await missed()).steps).toHaveLength(5)
    expect((await items())[0]).toMatchObject({ status: 'open', minutes: 60, lines: 3 })
  })

  it('a second service that misses the person starts no second search', async () => {
    await scene.aHandoff(one, { status: 'accepted' })
    await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted' })
    await missed()
    expect((await missed(scene.as(scene.people.havenWorker))).steps).toEqual([])
    expect(await items()).toHaveLength(5)
  })

  it('outlives a plan that is counted anew', async () => {
    await scene.owner.query(`update care_plan set rule_set = 'checklist-2026-11-2' where id = $1`, [one.planId])
    await scene.aHandoff(one, { status: 'accepted' })
    await missed()
    await nurse().carePlan.recordFact({
      ...{ episodeId: one.episodeId, requestId: randomUUID(), seenVersion: null },
      ...{ code: 'phone', state: 'asked-later', value: null },
    } as never)
    expect(new Set((await items()).map(({ status }) => status))).toEqual(new Set(['open']))
  })

  it('is the work of whoever finished what they had and missed the person afterwards', async () => {
    const handoffId = await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted' })
    const haven = scene.as(scene.people.havenWorker)
    await haven.handoff.finish({
      ...{ handoffId, seenVersion: 0, requestId: randomUUID(), outcome: 'other', words: 'moved in' },
    } as never)
    expect((await missed(haven)).steps).toHaveLength(4)
    expect((await items())[0]).toMatchObject({ area: 'housing', at: scene.services.haven })
  })

  it('is told to the other side, and is the receiver’s work when the prison says so', async () => {
    await scene.aHandoff(one, { status: 'accepted' })
    await missed()
    const { rows } = await scene.owner.query(
      `select service_id, urgency from notice where episode_id = $1 and kind = 'did-not-arrive'`,
      [one.episodeId],
    )
    expect(rows).toEqual([{ service_id: scene.services.northgate, urgency: 'emergency' }])
    one = await scene.aCase({ releaseDate: '2026-03-26', releasedAt: RELEASED })
    await scene.aHandoff(one, { status: 'accepted' })
    await missed(nurse())
    expect(new Set((await items()).map(({ at }) => at))).toEqual(new Set([scene.services.harbour]))
  })
})
