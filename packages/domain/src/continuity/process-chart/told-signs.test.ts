import { expect, it } from 'vitest'
import type { ChartedPoint } from './process-chart.ts'
import type { Sign } from './special-cause.ts'
import { toldSigns } from './told-signs.ts'

const OUTSIDE: Sign = { cause: 'outside', towards: 'low' }
const HIGH: Sign = { cause: 'shift', towards: 'high' }
const LOW: Sign = { cause: 'shift', towards: 'low' }
const at = (sign: Sign | null): ChartedPoint => ({ value: 1, centre: 1, lower: 0, upper: 2, sign })

it.each<[string, (Sign | null | 'gap')[], ReturnType<typeof toldSigns>]>([
  ['nothing but chance', [null, null], []],
  ['one month', [null, OUTSIDE, null], [{ ...OUTSIDE, from: 1, to: 1 }]],
  ['neighbours are told once', [HIGH, HIGH, HIGH], [{ ...HIGH, from: 0, to: 2 }]],
  [
    'the other way is another sign',
    [HIGH, LOW],
    [
      { ...HIGH, from: 0, to: 0 },
      { ...LOW, from: 1, to: 1 },
    ],
  ],
  [
    'by another rule as well',
    [LOW, OUTSIDE],
    [
      { ...LOW, from: 0, to: 0 },
      { ...OUTSIDE, from: 1, to: 1 },
    ],
  ],
  [
    'chance between them parts them',
    [HIGH, null, HIGH],
    [
      { ...HIGH, from: 0, to: 0 },
      { ...HIGH, from: 2, to: 2 },
    ],
  ],
  [
    'and so does a gap',
    [HIGH, 'gap', HIGH],
    [
      { ...HIGH, from: 0, to: 0 },
      { ...HIGH, from: 2, to: 2 },
    ],
  ],
])('%s', (_, signs, expected) => {
  const points = signs.map((sign) => (sign === 'gap' ? null : at(sign)))
  expect(toldSigns({ points, segments: [] })).toEqual(expected)
})
