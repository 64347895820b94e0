import { describe, expect, it } from 'vitest'
import { decideLocale, directionOf, LOCALES, personLanguage } from './locales.ts'

describe('which language a reader gets', () => {
  it.each([
    // account, cookie, browser,                       language
    ['nb', 'en', 'en-GB', 'nb'],
    [null, 'nb', 'en-GB', 'nb'],
    ['xx', 'nb', 'en', 'nb'],
    [null, 'xx', 'nb-NO,nb;q=0.9,en;q=0.8', 'nb'],
    ['de', 'nb', 'nb', 'de'],
    [null, 'fr', 'en', 'fr'],
    // Papers can be in Arabic, screens not yet.
    ['ar', 'nl', 'en', 'nl'],
    [null, 'ar', 'en', 'en'],
    [null, null, 'nn-NO', 'nb'],
    [null, null, 'no', 'nb'],
    [null, null, 'de-DE, en;q=0.5', 'en'],
    [null, null, 'en;q=0.1, nb;q=0.9', 'nb'],
    [null, null, 'nb;q=0, en', 'en'],
    [null, null, 'nb;q=nonsense', 'en'],
    [null, null, '', 'en'],
    [null, null, null, 'en'],
  ])('account %s, cookie %s, browser %s: %s', (account, cookie, acceptLanguage, expected) => {
    expect(decideLocale({ account, cookie, acceptLanguage })).toBe(expected)
  })
})

describe('in which language a person reads', () => {
  it.each([
    [['nb'], 'nb', null],
    [['nn'], 'nb', null],
    [['pt-BR', 'en'], 'pt', null],
    [['ar'], 'ar', null],
    [['ckb', 'ar'], 'ar', 'ckb'],
    [['so'], 'en', 'so'],
    [[], 'en', null],
  ])('%j: %s, without texts %s', (languages, locale, withoutTexts) => {
    expect(personLanguage(languages)).toEqual({ locale, withoutTexts })
  })

  it('is written from right to left in Arabic alone', () => {
    expect(LOCALES.filter((locale) => directionOf(locale) === 'rtl')).toEqual(['ar'])
  })
})
