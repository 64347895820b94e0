import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { accessIn } from './database/access.ts'
import { letsIn, seen, tryOut } from './database/tries.ts'
import { put } from './put.ts'
import { type Stage, setStage } from './stage.ts'

/** What a service keeps for its own lists of work: filters under a name, and who has room. */
let scene: Scene
let stage: Stage
beforeAll(async () => {
  scene = await openScene()
  stage = await setStage(scene, ['stranger'])
})
afterAll(() => scene.close())

const AT = '2026-03-26T09:00:00Z'
type Of = { serviceId: string; accountId: string }
const filterOf = ({ serviceId, accountId }: Of, isShared: boolean) => ({
  id: newId(),
  service_id: serviceId,
  account_id: accountId,
  list: 'inbox',
  name: `kept ${newId()}`,
  query: {},
  is_shared: isShared,
  kept_at: AT,
})
const roomOf = ({ serviceId, accountId }: Of, statedBy: string) => ({
  id: newId(),
  service_id: serviceId,
  account_id: accountId,
  says: 'room',
  room: 2,
  of_day: '2026-03-26',
  stated_at: AT,
  stated_by: statedBy,
})

describe('saved_filter', () => {
  it('is its maker’s, or everybody’s of the service; taken off by its maker, and a shared one by a manager', async () => {
    for (const { actor } of stage.hats)
      await put(scene.owner, 'saved_filter', [filterOf(actor, false), filterOf(actor, true)])
    for (const hat of stage.hats)
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        const { accountId, serviceId, role } = hat.actor
        const rows = await seen(tx, 'saved_filter')
        expect(rows.length, hat.name).toBeGreaterThan(1)
        for (const row of rows) {
          expect(row.service_id, hat.name).toBe(serviceId)
          expect(row.is_shared || row.account_id === accountId, hat.name).toBe(true)
        }
        const removable = rows.filter((row) => row.account_id === accountId || role === 'manager')
        expect(
          await tx.$executeRawUnsafe(
            `update saved_filter set removed_at = $1::timestamptz, removed_by = $2::uuid`,
            AT,
            accountId,
          ),
          hat.name,
        ).toBe(removable.length)
        const [other] = stage.hats.filter((one) => one.actor.serviceId !== serviceId)
        expect(await letsIn(tx, 'saved_filter', filterOf(hat.actor, true)), hat.name).toBe(true)
        expect(await letsIn(tx, 'saved_filter', filterOf(other?.actor ?? hat.actor, true)), hat.name).toBe(false)
        await expect(tx.$executeRawUnsafe(`update saved_filter set name = 'x'`)).rejects.toThrow('permission denied')
      })
  })
})

describe('capacity_statement', () => {
  it('is said by a caseworker of themselves and by a manager of the team, read by the service, and never changed', async () => {
    const workers = stage.hats.filter(({ role }) => role === 'caseworker')
    for (const { actor } of workers) await put(scene.owner, 'capacity_statement', [roomOf(actor, actor.accountId)])
    for (const hat of stage.hats) {
      const { actor, role } = hat
      const own = workers.find((one) => one.actor.serviceId === actor.serviceId)
      const stranger = workers.find((one) => one.actor.serviceId !== actor.serviceId)
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        const rows = await seen(tx, 'capacity_statement')
        expect(
          rows.every((row) => row.service_id === actor.serviceId),
          hat.name,
        ).toBe(true)
        expect(rows.length > 0, hat.name).toBe(own !== undefined)
        const states = own !== undefined && (role === 'manager' || own.actor.accountId === actor.accountId)
        if (own) {
          expect(await letsIn(tx, 'capacity_statement', roomOf(own.actor, actor.accountId)), hat.name).toBe(states)
          const forged = roomOf(own.actor, scene.people.northgateNurse.accountId)
          expect(await letsIn(tx, 'capacity_statement', forged), hat.name).toBe(false)
        }
        if (stranger)
          expect(await letsIn(tx, 'capacity_statement', roomOf(stranger.actor, actor.accountId)), hat.name).toBe(false)
        await expect(tx.$executeRawUnsafe(`update capacity_statement set room = 9`)).rejects.toThrow(
          'permission denied',
        )
      })
    }
  })
})
