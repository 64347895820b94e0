import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  one = await scene.aCase({ items: [{ area: 'housing', code: 'story-housing' }] })
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)
const press = (more = {}) => ({
  episodeId: one.episodeId,
  requestId: randomUUID(),
  seenVersion: 0,
  toPrisonId: scene.services.eastfield,
  ...more,
})
const standing = async () =>
  (
    await scene.owner.query(
      `select e.ended_on, e.version, (select count(*)::int from care_plan c where c.episode_id = e.id and c.closed_at is null) as plans,
         (select jsonb_object_agg(s.name, p.relation) from case_part p join service s on s.id = p.service_id where p.episode_id = e.id) as parts,
         (select jsonb_agg(s.name) from checklist_item i join service s on s.id = i.accountable_service_id where i.episode_id = e.id) as answering,
         (select jsonb_agg(h.status) from handoff h where h.episode_id = e.id) as handoffs
       from custody_episode e where e.id = $1`,
      [one.episodeId],
    )
  ).rows[0]

describe('F02: a transfer to another prison', () => {
  it('keeps the episode, the plan and the handoffs; the other prison holds the person and answers for the items', async () => {
    await scene.aHandoff(one, { area: 'omt', to: 'harbour', status: 'accepted' })
    await nurse().release.transfer(press())
    expect(await standing()).toEqual({
      ended_on: null,
      version: 1,
      plans: 1,
      parts: { 'HMP Northgate': 'closing', 'HMP Eastfield': 'own', 'Harbour Recovery': 'accepted' },
      answering: ['HMP Eastfield'],
      handoffs: ['accepted'],
    })
    const there = scene.as(scene.people.eastfieldNurse)
    expect((await there.carePlan.byEpisode({ episodeId: one.episodeId })).prison.name).toBe('HMP Eastfield')
    expect((await there.release.board({ window: 'next-28-days' })).persons.map(({ episodeId }) => episodeId)).toContain(
      one.episodeId,
    )
    const here = await nurse().release.board({ window: 'next-28-days' })
    expect(here.persons.map(({ episodeId }) => episodeId)).not.toContain(one.episodeId)
  })

  it('can be recorded back on another day, and both stays are kept', async () => {
    await nurse().release.transfer(press())
    await scene.setClock(new Date('2026-03-27T09:00:00Z'))
    const back = press({ seenVersion: 1, toPrisonId: scene.services.northgate })
    await scene.as(scene.people.eastfieldNurse).release.transfer(back)
    await scene.setClock(new Date('2026-03-26T09:00:00Z'))
    const { rows } = await scene.owner.query(
      `select s.name, c.until_at is null as now from custody_stay c join service s on s.id = c.prison_service_id
       where c.episode_id = $1 order by c.from_at`,
      [one.episodeId],
    )
    expect(rows).toEqual([
      { name: 'HMP Northgate', now: false },
      { name: 'HMP Eastfield', now: false },
      { name: 'HMP Northgate', now: true },
    ])
  })

  it('the same press twice moves once; an older page and a release are refused', async () => {
    const same = press()
    const [first, second] = await Promise.all([nurse().release.transfer(same), nurse().release.transfer(same)])
    expect(first).toEqual(second)
    await expect(nurse().release.transfer(press())).rejects.toMatchObject({ cause: { code: 'changed-meanwhile' } })
    one = await scene.aCase({ releasedAt: new Date('2026-03-26T08:00:00Z') })
    await expect(nurse().release.transfer(press())).rejects.toMatchObject({
      cause: { details: { refusal: 'release.already-recorded' } },
    })
  })

  it.each(['harbour', 'northgate'] as const)('to %s is no transfer', async (to) => {
    await expect(nurse().release.transfer(press({ toPrisonId: scene.services[to] }))).rejects.toMatchObject({
      cause: { code: 'invalid-input' },
    })
  })

  it.each(['eastfieldNurse', 'harbourWorker', 'northgateManager'] as const)('is not for %s', async (who) => {
    await expect(scene.as(scene.people[who]).release.transfer(press())).rejects.toMatchObject({
      code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
    })
  })
})
