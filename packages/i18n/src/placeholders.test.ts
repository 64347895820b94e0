import { expect, it } from 'vitest'
import { placeholdersOf } from './placeholders.ts'

it.each([
  ['Saved', []],
  ['{name} changed it at {at}.', ['at', 'name']],
  ['{count, plural, one {# day} other {# days}}', ['count, plural']],
  ['{count, plural, =0 {nobody} one {{name} alone} other {{name} and # others}}', ['count, plural', 'name']],
  ['{kind, select, depot {until {day}} other {}}', ['day', 'kind, select']],
  ["the person's '{'brace'}'", []],
  ['<b>now</b> or {later}', ['<b>', 'later']],
])('%s', (message, expected) => {
  expect(placeholdersOf(message)).toEqual(expected)
})
