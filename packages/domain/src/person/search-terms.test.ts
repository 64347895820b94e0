import { describe, expect, it } from 'vitest'
import { searchTerms } from './search-terms.ts'

describe('what a search asks for', () => {
  it.each([
    // typed,              number,      born,         keys
    ["O'Neill", '', null, ['oneill']],
    ['O’Neill', '', null, ['oneill']],
    ['o neill', '', null, ['o neill']],
    ['Müller Eva', '', null, ['muller eva', 'mueller eva']],
    ['  Åse-Mari  ', '', null, ['ase mari', 'aase mari']],
    ['b8141ax', 'B8141AX', null, ['b8141ax']],
    ['B 8141 AX', 'B8141AX', null, ['b 8141 ax']],
    ['1984-04-28', '', '1984-04-28', []],
    ['28.4.1984', '', '1984-04-28', []],
    ['28/04/1984', '', '1984-04-28', []],
    ['04/28/1984', '', '1984-04-28', []],
    ['5.4.1984', '', '1984-04-05', []],
    ['Hansen 28.4.1984 Luc', '', '1984-04-28', ['hansen luc']],
    ['31.2.1984', '31.2.1984', null, ['31 2 1984']],
    ['1984', '1984', null, ['1984']],
    ['%', '', null, ['%']],
    ['_', '', null, ['_']],
    ['', '', null, []],
    ['   ', '', null, []],
    ['🦊', '', null, ['🦊']],
  ])('%s', (typed, numberKey, born, nameKeys) => {
    expect(searchTerms(typed)).toEqual({ numberKey, born, nameKeys })
  })
})
