import { expect, it } from 'vitest'
import { PACK_DATES, PACK_DATES_RELEASED_ON } from '../../testing/country-pack/pack-dates.ts'
import { addDays, getPlainDate } from '../calendar/plain-date.ts'
import { clockTimeIn, getZone, plainDateIn } from '../calendar/zone.ts'
import { dueAt } from '../checklist/due-at.ts'
import type { CountryPack } from './country-pack.ts'
import { COUNTRY_PACKS } from './country-packs.ts'

const RELEASED_ON = getPlainDate(PACK_DATES_RELEASED_ON)

it('has a table for every pack', () => {
  expect(Object.keys(PACK_DATES).toSorted()).toEqual(COUNTRY_PACKS.map(({ code }) => code).toSorted())
})

it.each<CountryPack>(COUNTRY_PACKS)('U29: $code: due, earliest and latest day of every item', (pack) => {
  const { timeZone, dates } = PACK_DATES[pack.code] ?? { timeZone: '', dates: '' }
  const zone = getZone(timeZone)
  const found = Object.entries(pack.items).map(([code, { earliest, latest, ...rule }]) => {
    const due = dueAt(rule, {
      releaseDate: RELEASED_ON,
      releaseCertainty: 'confirmed',
      releasedAt: null,
      madeAt: new Date('2026-06-01T10:00:00Z'),
      zone,
    })
    expect(due && clockTimeIn(due, zone), code).toBe('09:00')
    const first = earliest ? addDays(RELEASED_ON, earliest.days) : '-'
    const last = latest ? `${addDays(RELEASED_ON, latest.days)}${latest.hard ? '!' : ''}` : '-'
    return [code, due && plainDateIn(due, zone), first, last].join(' ')
  })
  const written = dates.split('\n').map((line) => line.trim().replace(/\s+/g, ' '))
  expect(found).toEqual(written.filter((line) => line !== ''))
})
