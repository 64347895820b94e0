import { expect, it } from 'vitest'
import { wilsonInterval } from './wilson.ts'

/** What R's prop.test(met, denominator, correct = FALSE) has for the same, to twelve places. */
it.each([
  [0, 10, 0, 0.277532799862889],
  [10, 10, 0.722467200137111, 1],
  [1, 2, 0.0945312057342307, 0.905468794265769],
  [53, 100, 0.432888569700994, 0.624891820406587],
])('%i of %i', (met, denominator, lower, upper) => {
  const interval = wilsonInterval(met, denominator)
  expect(interval.lower).toBeCloseTo(lower, 12)
  expect(interval.upper).toBeCloseTo(upper, 12)
})

it.each([
  [0, 0],
  [3, 2],
  [-1, 2],
  [Number.NaN, 2],
])('refuses %d of %d', (met, denominator) => {
  expect(() => wilsonInterval(met, denominator)).toThrow(RangeError)
})
