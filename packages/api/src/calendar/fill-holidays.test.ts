import { systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { firstDayOpenOnOrAfter } from '@throughcare/domain/calendar/opening-hours'
import { getPlainDate as day } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { fillHolidays, holidaysOf } from './fill-holidays.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

describe('public holidays', () => {
  it.each([
    ['GB', '', '2026-04-06', true],
    ['GB', 'SCT', '2026-04-06', false],
    ['GB', 'ENG', '2026-08-31', true],
    ['NO', '', '2026-05-17', true],
    ['NO', '', '2026-05-18', false],
    ['DE', 'BE', '2026-03-08', true],
    ['DE', '', '2026-03-08', false],
  ])('in %s (%s) %s: %s', (country, region, on, is) => {
    expect(holidaysOf(country, [2026]).some((each) => each.region === region && each.day === on)).toBe(is)
  })

  it('holds each day once per part of a country', () => {
    for (const country of ['GB', 'NO', 'DE', 'FR', 'PT', 'BE']) {
      const keys = holidaysOf(country, [2025, 2026]).map((each) => `${each.region} ${each.day}`)
      expect(new Set(keys).size, country).toBe(keys.length)
    }
  })

  it('are replaced year by year by the worker, and close the places of the country', async () => {
    const worker = systemActor(scene.services.harbour)
    await scene.owner.query(
      `insert into public_holiday (country, region, day, name) values ('GB', '', '2026-03-30', 'moved away'), ('GB', '', '2025-12-25', 'Christmas Day')`,
    )
    await fillHolidays(worker, 'GB', [2026])
    await fillHolidays(worker, 'GB', [2026])
    const { rows } = await scene.owner.query(
      `select day::text from public_holiday where country = 'GB' and region = '' and day between '2025-12-01' and '2026-04-30' order by day`,
    )
    expect(rows.map((row) => row.day)).toEqual(['2025-12-25', '2026-01-01', '2026-04-03', '2026-04-06'])

    const hours = await asActor(worker, (deed) => findOpeningHours(deed, [scene.services.harbour]))
    const harbour = hours.get(scene.services.harbour)
    expect(harbour && firstDayOpenOnOrAfter(harbour, 'dosing', day('2026-04-03'))).toMatchObject({
      kind: 'open-day',
      day: '2026-04-07',
      closed: [{ because: 'holiday-not-confirmed', holiday: 'Good Friday' }, {}, {}, { holiday: 'Easter Monday' }],
    })
  })

  it('are not for a hat to write, and not for the app role either', async () => {
    const nurse = scene.people.northgateNurse
    await expect(
      asActor(nurse, ({ tx }) => tx.$queryRaw`select app.fill_holidays('GB', array[2026], '[]')::text`),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      asActor(nurse, ({ tx }) => tx.$executeRaw`insert into public_holiday values ('GB', '', '2026-07-01', 'ours')`),
    ).rejects.toMatchObject({ code: '42501' })
  })
})
