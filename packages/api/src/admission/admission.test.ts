import { newId } from '@throughcare/db/uuid'
import type { RecordAdmissionInput } from '@throughcare/domain/admission/admission-terms'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const said = (more: Partial<RecordAdmissionInput> = {}): RecordAdmissionInput => ({
  serviceId: scene.services.harbour,
  requestId: newId(),
  seenVersion: 0,
  womenOnly: 'no',
  couples: 'together',
  waitingDays: 4,
  toldBy: 'Rita at the front desk',
  askedOn: getPlainDate('2026-03-20'),
  ...more,
})

describe('whom a service takes', () => {
  it('is kept by an administrator, read in the directory and beside every offer, and said again as a new version', async () => {
    const administrator = scene.as(scene.people.administrator)
    const nurse = scene.as(scene.people.northgateNurse)
    const press = said()
    await Promise.all([administrator.admission.record(press), administrator.admission.record(press)])
    const known = (await nurse.service.list()).find(({ id }) => id === scene.services.harbour)
    expect(known?.admission).toEqual({
      womenOnly: 'no',
      couples: 'together',
      waitingDays: 4,
      toldBy: 'Rita at the front desk',
      askedOn: '2026-03-20',
      recordedBy: 'Ada Holm',
      version: 1,
    })
    expect((await nurse.service.list()).find(({ id }) => id === scene.services.haven)?.admission).toBeNull()
    const one = await scene.aCase({ items: [{ area: 'omt', code: 'prescriber-named' }] })
    const { areas } = await nurse.handoff.receivers({ episodeId: one.episodeId })
    const offers = areas.flatMap((area) => area.offers)
    expect(offers.filter(({ admission }) => admission !== null).map(({ name }) => name)).toContain('Harbour Recovery')
    await expect(administrator.admission.record(said({ couples: 'no' }))).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile', details: { current: { couples: 'together' } } },
    })
    await administrator.admission.record(said({ seenVersion: 1, couples: 'staggered' }))
    const { admission } = await nurse.service.byId({ serviceId: scene.services.harbour })
    expect(admission).toMatchObject({ couples: 'staggered', version: 2 })
  })

  it('is not said ahead, nor of a service that there is not, nor by anybody else', async () => {
    const administrator = scene.as(scene.people.administrator)
    await expect(
      administrator.admission.record(said({ seenVersion: 2, askedOn: getPlainDate('2026-03-27') })),
    ).rejects.toMatchObject({ cause: { code: 'invalid-input' } })
    await expect(administrator.admission.record(said({ serviceId: newId() }))).rejects.toMatchObject({
      cause: { code: 'not-found' },
    })
    for (const who of ['northgateManager', 'regionManager', 'harbourWorker', 'northgateNurse'] as const)
      await expect(scene.as(scene.people[who]).admission.record(said({ seenVersion: 2 }))).rejects.toMatchObject({
        cause: { code: 'not-allowed' },
      })
  })

  it('is said by a manager of the own service', async () => {
    await scene.as(scene.people.harbourManager).admission.record(said({ seenVersion: 2, waitingDays: 0, toldBy: null }))
    const { admission } = await scene
      .as(scene.people.northgateNurse)
      .service.byId({ serviceId: scene.services.harbour })
    expect(admission).toMatchObject({ waitingDays: 0, toldBy: null, recordedBy: 'Rita Fonseca', version: 3 })
  })
})
