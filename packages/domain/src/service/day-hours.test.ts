import { describe, expect, it } from 'vitest'
import { dayHours, hoursLine, readHours } from './day-hours.ts'

describe('hours as people type them', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    ['-', ''],
    ['9-17', '09:00–17:00'],
    ['09:00-12:30, 13.00–17.30', '09:00–12:30, 13:00–17:30'],
    ['13-17; 9-12', '09:00–12:00, 13:00–17:00'],
    ['0930 to 1630', '09:30–16:30'],
    ['9:30 – 12 and 13 – 16', '09:30–12:00, 13:00–16:00'],
    ['0-24', '00:00–24:00'],
    ['22:00-24:00', '22:00–24:00'],
    ['9-12, 12-15', '09:00–12:00, 12:00–15:00'],
  ])('%j is read as %j', (line, expected) => {
    const read = readHours(line)
    expect(read.kind === 'hours' && hoursLine(read.spans)).toBe(expected)
    // What was read reads back to itself.
    expect(readHours(expected)).toEqual(read)
  })

  it.each([
    ['nine to five', 'not-read', 'nine to five'],
    ['9', 'not-read', '9'],
    ['9-12-15', 'not-read', '9-12-15'],
    ['9-25', 'no-such-time', '9-25'],
    ['9:75-12', 'no-such-time', '9:75-12'],
    ['24-24', 'no-such-time', '24-24'],
    ['24:00-02:00', 'no-such-time', '24:00-02:00'],
    ['17-9', 'ends-before-it-begins', '17-9'],
    ['9-9', 'ends-before-it-begins', '9-9'],
    ['22-02', 'ends-before-it-begins', '22-02'],
    ['9-12, 17-13', 'ends-before-it-begins', '17-13'],
    ['9-13, 12-17', 'overlap', '9-13, 12-17'],
    ['1-2,3-4,5-6,7-8,9-10,11-12,13-14', 'too-many', '1-2,3-4,5-6,7-8,9-10,11-12,13-14'],
  ])('%j is refused as %s', (line, fault, at) => {
    expect(readHours(line)).toEqual({ kind: 'fault', fault, at })
  })

  it.each([
    [
      [
        { from: '09:00', to: '12:00' },
        { from: '11:59', to: '13:00' },
      ],
      'x.overlap',
    ],
    [[{ from: '12:00', to: '09:00' }], 'calendar.interval.endsBeforeItBegins'],
    [Array.from({ length: 7 }, (_, n) => ({ from: `0${n}:00`, to: `0${n}:30` })), 'x.too-many'],
    ['9-17', 'x.invalid'],
  ])('the schema refuses %j', (spans, fault) => {
    expect(dayHours('x').safeParse(spans).error?.issues[0]?.message).toBe(fault)
  })
})
