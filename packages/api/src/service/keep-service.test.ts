import { asActor } from '@throughcare/db/as-actor'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { newId } from '@throughcare/db/uuid'
import { openIntervalsOn, openingOn } from '@throughcare/domain/calendar/opening-hours'
import { getPlainDate as day } from '@throughcare/domain/calendar/plain-date'
import { ChangeServiceInput } from '@throughcare/domain/service/change-service-input'
import { AddClosureInput } from '@throughcare/domain/service/closure-input'
import { SetHoursInput } from '@throughcare/domain/service/set-hours-input'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const admin = () => scene.as(scene.people.administrator)
const millLane = () => scene.services.millLane
const versionOf = async (serviceId: string) => (await admin().service.byId({ serviceId })).version
const seen = async () => ({ serviceId: millLane(), requestId: newId(), seenVersion: await versionOf(millLane()) })
const span = (from: string, to: string) => ({ from, to })
const hoursOf = async (serviceId: string) => {
  const found = (await asActor(scene.people.administrator, (deed) => findOpeningHours(deed, [serviceId]))).get(
    serviceId,
  )
  if (!found) throw new Error('there is no such service')
  return found
}
const change = async (more: object = {}) =>
  ChangeServiceInput.parse({
    ...(await seen()),
    name: 'Mill Lane Pharmacy',
    address: '40 Mill Lane',
    phone: '01632 960501',
    dutyContactName: 'Pharmacist in charge',
    dutyContactPhone: '01632 960502',
    canDose: true,
    receives: ['omt'],
    ...more,
  })

describe('a change of a service', () => {
  it('is written, and stays with who made it and what stood before', async () => {
    const input = await change({ phone: '01632 960999' })
    expect(await admin().service.change(input)).toEqual({ version: input.seenVersion + 1 })
    const service = await admin().service.byId({ serviceId: millLane() })
    expect(service).toMatchObject({ phone: '01632 960999', receives: ['omt'], version: input.seenVersion + 1 })
    expect(service.changes[0]).toMatchObject({
      what: 'details',
      before: { phone: '+44 20 7946 0000' },
      after: { phone: '01632 960999' },
      by: 'Ada Holm',
    })
  })

  it('pressed twice is one change', async () => {
    const input = await change({ phone: '01632 960111' })
    expect(await admin().service.change(input)).toEqual(await admin().service.change(input))
    expect(await versionOf(millLane())).toBe(input.seenVersion + 1)
  })

  it('from an old page is refused with what stands now', async () => {
    const old = await change({ phone: '01632 960222' })
    await admin().service.change(await change({ name: 'Mill Lane' }))
    await expect(admin().service.change(old)).rejects.toMatchObject({
      cause: {
        code: 'changed-meanwhile',
        details: {
          seen: { version: old.seenVersion },
          current: { name: 'Mill Lane', version: old.seenVersion + 1 },
          changedBy: 'Ada Holm',
        },
      },
    })
  })

  it.each([
    ['doses at a housing office', { canDose: true, receives: ['housing'] }, 'canDose', 'service.canDose.not-this-kind'],
    ['OMT for a housing office', { canDose: false, receives: ['omt'] }, 'receives', 'service.receives.not-this-kind'],
  ])('refuses %s at its field', async (_what, more, path, fault) => {
    const input = await change({ ...more, serviceId: scene.services.haven, seenVersion: 0 })
    await expect(admin().service.change(input)).rejects.toMatchObject({
      cause: { code: 'invalid-input', fields: [{ path, fault }] },
    })
  })

  it.each(['northgateNurse', 'millLaneWorker', 'harbourManager', 'regionManager'] as const)(
    'is not for %s, in the use case and in the database',
    async (who) => {
      const actor = scene.people[who]
      await expect(scene.as(actor).service.change(await change())).rejects.toMatchObject({
        cause: { code: 'not-allowed' },
      })
      const changed = await asActor(actor, ({ tx }) => tx.$executeRaw`update service set name = 'mine'`)
      expect(changed).toBe(0)
      const cleared = await asActor(actor, ({ tx }) => tx.$executeRaw`delete from service_hours`)
      expect(cleared).toBe(0)
    },
  )

  it('never touches what decides who may see what, not even for an administrator', async () => {
    for (const column of ['kind', 'area_id', 'time_zone', 'country'])
      await expect(
        asActor(scene.people.administrator, ({ tx }) =>
          tx.$executeRawUnsafe(`update service set ${column} = ${column}`),
        ),
      ).rejects.toThrow('permission denied')
  })
})

