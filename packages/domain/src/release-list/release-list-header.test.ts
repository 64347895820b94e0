import { describe, expect, it } from 'vitest'
import { GOOD_CELLS } from '../../testing/release-list/a-line.ts'
import { readRows } from '../../testing/release-list/read-rows.ts'
import { RELEASE_LIST_COLUMN_NAMES } from './release-list-columns.ts'
import { decideCells, decideDelimiter, decideEncoding, decideHeader } from './release-list-header.ts'

const NAMES = [...RELEASE_LIST_COLUMN_NAMES]
const ROW = NAMES.map((name) => GOOD_CELLS[name])

describe('the header', () => {
  it.each<[string, string[], object]>([
    ['as documented', NAMES, { ok: true }],
    ['with a byte order mark', [`\uFEFF${NAMES[0]}`, ...NAMES.slice(1)], { ok: true }],
    ['in another order', NAMES.toReversed(), { ok: true }],
    ['in capitals, with spaces', NAMES.map((name) => ` ${name.toUpperCase()} `), { ok: true }],
    ['with a column of its own', [...NAMES, 'wing', ''], { ok: true, header: { ignored: ['wing'] } }],
    ['without a column', NAMES.slice(0, -1), { ok: false, because: 'missing-columns', columns: ['has_address'] }],
    [
      'with a renamed column',
      NAMES.map((name) => (name === 'last_dose_on' ? 'last_dose' : name)),
      { ok: false, because: 'missing-columns', columns: ['last_dose_on'] },
    ],
    ['with one twice', [...NAMES, 'sex'], { ok: false, because: 'repeated-columns', columns: ['sex'] }],
    ['that is a line', ROW, { ok: false, because: 'no-header' }],
    ['that is empty', ['', ''], { ok: false, because: 'empty' }],
    ['that is not there', [], { ok: false, because: 'empty' }],
  ])('%s', (_name, cells, expected) => {
    expect(decideHeader(cells)).toMatchObject(expected)
  })
})

describe('the cells of a line', () => {
  const decided = decideHeader([...NAMES.toReversed(), 'wing'])
  const header = decided.ok ? decided.header : null

  it.each<[string, string[], unknown]>([
    ['in the order of the header', [...ROW.toReversed(), 'C'], { ok: true, cells: GOOD_CELLS }],
    ['without the last ones', ROW.toReversed(), { ok: true, cells: GOOD_CELLS }],
    ['with empty ones too many', [...ROW.toReversed(), 'C', '', ' '], { ok: true, cells: GOOD_CELLS }],
    [
      'with full ones too many',
      [...ROW.toReversed(), 'C', 'D'],
      { ok: false, refused: { field: 'has_address', code: 'too-many-cells' } },
    ],
    ['without any', [], null],
    ['with nothing in them', ROW.map(() => ' '), null],
  ])('%s', (_name, row, expected) => {
    expect(header && decideCells(header, row)).toEqual(expected)
  })
})

describe('D07: the file', () => {
  it.each([
    [NAMES.join(','), ','],
    [NAMES.join(';'), ';'],
    [NAMES.join('\t'), '\t'],
    ['prison_number', ','],
  ])('is parted by what its header holds most of', (line, delimiter) => {
    expect(decideDelimiter(line)).toBe(delimiter)
  })

  it.each<[string, number[], string]>([
    ['UTF-8', [0x70, 0x72], 'utf-8'],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf], 'utf-8'],
    ['UTF-16 with a mark, little end first', [0xff, 0xfe, 0x70, 0x00], 'utf-16le'],
    ['UTF-16 with a mark, big end first', [0xfe, 0xff, 0x00, 0x70], 'utf-16be'],
    ['UTF-16 without a mark, little end first', [0x70, 0x00, 0x72, 0x00], 'utf-16le'],
    ['UTF-16 without a mark, big end first', [0x00, 0x70, 0x00, 0x72], 'utf-16be'],
    ['nothing', [], 'utf-8'],
  ])('is %s', (_name, bytes, encoding) => {
    expect(decideEncoding(new Uint8Array(bytes))).toBe(encoding)
  })

  it('keeps its line numbers when a cell runs over lines', () => {
    expect(readRows('a;b\r\n"x\ny";"z""z"\r\nc;d', ';')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\ny', 'z"z'] },
      { line: 4, cells: ['c', 'd'] },
    ])
  })
})
