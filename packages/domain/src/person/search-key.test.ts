import { describe, expect, it } from 'vitest'
import { searchKey } from './search-key.ts'

describe('the key that a name is found under', () => {
  it.each([
    ['Hansen', 'Luc', [], 'hansen luc'],
    ["O'Neill", 'Siân', [], 'oneill sian'],
    ['Müller', 'Åse', [], 'muller mueller ase aase'],
    ['van den Berg', 'Jean-Luc', [], 'van den berg jean luc vandenberg jeanluc'],
    ['Nguyễn', '', ['Hansen'], 'nguyen hansen'],
    ['Null', 'Null', [], 'null'],
    ['🦊', '', [], '🦊'],
    ['X', '', [], 'x'],
  ])('%s, %s', (familyName, givenNames, otherNames, key) => {
    expect(searchKey({ familyName, givenNames, otherNames })).toBe(key)
  })
})
