import { expect, it } from 'vitest'
import { getZone } from '../calendar/zone.ts'
import { contactDueAt } from './contact-due.ts'

it.each([
  ['in the morning', '2026-03-26T09:00:00Z', 'Europe/London', '2026-03-27T00:00:00.000Z'],
  ['before midnight there', '2026-03-26T22:59:00Z', 'Europe/Oslo', '2026-03-26T23:00:00.000Z'],
  ['after midnight there', '2026-03-26T23:01:00Z', 'Europe/Oslo', '2026-03-27T23:00:00.000Z'],
  ['on the day the clock goes forward', '2026-03-29T08:00:00Z', 'Europe/London', '2026-03-29T23:00:00.000Z'],
])('told %s, contact is due by the end of that day', (_when, at, zone, due) => {
  expect(contactDueAt(new Date(at), getZone(zone)).toISOString()).toBe(due)
})
