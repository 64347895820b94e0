import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { accessIn } from './database/access.ts'
import { KEPT_TABLES } from './database/table-rules.ts'
import { letsIn, seen, tryOut } from './database/tries.ts'
import type { Hat } from './hats.ts'
import { put } from './put.ts'
import { type Stage, setStage } from './stage.ts'

/** Tables that everybody reads and some keep up: asked in SQL by every hat, without a use case in between. */
let scene: Scene
let stage: Stage

beforeAll(async () => {
  scene = await openScene()
  stage = await setStage(scene, ['own', 'stranger'])
  const [hat] = stage.hats
  if (!hat) throw new Error('there is nobody')
  const { closureId, placeId } = stage.standing(hat, 'own')
  const { accountId } = hat.actor
  const then = '2026-03-26T09:00:00Z'
  await put(scene.owner, 'service_day', [dayOf(scene.services.millLane, hat)])
  await put(scene.owner, 'service_closure_removal', [
    { closure_id: closureId, service_id: placeId, removed_at: then, removed_by: accountId },
  ])
  await put(scene.owner, 'service_admission', [admissionOf(placeId, hat)])
  await put(scene.owner, 'service_change', [
    {
      id: newId(),
      service_id: placeId,
      version: 1,
      what: 'hours',
      before: {},
      after: {},
      changed_at: then,
      changed_by: accountId,
    },
  ])
})
afterAll(() => scene.close())

const dayOf = (serviceId: string, { actor }: Hat, version = 1) => ({
  id: '0199aaaa-0000-7000-8000-000000000001',
  service_id: serviceId,
  day: '2026-04-03',
  purpose: 'dosing',
  version,
  said: 'closed',
  intervals: [],
  told_by: 'whoever is there',
  told_how: 'phone',
  recorded_at: '2026-03-26T09:00:00Z',
  recorded_by: actor.accountId,
  recorded_service_id: actor.serviceId,
})

const admissionOf = (serviceId: string, { actor }: Hat, version = 1) => ({
  service_id: serviceId,
  version,
  women_only: 'no',
  couples: 'together',
  asked_on: '2026-03-20',
  recorded_at: '2026-03-26T09:00:00Z',
  recorded_by: actor.accountId,
})

describe('service_admission', () => {
  it('is written by administrators, and by managers of their own service, under their own name, and never changed', async () => {
    for (const hat of stage.hats)
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        const { harbour } = scene.services
        const mayKeep = hat.role === 'administrator'
        expect(await letsIn(tx, 'service_admission', admissionOf(harbour, hat)), hat.name).toBe(mayKeep)
        const others = { ...admissionOf(harbour, hat, 2), recorded_by: scene.people.northgateNurse.accountId }
        expect(await letsIn(tx, 'service_admission', others), hat.name).toBe(
          mayKeep && hat.actor.accountId === others.recorded_by,
        )
        const own = admissionOf(hat.actor.serviceId, hat, 3)
        expect(await letsIn(tx, 'service_admission', own), hat.name).toBe(mayKeep || hat.role === 'manager')
        await expect(tx.$executeRawUnsafe(`update service_admission set couples = 'no'`)).rejects.toThrow(
          'permission denied',
        )
      })
  })
})

describe.each(KEPT_TABLES)('%s', (table) => {
  it('is known to every hat, and emptied by none', async () => {
    for (const hat of stage.hats)
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        expect((await seen(tx, table)).length, hat.name).toBeGreaterThan(0)
        await tx.$executeRawUnsafe('savepoint before')
        await expect(tx.$executeRawUnsafe(`truncate ${table} cascade`)).rejects.toThrow('permission denied')
        await tx.$executeRawUnsafe('rollback to savepoint before')
      })
  })
})

