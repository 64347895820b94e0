import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine, neutralCell } from './neutral-cell.ts'

const FORMULA = "=cmd|' /C calc'!A0"

describe('D08: a cell of an export', () => {
  it.each<[string, string, string]>([
    ['a formula', FORMULA, `'${FORMULA}`],
    ['a formula with a sum', '=1+1', "'=1+1"],
    ['a plus', '+1-800', "'+1-800"],
    ['a minus before a letter', '-a', "'-a"],
    ['an at', '@SUM(A1)', "'@SUM(A1)"],
    ['a pipe', '|calc', "'|calc"],
    ['a percent sign', '%0A', "'%0A"],
    ['a leading space', ' =1+1', "' =1+1"],
    ['a leading tab', '\t=1+1', "' =1+1"],
    ['a leading line feed', '\n=1+1', "' =1+1"],
    ['a leading carriage return', '\r=1+1', "' =1+1"],
    ['a zero-width space', '\u200B=1+1', "'\u200B=1+1"],
    ['a mark of byte order', '\uFEFF=1+1', "'=1+1"],
    ['NUL', '\u0000=1+1', "'=1+1"],
    ['no-break space', '\u00A0=1+1', "'\u00A0=1+1"],
    ['a direction override', '\u202E=1+1', "'\u202E=1+1"],
    ['full-width equals', '＝1+1', "'＝1+1"],
    ['full-width plus', '＋1', "'＋1"],
    ['full-width minus', '－1', "'－1"],
    ['full-width at', '＠SUM(A1)', "'＠SUM(A1)"],
    ['a formula in the second line', 'Note\n=1+1', 'Note =1+1'],
    ['a formula in the middle', 'a=1+1', 'a=1+1'],
    ['a name', "O'Neill", "O'Neill"],
    ['a name from right to left', 'محمد', 'محمد'],
    ['nothing', '', ''],
    ['two formulas', `${FORMULA};${FORMULA}`, `'${FORMULA};${FORMULA}`],
  ])('%s', (_, typed, written) => {
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
