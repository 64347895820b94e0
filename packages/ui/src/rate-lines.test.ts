import { expect, test } from 'vitest'
import { limitLinesOf, linesOf } from './rate-lines.tsx'

test.each([
  ['no months', [], []],
  ['one line', [0.5, 0.6], [[0.5, 0.6]]],
  ['a gap parts the line and is never a zero', [0.5, null, 0.6], [[0.5], [0.6]]],
  ['gaps at both ends', [null, 0.5, null], [[0.5]]],
  ['neighbouring gaps', [0.5, null, null, 0], [[0.5], [0]]],
  ['nothing may be shown', [null, null], []],
])('%s', (_, rates, lines) => {
  const points = rates.map((rate, index) => ({ key: String(index), label: '', rate }))
  expect(linesOf(points).map((line) => line.map((point) => point.rate))).toEqual(lines)
})

test.each([
  ['one set of limits', [0.5, 0.6], [], [[0.5, 0.6]]],
  ['new ones begin where the process is another', [0.5, 0.6, 0.7], [1], [[0.5], [0.6, 0.7]]],
  ['a beginning at the first point, or in a gap, parts nothing more', [0.5, null, 0.7], [0, 1], [[0.5], [0.7]]],
])('limits: %s', (_, rates, anew, lines) => {
  const points = rates.map((rate, index) => ({ key: String(index), label: '', rate, beginsAnew: anew.includes(index) }))
  expect(limitLinesOf(points).map((line) => line.map((point) => point.rate))).toEqual(lines)
})
