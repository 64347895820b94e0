import { describe, expect, it } from 'vitest'
import { decideLocale } from './locales.ts'

describe('which language a reader gets', () => {
  it.each([
    // account, cookie, browser,                       language
    ['nb', 'en', 'en-GB', 'nb'],
    [null, 'nb', 'en-GB', 'nb'],
    ['xx', 'nb', 'en', 'nb'],
    [null, 'de', 'nb-NO,nb;q=0.9,en;q=0.8', 'nb'],
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
