import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filledText, plainText } from './plain-text.ts'
import { characterCount, offendingCharacter, textFault } from './storable-text.ts'

describe('D01, D02, D03, D05: text that somebody typed', () => {
  it.each([
    ['  two words ', 'two words'],
    ['line\r\nline\tend', 'line\r\nline\tend'],
    ['\u202Eturned\u202C', '\u202Eturned\u202C'],
    ['a\u200Bb', 'a\u200Bb'],
    ["=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
    ['🙂'.repeat(20_000), '🙂'.repeat(20_000)],
    ['', ''],
  ])('%# is kept as it is, but for the spaces around it', (typed, kept) => {
    expect(plainText('contact.note').parse(typed)).toBe(kept)
  })

  it.each([
    ['a\u0000b', 'contact.note.cannot-be-stored'],
    ['\ud800', 'contact.note.cannot-be-stored'],
    ['a'.repeat(20_001), 'contact.note.too-long'],
    ['   ', 'contact.note.missing'],
    [7, 'contact.note.missing'],
  ])('%# is refused', (typed, message) => {
    const found = filledText('contact.note').safeParse(typed)
    expect(found.success ? [] : found.error.issues.map((issue) => issue.message)).toEqual([message])
  })

  it('is refused quickly when it is a file', () => {
    expect(plainText('contact.note').safeParse('a'.repeat(10_000_000)).success).toBe(false)
  })

  it('parses to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const found = plainText('contact.note').safeParse(text)
        expect(found.success).toBe(textFault(text) === null)
        if (found.success) expect(plainText('contact.note').parse(found.data)).toBe(found.data)
      }),
    )
  })
})

describe('a character', () => {
  it.each([
    ['An\u202Ena', 'U+202E'],
    ['An\u0000na', 'U+0000'],
    ['An\ud800na', 'U+D800'],
    ['Anna', null],
  ])('in %j stands in the way: %s', (text, character) => {
    expect(offendingCharacter(text)).toBe(character)
  })

  it('is counted as people count', () => {
    expect(characterCount('Åse🙂')).toBe(4)
  })
})
