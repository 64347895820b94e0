import { expect, test } from 'vitest'
import { readThemeChoice, themeAttributes } from './theme-choice.tsx'

test.each([
  ['light', 'light', { 'data-theme': 'light' }],
  ['dark', 'dark', { 'data-theme': 'dark' }],
  ['system', 'system', {}],
  [undefined, 'system', {}],
  ['"><script>', 'system', {}],
] as const)('a cookie that says %j', (cookie, choice, attributes) => {
  expect(readThemeChoice(cookie)).toBe(choice)
  expect(themeAttributes(readThemeChoice(cookie))).toEqual(attributes)
})
