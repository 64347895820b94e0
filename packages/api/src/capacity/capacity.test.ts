import { newId } from '@throughcare/db/uuid'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import type { StateCapacityInput } from '@throughcare/domain/capacity/capacity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const hoursAgo = (hours: number) => new Date(Date.parse('2026-03-26T09:00:00Z') - hours * 3_600_000)
const said = (more: Partial<StateCapacityInput>): StateCapacityInput => ({
  accountId: scene.people.harbourWorker.accountId,
  requestId: newId(),
  says: 'room',
  awayUntil: null,
  room: null,
  ...more,
})
const team = async (who: keyof Scene['people'] = 'harbourManager') =>
  new Map((await scene.as(scene.people[who]).capacity.team()).team.map((one) => [one.name, one]))

describe('who has room today', () => {
  it('is said by the worker or their manager, holds for its day, and is made up by nobody', async () => {
    expect((await team()).get('Sam Osei')).toMatchObject({ today: { kind: 'not-said' }, statedBy: null })
    await scene.as(scene.people.harbourWorker).capacity.state(said({ says: 'room', room: 3 }))
    await scene.as(scene.people.harbourManager).capacity.state(
      said({
        accountId: scene.people.harbourSecondWorker.accountId,
        says: 'away',
        awayUntil: getPlainDate('2026-03-27'),
      }),
    )
    expect((await team()).get('Sam Osei')).toMatchObject({ today: { kind: 'room', room: 3 }, statedBy: 'Sam Osei' })
    expect((await team('harbourWorker')).get('Lea Brandt')).toMatchObject({
      today: { kind: 'away', until: '2026-03-27' },
      statedBy: 'Rita Fonseca',
    })
    await scene.setClock(new Date('2026-03-27T09:00:00Z'))
    expect((await team()).get('Sam Osei')?.today).toEqual({ kind: 'not-said' })
    expect((await team()).get('Lea Brandt')?.today).toEqual({ kind: 'away', until: '2026-03-27' })
    await scene.setClock(new Date('2026-03-28T09:00:00Z'))
    expect((await team()).get('Lea Brandt')?.today).toEqual({ kind: 'not-said' })
    await scene.setClock(new Date('2026-03-26T09:10:00Z'))
    expect((await team('riversideWorker')).has('Sam Osei')).toBe(false)
  })

  it('is not said of a colleague by a colleague, of a stranger, nor until a day that is over or too far', async () => {
    const lea = scene.people.harbourSecondWorker.accountId
    const sam = scene.as(scene.people.harbourWorker)
    const manager = scene.as(scene.people.harbourManager)
    await expect(sam.capacity.state(said({ accountId: lea, room: 1 }))).rejects.toMatchObject({
      message: 'not-allowed',
    })
    for (const accountId of [newId(), scene.people.riversideWorker.accountId, scene.people.harbourManager.accountId])
      await expect(manager.capacity.state(said({ accountId, room: 1 }))).rejects.toMatchObject({ message: 'not-found' })
    for (const awayUntil of ['2026-03-25', '2027-03-28'] as const)
      await expect(
        sam.capacity.state(said({ says: 'away', awayUntil: getPlainDate(awayUntil) })),
      ).rejects.toMatchObject({ message: 'invalid-input' })
    const press = said({ says: 'back' })
    await Promise.all([sam.capacity.state(press), sam.capacity.state(press)])
    expect((await team()).get('Sam Osei')).toMatchObject({ today: { kind: 'not-said' }, statedBy: 'Sam Osei' })
    const { rows } = await scene.owner.query(
      'select says from capacity_statement where account_id = $1 order by stated_at',
      [scene.people.harbourWorker.accountId],
    )
    expect(rows.map(({ says }) => says)).toEqual(['room', 'back'])
  })
})

describe('U20: a caseload', () => {
  it('is exactly the rows that the inbox lists in that worker’s name', async () => {
    const sam = scene.people.harbourWorker
    const fresh = await scene.aCase({ releasedAt: hoursAgo(5) })
    await scene.aHandoff(fresh, { area: 'omt', status: 'accepted' })
    await scene.aHandoff(fresh, { area: 'naloxone', status: 'accepted' })
    await scene.aHandoff(await scene.aCase({ releasedAt: hoursAgo(70) }), { status: 'accepted' })
    await scene.aHandoff(await scene.aCase({}), { status: 'acknowledged' })
    expect((await team()).get('Sam Osei')).toMatchObject({ handoffs: 3, cases: 2, inFirstHours: 2 })
    const rows = async (out: 'first-48-hours' | null) =>
      (await scene.as(sam).handoff.inbox({ tab: 'acknowledged', page: 1, workerId: sam.accountId, out })).rows.length
    expect([await rows(null), await rows('first-48-hours')]).toEqual([3, 2])
    const { team: beside } = await scene.as(sam).handoff.inbox({ tab: 'new', page: 1, area: 'housing' })
    expect(beside.find(({ isSelf }) => isSelf)).toMatchObject({ name: 'Sam Osei', handoffs: 3 })
  })
})
