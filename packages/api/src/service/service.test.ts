import { CAST_SERVICES } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

it('lists every service by name to whoever is signed in', async () => {
  const names = (await scene.as(scene.people.administrator).service.list()).map((service) => service.name)
  expect(names).toEqual(
    Object.values(CAST_SERVICES)
      .map((service) => service.name)
      .toSorted(),
  )
  await expect(scene.as(null).service.list()).rejects.toMatchObject({ cause: { code: 'not-signed-in' } })
})

it('shows one with its hours, the closures that are not over, and who answers when it does not', async () => {
  await scene.owner.query(
    `insert into service_closure (id, service_id, from_day, to_day, reason) values ($1, $2, '2026-01-01', '2026-01-02', 'over'),
      ($3, $2, '2026-03-26', '2026-03-27', 'staff day')`,
    [newId(), scene.services.harbour, newId()],
  )
  await scene.owner.query(
    `update service set fallback_service_id = $2, fallback_agreed_on = '2026-01-15', fallback_contact = 'Tom Vance' where id = $1`,
    [scene.services.harbour, scene.services.riverside],
  )
  const service = await scene.as(scene.people.northgateNurse).service.byId({ serviceId: scene.services.harbour })
  expect(service).toMatchObject({
    name: 'Harbour Recovery',
    closures: [{ from: '2026-03-26', to: '2026-03-27', reason: 'staff day' }],
    fallback: { name: 'Riverside Recovery', agreedOn: '2026-01-15', contact: 'Tom Vance' },
  })
  expect(service.hours).toHaveLength(10)
})

it('knows nothing of an id that is none', async () => {
  await expect(scene.as(scene.people.northgateNurse).service.byId({ serviceId: newId() })).rejects.toMatchObject({
    cause: { code: 'not-found' },
  })
})
