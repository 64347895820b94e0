import { describe, expect, test } from 'vitest'
import { findPastedDate, joinTypedDate, splitTypedDate } from './date-parts.tsx'

describe('what the form holds for three typed parts', () => {
  test.each([
    ['nothing typed', ['', '', ''], ''],
    ['only blanks', [' ', '', '  '], ''],
    ['a whole date', ['26', '03', '2026'], '2026-03-26'],
    ['single digits are filled up', ['7', '4', '1990'], '1990-04-07'],
    ['a day that does not exist is kept for the schema to refuse', ['31', '2', '1991'], '1991-02-31'],
    ['blanks around', [' 7', '4 ', '1990'], '1990-04-07'],
    ['a part missing', ['26', '', '2026'], '2026--26'],
    ['letters are kept', ['x', '4', '1990'], '1990-04-x'],
    ['a short year is kept', ['7', '4', '90'], '90-04-07'],
  ])('%s', (_, [day = '', month = '', year = ''], held) => {
    expect(joinTypedDate({ day, month, year })).toBe(held)
  })

  test.each(['', '2026-03-26', '1991-02-31', '2026--26', '90-04-07', '1990-04-x'])(
    '%j comes back as it was',
    (held) => {
      expect(joinTypedDate(splitTypedDate(held))).toBe(held)
    },
  )

  test.each([
    ['2026-03-26', ['26', '03', '2026']],
    [' 2026-3-6 ', ['6', '3', '2026']],
    ['26.3.2026', ['26', '3', '2026']],
    ['26/03/2026', ['26', '03', '2026']],
    ['26 3 2026', ['26', '3', '2026']],
    ['26-03-2026', ['26', '03', '2026']],
    ['26', null],
    ['26.3.26', null],
    ['born 26.3.2026', null],
    ['', null],
  ])('pasting %j', (text, parts) => {
    const [day, month, year] = parts ?? []
    expect(findPastedDate(text)).toEqual(parts && { day, month, year })
  })
})
