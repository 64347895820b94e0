import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORMULA, HOSTILE_CELLS } from '../../testing/hostile-cells.ts'
import { csvLine, neutralCell } from './neutral-cell.ts'

describe('D08: a cell of an export', () => {
  it.each(HOSTILE_CELLS)('%s', (_, typed, written) => {
    expect(neutralCell(typed)).toBe(written)
  })

  it.each<[string | number | null, string]>([
    [12, '12'],
    [-3, '-3'],
    [0, '0'],
    [1.5, '1.5'],
    ['-3', '-3'],
    ['+3', "'+3"],
    ['-3=1', "'-3=1"],
    ['007', '007'],
    [Number.NaN, ''],
    [Number.POSITIVE_INFINITY, ''],
    [null, ''],
  ])('%j is a number, or is made none', (value, written) => {
    expect(neutralCell(value)).toBe(written)
  })

  it('begins with nothing that a spreadsheet runs, whatever was typed, and holds no line break', () => {
    const typed = fc.tuple(
      fc.string({ unit: fc.constantFrom(' ', '\t', '\r', '\n', '\u0000', '\u200B', '\uFEFF', '\u00A0', '"') }),
      fc.constantFrom('=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠', 'a', ''),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(typed, (parts) => {
        const text = neutralCell(parts.join(''))
        const seen = text.replace(/^[\p{White_Space}\p{Cc}\p{Cf}]+/u, '')
        expect(/^[=+@|%＝＋－＠｜％]/.test(seen) || /^-(?![\d])/.test(seen)).toBe(false)
        for (const never of ['\r', '\n', '\u0000', '\uFEFF']) expect(text).not.toContain(never)
        expect(neutralCell(text)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('stands in a line of CSV as one cell, whatever is in it', () => {
    expect(csvLine(['a "b", c', 7, null, FORMULA, '1\n2'])).toBe(`"a ""b"", c",7,"","'${FORMULA}","1 2"\r\n`)
  })
})
