import type { CastPerson } from '@throughcare/db/testing/cast'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { followFigures } from '../continuity/follow-figures.ts'

const EVERYTHING = { from: null, to: null, prisonId: null }

let scene: Scene
let partner: string
let alone: { episodeId: string }
beforeAll(async () => {
  scene = await openScene()
  const releasedAt = new Date('2026-03-25T09:00:00Z')
  const sentAt = new Date('2026-03-23T09:00:00Z')
  const both = await scene.aCase({ familyName: 'Both', releasedAt, releaseKind: 'planned', releaseDate: '2026-03-25' })
  await scene.aHandoff(both, { area: 'omt', sentAt })
  partner = await scene.aHandoff(both, { area: 'partner', sentAt })
  const one = await scene.aCase({ familyName: 'Alone', releasedAt, releaseKind: 'planned', releaseDate: '2026-03-25' })
  await scene.aHandoff(one, { area: 'partner', sentAt })
  alone = one
  await followFigures()
})
afterAll(() => scene.close())

const inboxAreas = async (who: CastPerson) =>
  (await scene.as(scene.people[who]).handoff.inbox({ tab: 'new', page: 1 })).rows.map(({ area }) => area).toSorted()
const sentAreas = async (who: CastPerson) =>
  (await scene.as(scene.people[who]).handoff.sent({ tab: 'waiting', page: 1 })).rows
    .flatMap(({ handoffs }) => handoffs.map(({ area }) => area))
    .toSorted()
const countedAreas = async (who: CastPerson) => {
  const lists = await Promise.all(
    (['met', 'not-met', 'unknown', 'left-out'] as const).map((outcome) =>
      scene
        .as(scene.people[who])
        .continuity.cases({ ...EVERYTHING, indicator: 'acknowledged-before-release', outcome, page: 1 }),
    ),
  )
  return lists.flatMap(({ cases }) => cases.map(({ area }) => area)).toSorted()
}

describe('a partner handoff is absent for a manager, not masked', () => {
  it('in the inbox and its counts', async () => {
    expect(await inboxAreas('harbourWorker')).toEqual(['omt', 'partner', 'partner'])
    expect(await inboxAreas('harbourManager')).toEqual(['omt'])
    const { counts } = await scene.as(scene.people.harbourManager).handoff.inbox({ tab: 'new', page: 1 })
    expect(counts.new).toBe(1)
  })

  it('in what the prison sent', async () => {
    expect(await sentAreas('northgateNurse')).toEqual(['omt', 'partner', 'partner'])
    expect(await sentAreas('northgateManager')).toEqual(['omt'])
  })

  it.each(['harbourManager', 'northgateManager'] as const)('by its id, to %s, as one that never was', async (who) => {
    const ask = (handoffId: string) => refusalOf(scene.as(scene.people[who]).handoff.byId({ handoffId }))
    expect(await ask(partner)).toMatchObject({ code: 'not-found' })
    expect((await scene.as(scene.people.harbourWorker).handoff.byId({ handoffId: partner })).area).toBe('partner')
  })

  it('behind the figures, which move with it for nobody, so that no two hats compared tell of it', {
    timeout: 90_000,
  }, async () => {
    const { rows } = await scene.owner.query(
      `select 1 from counted_mark where category = 'partner' and measure = 'acknowledged-before-release'`,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(await countedAreas('harbourWorker')).toEqual(['omt'])
    expect(await countedAreas('harbourManager')).toEqual(['omt'])
    expect(await countedAreas('northgateManager')).not.toContain('partner')
    expect(alone.episodeId).toBeTruthy()
  })
})
