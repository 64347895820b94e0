import { describe, expect, it } from 'vitest'
import { readMoment, typedMoment } from './local-moment.ts'

describe('a day and a time as somebody typed them', () => {
  it.each([
    ['2026-03-26', '14:30', 'Europe/London', { kind: 'moment', at: new Date('2026-03-26T14:30:00Z') }],
    ['2026-07-01', '9:05', 'Europe/London', { kind: 'moment', at: new Date('2026-07-01T08:05:00Z') }],
    ['2026-07-01', '9.05', 'Europe/Oslo', { kind: 'moment', at: new Date('2026-07-01T07:05:00Z') }],
    // The clocks go back on 25 October: 01:30 is twice in London, and the earlier one is taken.
    ['2026-10-25', '01:30', 'Europe/London', { kind: 'moment', at: new Date('2026-10-25T00:30:00Z') }],
    ['2026-03-29', '01:30', 'Europe/London', { kind: 'fault', of: 'time', fault: 'calendar.time.does-not-exist' }],
    ['2026-03-26', '', 'Europe/London', { kind: 'no-time' }],
    ['2026-03-26', '25:00', 'Europe/London', { kind: 'fault', of: 'time', fault: 'calendar.time.impossible' }],
    ['2026-02-30', '10:00', 'Europe/London', { kind: 'fault', of: 'day', fault: 'calendar.day.impossible' }],
    ['', '10:00', 'Europe/London', { kind: 'fault', of: 'day', fault: 'calendar.day.missing' }],
  ])('%s %s in %s', (day, time, zone, expected) => {
    expect(readMoment({ day, time }, zone)).toEqual(expected)
  })

  it('is typed back as it was', () => {
    expect(typedMoment('2026-07-01T08:05:00.000Z', 'Europe/London')).toEqual({ day: '2026-07-01', time: '09:05' })
  })
})
