import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { SYSTEM_ACCOUNT_ID, SYSTEM_OF_NO_SERVICE, systemActor } from './actor.ts'
import { asActor } from './as-actor.ts'
import { sqlStateOf } from './database-error.ts'
import { newId } from './uuid.ts'

/** What the worker does it does for one service, with no more rights than that service has in a case. */
let scene: Scene
let one: Awaited<ReturnType<Scene['aCase']>>
let tables: string[]
beforeAll(async () => {
  scene = await openScene()
  one = await scene.aCase({ items: [{ area: 'housing', code: 'housing-bed' }] })
  await scene.aTreatment(one, { dosing: 'harbour' })
  await scene.aHandoff(one, { area: 'omt', to: 'harbour' })
  await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
  const { rows } = await scene.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'episode_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and not c.relispartition and has_column_privilege('throughcare_app', c.oid, a.attnum, 'select') order by 1`,
  )
  tables = rows.map(({ name }) => name)
})
afterAll(() => scene.close())

const seenBy = (serviceId: string) =>
  asActor(
    serviceId === SYSTEM_OF_NO_SERVICE.serviceId ? SYSTEM_OF_NO_SERVICE : systemActor(serviceId),
    async ({ tx }) => {
      const seen: string[] = []
      for (const table of tables) {
        const rows = await tx.$queryRawUnsafe<unknown[]>(
          `select 1 from ${table} where episode_id = $1::uuid limit 1`,
          one.episodeId,
        )
        if (rows.length > 0) seen.push(table)
      }
      return seen
    },
  )

it('A21: for a service without a part, or for none, the worker sees no row of the case', async () => {
  expect(tables.length).toBeGreaterThan(30)
  expect(await seenBy(scene.services.riverside)).toEqual([])
  expect(await seenBy(scene.services.eastfield)).toEqual([])
  expect(await seenBy(SYSTEM_OF_NO_SERVICE.serviceId)).toEqual([])
})

it('A21: for a service with a part it sees what that part opens, and nothing beyond', async () => {
  const { northgate, harbour, haven } = scene.services
  expect(await seenBy(northgate)).toEqual(expect.arrayContaining(['handoff', 'medication_treatment', 'checklist_item']))
  expect(await seenBy(harbour)).toContain('medication_treatment')
  expect(await seenBy(haven)).not.toContain('medication_treatment')
})

it('A21: it changes nothing of a case for a service without a part, and signs nothing with another service’s name', async () => {
  const { riverside, northgate } = scene.services
  const changed = await asActor(systemActor(riverside), async ({ tx }) => [
    await tx.$executeRaw`update handoff set version = version + 1 where episode_id = ${one.episodeId}::uuid`,
    await tx.$executeRaw`update checklist_item set version = version + 1 where episode_id = ${one.episodeId}::uuid`,
    await tx.$executeRaw`update medication_treatment set version = version + 1 where episode_id = ${one.episodeId}::uuid`,
  ])
  expect(changed).toEqual([0, 0, 0])
  const forged = asActor(systemActor(riverside), ({ tx }) =>
    tx.auditEntry.createMany({
      data: [
        {
          ...{ id: newId(), accountId: SYSTEM_ACCOUNT_ID, serviceId: northgate, role: 'system', action: 'x' },
          ...{ episodeIds: [], personIds: [], fields: [] },
        },
      ],
    }),
  )
  await expect(forged).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
})
