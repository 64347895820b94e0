import { expect, it } from 'vitest'
import { doesStand } from './decide-custody-event.ts'

it.each([
  ['nobody answered', [], true],
  ['a second person confirmed it', ['confirmed'], true],
  ['it was taken back', ['taken-back'], false],
  ['it was confirmed, and is over', ['confirmed', 'over'], false],
  ['it is over', ['over'], false],
] as const)('an event stands when %s: %s', (_what, answers, stands) => {
  expect(doesStand({ answers: [...answers] })).toBe(stands)
})
