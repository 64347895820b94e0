import { expect, test } from 'vitest'
import { bandBoxes, stepLine } from './curve-steps.tsx'

const x = (at: number) => at * 10
const y = (share: number) => 100 - share * 100

test.each([
  ['nobody', [], ''],
  ['one moment', [[0, 0]], 'M0 100'],
  [
    'level, then up at once',
    [
      [0, 0],
      [6, 0.5],
      [12, 0.5],
      [24, 0.75],
    ],
    'M0 100H60V50H120V50H240V25',
  ],
])('%s', (_, points, line) => {
  expect(
    stepLine(
      points.map(([at = 0, share = 0]) => ({ at, share })),
      x,
      y,
    ),
  ).toBe(line)
})

test('a band from each moment to the next, and none without an interval', () => {
  const points = [
    { at: 0, share: 0, interval: null },
    { at: 6, share: 0.5, interval: { lower: 0.4, upper: 0.6 } },
    { at: 12, share: 0.5 },
  ]
  expect(bandBoxes(points, x, y)).toEqual([{ key: 6, x: 60, y: 40, width: 60, height: 20 }])
})
