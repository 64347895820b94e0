import { expect, it } from 'vitest'
import type { ItemStatus } from '../checklist/item-statuses.ts'
import { opensAgain } from './evidence-gone.ts'

it.each<[ItemStatus, number, boolean]>([
  ['done', 0, true],
  ['done', 1, false],
  ['open', 0, false],
  ['in-progress', 0, false],
  ['not-needed', 0, false],
  ['declined', 0, false],
  ['retired', 0, false],
])('F10: an item that is %s and keeps %i documents opens again: %s', (status, left, opens) => {
  expect(opensAgain(status, left)).toBe(opens)
})
