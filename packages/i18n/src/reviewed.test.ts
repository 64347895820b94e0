import { describe, expect, it } from 'vitest'
import { LOCALES } from './locales.ts'
import { type AboutLanguage, aboutLanguage, isReviewed, sealOf } from './reviewed.ts'

const KEY = 'person-print.safety.wake'
const by = (seal: string): AboutLanguage => ({
  made: 'machine',
  how: '',
  reviewed: { [KEY]: { by: 'a translator', on: '2027-01-14', seal } },
})

describe('a review of a translation', () => {
  it('holds for the wording that was reviewed and for no other', () => {
    const seal = sealOf('ar', KEY) ?? ''
    expect(seal).toMatch(/^[0-9a-f]{12}$/)
    expect(isReviewed('ar', KEY, by(seal))).toBe(true)
    expect(isReviewed('ar', KEY, by('000000000000'))).toBe(false)
    expect(isReviewed('ar', 'person-print.safety.alone', by(seal))).toBe(false)
    expect(sealOf('nb', KEY)).not.toBe(seal)
  })

  it('is not needed for English, and not to be had for a text that is not there', () => {
    expect(isReviewed('en', KEY)).toBe(true)
    expect(sealOf('ar', 'person-print.nothing')).toBe(null)
  })

  it.each(LOCALES)('that stands in the file of %s is of the texts as they are now', (locale) => {
    const { reviewed } = aboutLanguage(locale)
    expect(Object.keys(reviewed).filter((key) => !isReviewed(locale, key))).toEqual([])
  })
})
