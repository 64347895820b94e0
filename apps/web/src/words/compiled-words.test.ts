import { LOCALES } from '@throughcare/i18n/locales'
import { expect, it } from 'vitest'
import { compiledWords, compiledWordsOf } from './compiled-words.ts'

it.each(LOCALES)('every word of %s is compiled to something that React hands to the browser', (locale) => {
  let messages = 0
  const check = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) {
      messages += 1
      return
    }
    if (!Array.isArray(value)) expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    for (const inner of Object.values(value)) check(inner)
  }
  check(compiledWords(locale))
  expect(messages).toBeGreaterThan(200)
})

it('gives the namespaces that were asked for, and an empty one for a name that has no file', () => {
  expect(Object.keys(compiledWordsOf('en', ['form', 'nothing']))).toEqual(['form', 'nothing'])
  expect(compiledWordsOf('en', ['nothing'])).toEqual({ nothing: {} })
})
