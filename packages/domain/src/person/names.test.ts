import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from './edit-distance.ts'
import { likelySameName, type NameLikeness } from './likely-same-name.ts'
import { nameKey, nameKeys, orderFreeNameKey } from './name-key.ts'
import { FamilyName, GivenNames, nameRefusal } from './person-name.ts'

describe('the key of a name', () => {
  it.each([
    ["O'Neill", 'oneill'],
    ['O’Neill', 'oneill'],
    ['Nguyễn', 'nguyen'],
    ['Siân', 'sian'],
    ['Åse', 'ase'],
    ['Øvergård', 'overgard'],
    ['Æbelø', 'aebelo'],
    ['Łukasz', 'lukasz'],
    ['Đorđević', 'dordevic'],
    ['Strauß', 'strauss'],
    ['Şahin', 'sahin'],
    ['Iğdır', 'igdir'],
    ['Smith-Jones', 'smith jones'],
    ['  van  den Berg ', 'van den berg'],
    ['Åse', 'ase'],
    ['Ａｎａ', 'ana'],
    ['علی‌رضا', 'علیرضا'],
    ['X', 'x'],
    ['Null', 'null'],
    ['🙂', '🙂'],
    ['-', '-'],
    ['', ''],
  ])('%s is %s', (name, key) => {
    expect(nameKey(name)).toBe(key)
  })

  it.each([
    [['Müller'], ['muller', 'mueller']],
    [['Ås'], ['as', 'aas']],
    [
      ['Bjørn', 'Hansen'],
      ['bjorn hansen', 'bjoern hansen'],
    ],
    [['Hansen'], ['hansen']],
  ])('%j has the spellings %j', (names, keys) => {
    expect(nameKeys(...names)).toEqual(keys)
  })

  it('is one for swapped names when the order is left out', () => {
    expect(orderFreeNameKey('Larsen', 'Eva Maria')).toBe(orderFreeNameKey('Maria Eva', 'Larsen'))
  })

  it('is a key of itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => nameKey(nameKey(name)) === nameKey(name)))
  })
})

describe('D13: two names beside one date of birth', () => {
  it.each<[string, string, string, string, NameLikeness | null]>([
    ['Larsen', 'Eva', 'Larsen', 'Eva', 'same'],
    ['Müller', 'Simon', 'MULLER', 'simon', 'same'],
    ['Müller', 'Simon', 'Mueller', 'Simon', 'same'],
    ['Ås', 'Kari', 'Aas', 'Kari', 'same'],
    ["O'Neill", 'René', 'O Neill', 'Rene', 'same'],
    ['De Smet', 'Luc', 'Desmet', 'Luc', 'same'],
    ['Smith-Jones', 'Mona', 'Smith Jones', 'Mona', 'same'],
    ['Larsen', 'Eva', 'Eva', 'Larsen', 'swapped'],
    ['Nguyễn', 'Van An', 'Van An', 'Nguyen', 'swapped'],
    ['Larsen', 'Eva', 'Larssen', 'Eva', 'similar'],
    ['Larsen', 'Eva', 'Lasren', 'Eva', 'similar'],
    ['Larsen', 'Eva', 'Larsen', 'Ewa', 'similar'],
    ['Kowalczyk', 'Simon', 'Kovalcyk', 'Simon', 'similar'],
    ['Larsen', 'Jon', 'Larsen', 'John', 'similar'],
    ['Larsen', 'Eva', 'Larsen', 'E.', 'similar'],
    ['Larsen', 'Eva', 'Larsen', '', 'similar'],
    ['Koch', 'Jean-Luc', 'Koch', 'Luc', 'similar'],
    ['Larsen', 'Maria da Conceição', 'Larsen', 'Maria Conceicao', 'similar'],
    ['van den Berg', 'Erik', 'Berg', 'Erik', 'similar'],
    ['Garcia Lopez', 'Eva', 'Garcia', 'Eva', 'similar'],
    ['Larsen', 'Eva', 'Ewa', 'Larsen', 'similar'],
    ['Larsen', 'Eva', 'Hansen', 'Eva', null],
    ['Larsen', 'Eva', 'Larsen', 'Ola', null],
    ['Koch', 'Eva', 'Voss', 'Eva', null],
    ['Koch', 'Luc', 'Berg', 'Piet', null],
    ['Li', 'An', 'Lu', 'An', null],
    ['🙂', '', '🙃', '', null],
  ])('%s, %s and %s, %s: %s', (family, given, otherFamily, otherGiven, likeness) => {
    const one = { familyName: family, givenNames: given }
    const other = { familyName: otherFamily, givenNames: otherGiven }
    expect(likelySameName(one, other)).toBe(likeness)
    expect(likelySameName(other, one)).toBe(likeness)
  })

  it('are the same when they are', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 })
    fc.assert(
      fc.property(name, name, (familyName, givenNames) => {
        expect(likelySameName({ familyName, givenNames }, { familyName, givenNames })).toBe('same')
      }),
    )
  })
})

describe('slips between two words', () => {
  it.each([
    ['larsen', 'larsen', 2, 0],
    ['larsen', 'larssen', 2, 1],
    ['larsen', 'lasren', 2, 1],
    ['larsen', 'hansen', 2, 2],
    ['larsen', 'koch', 2, 3],
    ['', 'ab', 2, 2],
    ['abc', '', 2, 3],
    ['ab', 'ba', 1, 1],
    ['🙂a', '🙂b', 1, 1],
  ])('%s and %s, up to %i: %i', (left, right, limit, slips) => {
    expect(editDistance(left, right, limit)).toBe(slips)
    expect(editDistance(right, left, limit)).toBe(slips)
  })
})

describe('D03, D04: a name', () => {
  it.each([
    "O'Neill",
    'Nguyễn',
    'Åse',
    'X',
    'Null',
    'Test',
    "=cmd|' /C calc'!A0",
    'محمد',
    'علی‌رضا',
    '👩‍👩‍👧',
    'a'.repeat(80),
    '🙂'.repeat(80),
    'Robert"); DROP TABLE person;--',
  ])('%s is stored exactly', (name) => {
    expect(FamilyName.parse(name)).toBe(name)
    expect(GivenNames.parse(name)).toBe(name)
  })

  it.each([
    ['', 'missing'],
    ['  ', 'missing'],
    ['a'.repeat(81), 'too-long'],
    ['An\u0000na', 'cannot-be-stored'],
    ['An\ud800na', 'cannot-be-stored'],
    ['An\u0001na', 'hidden-character'],
    ['An\u202Ena', 'hidden-character'],
    ['An\u2067na', 'hidden-character'],
    ['An\u200Bna', 'hidden-character'],
    ['An\uFFFEna', 'hidden-character'],
    ['An\u{E0041}na', 'hidden-character'],
    ['An\uFFFDna', 'could-not-be-read'],
    [`A${'\u0300'.repeat(9)}`, 'too-many-marks'],
  ])('%j is refused: %s', (name, refusal) => {
    const found = FamilyName.safeParse(name)
    expect(found.success ? null : found.error.issues[0]?.message).toBe(`person.familyName.${refusal}`)
  })

  it('is refused once, by its first fault, and parses to itself', () => {
    const name = fc.string({ unit: 'binary', maxLength: 100 })
    fc.assert(
      fc.property(name, (text) => {
        const found = FamilyName.safeParse(text)
        if (found.success) expect(FamilyName.parse(found.data)).toBe(found.data)
        else expect(found.error.issues.map((issue) => issue.message)).toHaveLength(1)
        expect(found.success).toBe(text.trim() !== '' && nameRefusal(text.trim()) === null)
      }),
    )
  })
})
