import { newId } from '@throughcare/db/uuid'
import { AddServiceInput } from '@throughcare/domain/service/add-service-input'
import { SetFallbackInput } from '@throughcare/domain/service/fallback-input'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const admin = () => scene.as(scene.people.administrator)
const added = (more: object = {}) =>
  AddServiceInput.parse({
    requestId: newId(),
    name: 'Quay Street Pharmacy',
    kind: 'dosing-point',
    country: 'GB',
    areaName: 'Quayside',
    holidayRegion: 'sct',
    timeZone: 'Europe/London',
    address: '1 Quay Street',
    phone: '01632 960700',
    dutyContactName: null,
    dutyContactPhone: null,
    canDose: true,
    receives: ['omt'],
    ...more,
  })

describe('a service that takes part from now on', () => {
  it('is there with its kind, place and zone, its hours unknown, and can be handed what its kind may see', async () => {
    const input = added()
    const [first, second] = await Promise.all([admin().service.add(input), admin().service.add(input)])
    expect(first).toEqual(second)
    const service = await admin().service.byId(first)
    expect(service).toMatchObject({
      name: 'Quay Street Pharmacy',
      kind: 'dosing-point',
      areaName: 'Quayside',
      holidayRegion: 'SCT',
      timeZone: 'Europe/London',
      canDose: true,
      receives: ['omt'],
      hours: [],
      fallback: null,
      version: 0,
    })
    expect(service.changes).toMatchObject([{ what: 'added', after: { kind: 'dosing-point' }, by: 'Ada Holm' }])
    const day = { 1: [{ from: '09:00', to: '17:00' }] }
    await admin().service.setHours({ ...first, requestId: newId(), seenVersion: 0, open: day, dosing: day } as never)
    expect((await admin().service.byId(first)).hours).toHaveLength(2)
    // The next one in that part of the country works in the same place, however it is written.
    const next = await admin().service.add(
      added({ name: 'Quay Housing', kind: 'housing', areaName: 'QUAYSIDE', canDose: false, receives: ['housing'] }),
    )
    expect(await admin().service.byId(next)).toMatchObject({ areaName: 'Quayside', holidayRegion: 'SCT' })
  })

  it.each([
    [{ kind: 'housing', canDose: true, receives: [] }, 'canDose', 'service.canDose.not-this-kind'],
    [{ kind: 'housing', canDose: false, receives: ['omt'] }, 'receives', 'service.receives.not-this-kind'],
    [{ kind: 'region', canDose: false, receives: ['omt'] }, 'receives', 'service.receives.not-this-kind'],
  ])('is refused with %j', async (more, path, fault) => {
    await expect(admin().service.add(added(more))).rejects.toMatchObject({ cause: { fields: [{ path, fault }] } })
  })

  it.each([
    [{ country: 'UK' }, 'country'],
    [{ timeZone: '+01:00' }, 'timeZone'],
    [{ kind: 'clinic' }, 'kind'],
    [{ areaName: ' ' }, 'areaName'],
    [{ dutyContactName: 'Tom Vance' }, 'dutyContactPhone'],
  ])('is no service with %j', (more, path) => {
    const found = AddServiceInput.safeParse({ ...added(), ...more })
    expect(found.error?.issues.map((issue) => issue.path[0])).toEqual([path])
  })

  it.each(['northgateNurse', 'harbourManager', 'regionManager'] as const)('is not for %s to add', async (who) => {
    await expect(scene.as(scene.people[who]).service.add(added())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('who takes over', () => {
  const agree = async (service: string, fallback: string | null, agreedOn = '2026-03-01') =>
    admin().service.setFallback(
      SetFallbackInput.parse({
        serviceId: service,
        requestId: newId(),
        seenVersion: (await admin().service.byId({ serviceId: service })).version,
        fallback: fallback && { serviceId: fallback, agreedOn, contact: 'Tom Vance' },
      }),
    )
  const refusedAs = (fault: string) => ({ cause: { fields: [{ path: expect.stringMatching(/^fallback\./), fault }] } })

  it('is written with day and name, changed, and taken away; each stays in the history', async () => {
    const { harbour, riverside } = scene.services
    await agree(harbour, riverside)
    expect((await admin().service.byId({ serviceId: harbour })).fallback).toEqual({
      serviceId: riverside,
      name: 'Riverside Recovery',
      agreedOn: '2026-03-01',
      contact: 'Tom Vance',
    })
    await agree(harbour, null)
    const { fallback, changes } = await admin().service.byId({ serviceId: harbour })
    expect(fallback).toBeNull()
    expect(changes.map(({ what }) => what)).toEqual(['fallback', 'fallback'])
  })

  it('is never the service itself, nor a circle, nor who takes nothing, nor agreed tomorrow', async () => {
    const { harbour, riverside, millLane, northgate } = scene.services
    await expect(agree(harbour, harbour)).rejects.toMatchObject(refusedAs('service.fallback.itself'))
    await expect(agree(harbour, northgate)).rejects.toMatchObject(refusedAs('service.fallback.takes-nothing'))
    await expect(agree(harbour, riverside, '2026-03-27')).rejects.toMatchObject(
      refusedAs('service.agreedOn.in-the-future'),
    )
    await expect(agree(harbour, newId())).rejects.toMatchObject(refusedAs('service.fallback.invalid'))
    await agree(harbour, riverside)
    await agree(riverside, millLane)
    await expect(agree(millLane, harbour)).rejects.toMatchObject(refusedAs('service.fallback.circle'))
    // Whoever writes it: the database refuses as well.
    await expect(
      scene.owner.query(
        `update service set fallback_service_id = $2, fallback_agreed_on = '2026-03-01', fallback_contact = 'x' where id = $1`,
        [millLane, harbour],
      ),
    ).rejects.toMatchObject({ constraint: 'service_fallback_no_circle' })
  })

  it('from an old page is refused with what stands now', async () => {
    const { haven, riverside } = scene.services
    const press = SetFallbackInput.parse({
      serviceId: haven,
      requestId: newId(),
      seenVersion: 7,
      fallback: { serviceId: riverside, agreedOn: '2026-03-01', contact: 'x' },
    })
    await expect(admin().service.setFallback(press)).rejects.toMatchObject({ cause: { code: 'changed-meanwhile' } })
    await expect(scene.as(scene.people.harbourManager).service.setFallback(press)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})
