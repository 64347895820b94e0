import { describe, expect, it } from 'vitest'
import { lastTimeOf } from './typed-time.ts'

describe('a time typed at the gate', () => {
  const table: readonly [string, string, string, string, string | null][] = [
    ['now', '09:15', '2026-03-26T09:15:40Z', 'Europe/London', '2026-03-26T09:15:00.000Z'],
    ['some minutes ago, with a point', '9.05', '2026-03-26T09:15:40Z', 'Europe/London', '2026-03-26T09:05:00.000Z'],
    ['on another wall', '10:15', '2026-03-26T09:15:40Z', 'Europe/Oslo', '2026-03-26T09:15:00.000Z'],
    ['before midnight', '23:50', '2026-03-26T00:10:00Z', 'Europe/London', '2026-03-25T23:50:00.000Z'],
    ['still to come', '09:16', '2026-03-26T09:15:40Z', 'Europe/London', null],
    ['the hour that the clock jumped over', '01:30', '2026-03-29T03:00:00Z', 'Europe/London', null],
    [
      'an hour shown twice: the later one',
      '01:30',
      '2026-10-25T03:00:00Z',
      'Europe/London',
      '2026-10-25T01:30:00.000Z',
    ],
    ['no time', 'noon', '2026-03-26T12:00:00Z', 'Europe/London', null],
    ['no such time', '24:00', '2026-03-26T12:00:00Z', 'Europe/London', null],
  ]
  for (const [name, typed, now, zone, at] of table)
    it(name, () => expect(lastTimeOf(typed, new Date(now), zone)?.toISOString() ?? null).toBe(at))
})
