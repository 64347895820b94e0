import { expect, it } from 'vitest'
import { placeholdersOf, pluralsOf } from './placeholders.ts'

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

it.each([
  ['{count, plural, one {# day} other {# days}}', [{ name: 'count', isOrdinal: false, forms: ['one', 'other'] }]],
  [
    '{kind, select, late {{days, plural, =0 {now} other {in # days}}} other {}}',
    [{ name: 'days', isOrdinal: false, forms: ['=0', 'other'] }],
  ],
  ['{at, selectordinal, one {#st} other {#th}}', [{ name: 'at', isOrdinal: true, forms: ['one', 'other'] }]],
  ['{name}', []],
])('the plurals of %s', (message, expected) => {
  expect(pluralsOf(message)).toEqual(expected)
})