describe('rule_set_version', () => {
  it('is proposed by administrators under their own name, and in force only once an approver of the country said yes', async () => {
    for (const hat of stage.hats)
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        const { placeId, proposalId, secondProposalId } = stage.standing(hat, 'stranger')
        const { accountId } = hat.actor
        const row = (version: number, more: Record<string, unknown> = {}) => ({
          id: proposalId,
          kind: 'supply-limits',
          service_id: placeId,
          version,
          body: {},
          own_words: 'ring us',
          source: 'ours',
          review_by: '2027-03-26',
          state: 'proposed',
          proposed_at: '2026-03-26T09:00:00Z',
          proposed_by: accountId,
          changes: 0,
          ...more,
        })
        const mayPropose = hat.role === 'administrator'
        expect(await letsIn(tx, 'rule_set_version', row(3)), hat.name).toBe(mayPropose)
        const others = row(4, { proposed_by: scene.people.northgateNurse.accountId })
        expect(await letsIn(tx, 'rule_set_version', others), hat.name).toBe(false)
        const inForce = row(5, { state: 'approved', approved_at: '2026-03-26T09:00:00Z', approved_by: accountId })
        expect(await letsIn(tx, 'rule_set_version', inForce), hat.name).toBe(false)

        const approve = (id: string) =>
          tx.$executeRaw`update rule_set_version set state = 'approved', approved_at = app.now(),
            approved_by = ${accountId}::uuid where id = ${id}::uuid`
        await tx.$executeRawUnsafe('savepoint before')
        const approved = await approve(proposalId).catch(() => 0)
        expect(approved, hat.name).toBe(hat.actor.grants.includes('approver') ? 1 : 0)
        await tx.$executeRawUnsafe('rollback to savepoint before')
        await expect(
          tx.$executeRaw`update rule_set_version set own_words = 'other' where id = ${secondProposalId}::uuid`,
        ).rejects.toThrow('permission denied')
        await tx.$executeRawUnsafe('rollback to savepoint before')
      })
  })
})

describe('service_day', () => {
  it('is written by administrators and prison health for every place, by a caseworker for their own, by nobody else', async () => {
    for (const hat of stage.hats)
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        const forAll = hat.role === 'administrator' || hat.role === 'prison-health'
        const { services } = scene
        const row = (serviceId: string, version: number) => dayOf(serviceId, hat, version)
        expect(await letsIn(tx, 'service_day', row(services.harbour, 2)), hat.name).toBe(forAll)
        expect(await letsIn(tx, 'service_day', row(hat.actor.serviceId, 3)), hat.name).toBe(
          forAll || hat.role === 'caseworker',
        )
        const asAnother = { ...row(hat.actor.serviceId, 4), recorded_service_id: services.riverside }
        expect(await letsIn(tx, 'service_day', asAnother), hat.name).toBe(false)
      })
  })
})

describe('services', () => {
  it('are changed by administrators alone, and what decides who may see what by nobody', async () => {
    for (const hat of stage.hats)
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        const isKeeper = hat.role === 'administrator'
        const changed = await tx.$executeRawUnsafe('update service set phone = phone, version = version')
        expect(changed > 0, hat.name).toBe(isKeeper)
        expect((await tx.$executeRawUnsafe('delete from service_hours')) > 0, hat.name).toBe(isKeeper)
        for (const statement of [
          'update service set kind = kind',
          'delete from service',
          'update service_hours set opens = opens',
        ]) {
          await tx.$executeRawUnsafe('savepoint before')
          await expect(tx.$executeRawUnsafe(statement), `${hat.name}: ${statement}`).rejects.toThrow(
            'permission denied',
          )
          await tx.$executeRawUnsafe('rollback to savepoint before')
        }
      })
  })

  it.each([
    ['service_hours', null],
    ['service_closure', 'added_by'],
    ['service_closure_removal', 'removed_by'],
    ['service_change', 'changed_by'],
  ])('%s gets rows from administrators alone, under their own name', async (table, by) => {
    const { rows } = await scene.owner.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t limit 1`,
    )
    for (const hat of stage.hats)
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        const isKeeper = hat.role === 'administrator'
        const own = { ...rows[0]?.row, ...(by ? { [by]: hat.actor.accountId } : {}), added_at: '2026-03-26T09:00:00Z' }
        const { added_at, ...others } = own
        const row = table === 'service_closure' ? { ...others, added_at } : others
        expect(await letsIn(tx, table, row), hat.name).toBe(isKeeper)
        if (by) expect(await letsIn(tx, table, { ...row, [by]: newId() }), hat.name).toBe(false)
      })
  })
})
