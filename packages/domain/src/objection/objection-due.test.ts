import { describe, expect, it } from 'vitest'
import { getZone } from '../calendar/zone.ts'
import { isObjectionOverdue, objectionDueAt } from './objection-due.ts'

describe('CON-3: a clinician decides on an objection by the end of its day', () => {
  it.each([
    ['of a winter morning', '2026-01-15T09:00:00Z', 'Europe/London', '2026-01-16T00:00:00.000Z'],
    [
      'on the service’s own calendar, where it is tomorrow already',
      '2026-01-15T23:30:00Z',
      'Europe/Oslo',
      '2026-01-16T23:00:00.000Z',
    ],
    ['of a day of 23 hours', '2026-03-29T00:30:00Z', 'Europe/London', '2026-03-29T23:00:00.000Z'],
    ['of a Sunday: a day like others', '2026-07-05T12:00:00Z', 'Europe/Berlin', '2026-07-05T22:00:00.000Z'],
  ])('%s', (_when, recordedAt, zone, due) => {
    expect(objectionDueAt(new Date(recordedAt), getZone(zone)).toISOString()).toBe(due)
  })

  const dueAt = new Date('2026-01-16T00:00:00Z')
  it.each([
    ['before the end of the day', null, '2026-01-15T23:59:59.999Z', false],
    ['at its end', null, '2026-01-16T00:00:00Z', true],
    ['after it', null, '2026-01-17T00:00:00Z', true],
    ['decided in time, after it', 'upheld', '2026-01-17T00:00:00Z', false],
  ])('%s, decided %s', (_when, decision, now, isOverdue) => {
    expect(isObjectionOverdue({ dueAt, decision }, new Date(now))).toBe(isOverdue)
  })
})
