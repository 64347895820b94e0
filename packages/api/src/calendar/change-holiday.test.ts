import { systemActor } from '@throughcare/db/actor'
import { newId } from '@throughcare/db/uuid'
import type { ChangeHolidayInput } from '@throughcare/domain/calendar/holiday-inputs'
import { getPlainDate as day } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { refusal } from '../../testing/treated-case.ts'
import { fillHolidays } from './fill-holidays.ts'

// Thursday 26 March 2026. All services of the scene go by the country's own holidays.
let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(() => fillHolidays(systemActor(scene.services.harbour), 'GB', [2026]))
afterAll(() => scene.close())

const administrator = () => scene.as(scene.people.administrator)
const press = (more: Partial<ChangeHolidayInput> = {}): ChangeHolidayInput => ({
  requestId: newId(),
  seenVersion: null,
  country: 'GB',
  region: '',
  day: day('2026-04-09'),
  name: 'Founders’ Day',
  reason: 'decided by the council on 2 March',
  ...more,
})
const look = (on: string) => administrator().calendar.holidays({ place: null, year: null, day: day(on) })
/** What the second reading in SQL says of Harbour on a day. */
const wordOf = async (on: string) =>
  (await scene.owner.query('select word from app.second_dosing($1, $2)', [scene.services.harbour, on])).rows[0]?.word

describe('a public holiday that somebody adds, names anew or takes away (rule CAL-6)', () => {
  it('closes the places of the region until they say otherwise, and survives the next filling', async () => {
    expect(await wordOf('2026-04-09')).toBe('open')
    expect(await administrator().calendar.changeHoliday(press())).toEqual({ version: 0 })
    expect(await wordOf('2026-04-09')).toBe('closed')
    await fillHolidays(systemActor(scene.services.harbour), 'GB', [2026])
    expect(await wordOf('2026-04-09')).toBe('closed')
    const { holidays } = await scene.as(scene.people.harbourWorker).service.byId({ serviceId: scene.services.harbour })
    expect(holidays).toContainEqual({ on: '2026-04-09', name: 'Founders’ Day' })
    expect((await look('2026-04-09')).holidays).toContainEqual({
      day: '2026-04-09',
      name: 'Founders’ Day',
      change: expect.objectContaining({
        version: 0,
        reason: 'decided by the council on 2 March',
        by: scene.people.administrator.displayName,
      }),
    })
  })

  it('one that was calculated and is none opens them, and is listed as taken away', async () => {
    const easter = day('2026-04-06')
    expect(await wordOf(easter)).toBe('closed')
    await administrator().calendar.changeHoliday(press({ day: easter, name: null, reason: 'moved by Parliament' }))
    await fillHolidays(systemActor(scene.services.harbour), 'GB', [2026])
    expect(await wordOf(easter)).toBe('open')
    expect((await look(easter)).takenAway).toMatchObject([
      { day: easter, isHoliday: false, reason: 'moved by Parliament' },
    ])
    await administrator().calendar.changeHoliday(press({ day: easter, name: 'Easter Monday', seenVersion: 0 }))
    expect(await wordOf(easter)).toBe('closed')
    expect((await look(easter)).takenAway).toEqual([])
  })

  it('is looked at before: which places dose on that weekday, which have spoken for themselves, and how many people', async () => {
    await scene.owner.query(
      `insert into service_closure (id, service_id, from_day, to_day, reason) values ($1, $2, '2026-05-12', '2026-05-12', 'moving')`,
      [newId(), scene.services.millLane],
    )
    const { look: of } = await look('2026-05-12')
    expect(of).toMatchObject({ name: null, version: null, isOver: false, people: null })
    expect(of?.places).toContainEqual({
      id: scene.services.millLane,
      name: 'Mill Lane Pharmacy',
      dosesThatWeekday: true,
      isShut: true,
      said: null,
    })
    expect(of?.places.map(({ name }) => name)).not.toContain('Haven Housing')
    for (let n = 0; n < 5; n += 1) await scene.aTreatment(await scene.aCase({}), { dosing: 'harbour' })
    expect((await look('2026-05-12')).look?.people).toBe(5)
  })

  it('the same press twice is one change; a page that is behind is told what stands', async () => {
    const same = press({ day: day('2026-06-15') })
    await Promise.all([administrator().calendar.changeHoliday(same), administrator().calendar.changeHoliday(same)])
    await expect(
      administrator().calendar.changeHoliday(press({ day: day('2026-06-15'), name: 'Another Day' })),
    ).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile', details: { current: { name: 'Founders’ Day', version: 0 } } },
    })
  })

  it('is for today and later, for what is not so already, and for regions of services here', async () => {
    const change = (more: Partial<ChangeHolidayInput>) => administrator().calendar.changeHoliday(press(more))
    await expect(change({ day: day('2026-03-25') })).rejects.toMatchObject(refusal('calendar.day-is-over'))
    await expect(change({ day: day('2026-07-01'), name: null })).rejects.toMatchObject(
      refusal('calendar.is-so-already'),
    )
    await expect(change({ region: 'XYZ' })).rejects.toMatchObject({ cause: { code: 'not-found' } })
  })

  it('is written by nobody past the administrator’s function', async () => {
    const asked = scene.owner.query(`select app.change_holiday($1, 'GB', '', '2026-07-02', null, 'x', 'y')`, [newId()])
    await expect(asked).rejects.toMatchObject({ code: '42501' })
    await expect(scene.as(scene.people.harbourWorker).calendar.changeHoliday(press())).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})