describe('an ordinary week', () => {
  it('has two timetables, which the calendar reads', async () => {
    await admin().service.setHours(
      SetHoursInput.parse({
        ...(await seen()),
        open: { 1: [span('09:00', '18:00')], 7: [span('10:00', '24:00')] },
        dosing: { 1: [span('09:30', '12:00'), span('13:00', '17:00')], 7: [span('10:00', '11:00')] },
      }),
    )
    const hours = await hoursOf(millLane())
    expect(openingOn(hours, 'dosing', day('2026-03-30'))).toMatchObject({
      kind: 'open',
      intervals: [span('09:30', '12:00'), span('13:00', '17:00')],
    })
    expect(openingOn(hours, 'open', day('2026-03-31'))).toMatchObject({ kind: 'closed', because: 'weekly-hours' })
    // The Sunday on which the clocks go forward: ten o'clock and midnight on the wall, thirteen hours and not fourteen from it.
    expect(openIntervalsOn(hours, 'open', day('2026-03-29'))).toEqual({
      kind: 'intervals',
      intervals: [{ from: new Date('2026-03-29T09:00:00Z'), to: new Date('2026-03-29T23:00:00Z') }],
    })
  })

  it('that nobody has told us is not known, which is not shut', async () => {
    await admin().service.setHours(
      SetHoursInput.parse({ ...(await seen()), open: { 1: [span('09:00', '18:00')] }, dosing: null }),
    )
    expect(openingOn(await hoursOf(millLane()), 'dosing', day('2026-03-30'))).toEqual({ kind: 'hours-unknown' })
  })

  it('is shown to a page that is behind as lines', async () => {
    const old = { ...(await seen()), open: null, dosing: null }
    await admin().service.setHours(
      SetHoursInput.parse({
        ...(await seen()),
        open: { 2: [span('13:00', '17:00'), span('09:00', '12:00')] },
        dosing: null,
      }),
    )
    await expect(admin().service.setHours(old)).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile', details: { current: { open2: '09:00–12:00, 13:00–17:00' } } },
    })
  })

  it('of doses is refused where nobody is dosed', async () => {
    const input = SetHoursInput.parse({
      serviceId: scene.services.haven,
      requestId: newId(),
      seenVersion: 0,
      open: null,
      dosing: { 1: [span('09:00', '10:00')] },
    })
    await expect(admin().service.setHours(input)).rejects.toMatchObject({
      cause: { fields: [{ path: 'dosing', fault: 'service.dosing.doses-nobody' }] },
    })
  })

  it('cannot hold two hours at once or a time that there is not, whoever writes it', async () => {
    const insert = (opens: string, closes: string) =>
      scene.owner.query(
        `insert into service_hours (id, service_id, purpose, weekday, opens, closes) values ($1, $2, 'open', 2, $3, $4)`,
        [newId(), millLane(), opens, closes],
      )
    await expect(insert('11:00', '12:30')).rejects.toMatchObject({ code: '23P01' })
    await expect(insert('24:00', '25:00')).rejects.toMatchObject({ code: '23514' })
    await expect(insert('12:00', '12:00')).rejects.toMatchObject({ code: '23514' })
  })
})

describe('a closure', () => {
  const closure = async (more: object = {}) =>
    AddClosureInput.parse({
      ...(await seen()),
      fromDay: '2026-04-03',
      toDay: '2026-04-06',
      reason: 'the whole of Easter',
      ...more,
    })

  it('shuts the place for every purpose, and taken back opens it again; both stay', async () => {
    await admin().service.setHours(
      SetHoursInput.parse({
        ...(await seen()),
        open: { 5: [span('09:00', '18:00')] },
        dosing: { 5: [span('09:30', '12:00')] },
      }),
    )
    await admin().service.addClosure(await closure())
    expect(openingOn(await hoursOf(millLane()), 'dosing', day('2026-04-03'))).toMatchObject({ because: 'closure' })
    const [entered] = (await admin().service.byId({ serviceId: millLane() })).closures
    expect(entered).toMatchObject({ reason: 'the whole of Easter', addedBy: 'Ada Holm' })

    await admin().service.removeClosure({ ...(await seen()), closureId: entered?.id ?? '' })
    expect(openingOn(await hoursOf(millLane()), 'dosing', day('2026-04-03'))).toMatchObject({ kind: 'open' })
    const after = await admin().service.byId({ serviceId: millLane() })
    expect(after.closures).toEqual([])
    expect(after.changes.slice(0, 2).map(({ what }) => what)).toEqual(['closure-removed', 'closure-added'])
    await expect(
      admin().service.removeClosure({ ...(await seen()), closureId: entered?.id ?? '' }),
    ).rejects.toMatchObject({ cause: { code: 'not-found' } })
    await expect(scene.owner.query('delete from service_closure')).rejects.toMatchObject({ code: '42501' })
  })

  it('of days that are over is refused at its field', async () => {
    await expect(
      admin().service.addClosure(await closure({ fromDay: '2026-03-20', toDay: '2026-03-25' })),
    ).rejects.toMatchObject({ cause: { fields: [{ path: 'toDay', fault: 'service.toDay.in-the-past' }] } })
  })

  it('of another service cannot be taken back through this one', async () => {
    await admin().service.addClosure(await closure())
    const [entered] = (await admin().service.byId({ serviceId: millLane() })).closures
    await expect(
      admin().service.removeClosure({
        serviceId: scene.services.harbour,
        closureId: entered?.id ?? '',
        requestId: newId(),
        seenVersion: await versionOf(scene.services.harbour),
      }),
    ).rejects.toMatchObject({ cause: { code: 'not-found' } })
  })
})
