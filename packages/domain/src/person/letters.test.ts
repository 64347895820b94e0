import { describe, expect, it } from 'vitest'
import { likelySameName } from './likely-same-name.ts'
import { nameKey, nameKeys } from './name-key.ts'

describe('letters that are no letter and a mark', () => {
  it.each([
    ['ø', 'o'],
    ['æ', 'ae'],
    ['œ', 'oe'],
    ['ß', 'ss'],
    ['ł', 'l'],
    ['đ', 'd'],
    ['ð', 'd'],
    ['þ', 'th'],
    ['ı', 'i'],
    ['ħ', 'h'],
    ['ŋ', 'n'],
    ['ə', 'e'],
    ['ƒ', 'f'],
  ])('x%sy has the key x%sy', (letter, plain) => expect(nameKey(`x${letter}y`)).toBe(`x${plain}y`))

  it.each([
    ['ä', 'a', 'ae'],
    ['ö', 'o', 'oe'],
    ['ü', 'u', 'ue'],
    ['å', 'a', 'aa'],
    ['ø', 'o', 'oe'],
  ])('x%sy is written with one letter or two', (letter, one, two) => {
    expect(nameKeys(`x${letter}y`)).toEqual([`x${one}y`, `x${two}y`])
  })

  it.each([
    ['а', 'a'],
    ['е', 'e'],
    ['о', 'o'],
    ['р', 'p'],
    ['с', 'c'],
    ['у', 'y'],
    ['х', 'x'],
    ['ν', 'v'],
    ['υ', 'u'],
  ])('%s looks like %s', (foreign, latin) => expect(nameKey(`b${foreign}b`)).toBe(`b${latin}b`))
})

describe('small words that registers drop and add', () => {
  it.each(
    'af al av bin bint da das de del della den der des di do dos du el la le te ten ter van von y zu'
      .split(' ')
      .map((particle) => [particle] as const),
  )('%s', (particle) => {
    const one = { familyName: `${particle} Kastenberg`, givenNames: 'Sofia' }
    expect(likelySameName(one, { familyName: 'Kastenberg', givenNames: 'Sofia Beth' })).not.toBeNull()
  })

  it('no other word is one', () => {
    const one = { familyName: 'Oakley Kastenberg', givenNames: 'Sofia' }
    expect(likelySameName(one, { familyName: 'Kastenberg', givenNames: 'Sofia Beth' })).toBeNull()
  })
})
