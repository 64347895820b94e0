import { asActor } from '@throughcare/db/as-actor'
import { STORY_STARTS } from '@throughcare/db/testing/cast'
import type { CaseOptions, StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import type { FactCode } from '@throughcare/domain/care-plan/fact-codes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { makePlan } from './make-plan.ts'
import { readyOfView } from './ready-of-view.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)

async function plannedCase(options: CaseOptions = {}): Promise<StoryCase> {
  const one = await scene.aCase(options)
  await scene.owner.query('delete from care_plan where id = $1', [one.planId])
  await asActor(scene.people.northgateNurse, (deed) => makePlan(deed, one.episodeId))
  return one
}

async function say(of: StoryCase, answers: Partial<Record<FactCode, string>>) {
  for (const [code, value] of Object.entries(answers))
    await nurse().carePlan.recordFact({
      episodeId: of.episodeId,
      requestId: newId(),
      seenVersion: null,
      code: code as FactCode,
      state: 'known',
      value,
    })
}

/** What the page says, and what the board says of the same person. */
async function bothOf(of: StoryCase) {
  const view = await nurse().carePlan.byEpisode({ episodeId: of.episodeId })
  const cover = await nurse().coverPlan.byEpisode({ episodeId: of.episodeId })
  const board = await nurse().release.board({})
  return {
    page: readyOfView(view, cover),
    board: board.persons.find(({ episodeId }) => episodeId === of.episodeId)?.ready,
  }
}

function release({ episodeId }: StoryCase) {
  const at = new Date(STORY_STARTS.getTime() - 60_000)
  return nurse().release.record({
    episodeId,
    requestId: newId(),
    seenVersion: 0,
    releasedAt: at,
    learnedAt: at,
    kind: 'planned',
  })
}

describe('the board and the page of the case say the same of being ready', () => {
  it('of whom nothing is known', async () => {
    const { page, board } = await bothOf(await plannedCase())
    expect(page?.isReady).toBe(false)
    expect(page?.missing).toContainEqual({ what: 'item', code: 'omt-ask', area: 'omt' })
    expect(board).toEqual(page)
  })

  it('of somebody treated, with a treatment on record and without', async () => {
    const told = await plannedCase()
    await say(told, { dose: 'on-omt' })
    const without = await bothOf(told)
    expect(without.page?.missing).toContainEqual({ what: 'cover', because: 'not-known' })
    expect(without.board).toEqual(without.page)

    const treated = await plannedCase()
    await scene.aTreatment(treated, { dosing: 'harbour' })
    const both = await bothOf(treated)
    expect(both.page?.missing.some(({ what }) => what === 'cover')).toBe(true)
    expect(both.board).toEqual(both.page)
  })

  it('of somebody whose plan is done, to the last thing missing', async () => {
    const one = await plannedCase()
    await say(one, { dose: 'not-on-omt', bed: 'own-address', kit: 'declined', 'own-words': 'I go to my sister' })
    await nurse().partner.recordWish({ episodeId: one.episodeId, requestId: newId(), seenVersion: null, wish: 'no' })
    await scene.owner.query(
      `update checklist_item set status = 'done', status_by = $2, status_at = app.now()
        where episode_id = $1 and critical and code <> 'support-one-number' and status = 'open'`,
      [one.episodeId, scene.people.northgateNurse.accountId],
    )
    const last = await bothOf(one)
    expect(last.page).toEqual({
      isReady: false,
      missing: [{ what: 'item', code: 'support-one-number', area: 'support' }],
    })
    expect(last.board).toEqual(last.page)

    await scene.owner.query(
      `update checklist_item set status = 'done' where episode_id = $1 and code = 'support-one-number'`,
      [one.episodeId],
    )
    const done = await bothOf(one)
    expect(done.page).toEqual({ isReady: true, missing: [] })
    expect(done.board).toEqual(done.page)

    // The board's filter and its count ask the same function, of everybody on the list.
    const all = await nurse().release.board({})
    const ready = await nurse().release.board({ plan: 'ready' })
    const notReady = await nurse().release.board({ plan: 'not-ready' })
    expect(ready.persons.map(({ episodeId }) => episodeId)).toEqual([one.episodeId])
    expect([ready.total, notReady.total]).toEqual([1, all.total - 1])
    expect(notReady.persons.every((person) => person.ready?.isReady === false)).toBe(true)

    // Once the person is out nobody can tell any more: it is kept with the record of the release, for the figures.
    await release(one)
    await release(await plannedCase())
    const { rows } = await scene.owner.query(
      'select was_ready, had_whole_pack from release_record order by recorded_at, id',
    )
    expect(rows).toEqual([
      { was_ready: true, had_whole_pack: false },
      { was_ready: false, had_whole_pack: false },
    ])
  })

  it('says nothing to whoever does not see all of it', async () => {
    const one = await plannedCase()
    await scene.aHandoff(one)
    const view = await scene.as(scene.people.harbourWorker).carePlan.byEpisode({ episodeId: one.episodeId })
    expect(readyOfView(view, null)).toBeNull()
    expect(view.standing?.newer).toBeNull()
  })
})
