import { expect, it } from 'vitest'
import { signsOf } from './special-cause.ts'

/** Points around 0 with limits at 3 and -3, so that a point beyond 2 is near one. A sign is written as its first letter, capital when high. */
function marks(values: readonly number[]): string {
  return signsOf(values.map((value) => ({ value, centre: 0, lower: -3, upper: 3 })))
    .map((sign) => {
      if (!sign) return '.'
      const letter = sign.cause === 'two-of-three' ? 'n' : sign.cause.slice(0, 1)
      return sign.towards === 'high' ? letter.toUpperCase() : letter
    })
    .join('')
}

it.each([
  ['nothing at all', [], ''],
  ['chance', [1, -1, 0.5, -0.5, 1, -1, 0.2], '.......'],
  ['one above the upper limit', [1, 3.1, -1], '.O.'],
  ['one below the lower limit', [1, -3.1, 1], '.o.'],
  ['on the limit is not outside it', [1, -1, 3, -1], '....'],
  ['six on one side', [1, 2, 1, 2, 1, 2, -1], '.......'],
  ['seven on one side', [1, 2, 1, 2, 1, 2, 1], 'SSSSSSS'],
  ['seven on the other, and one more', [-1, -2, -1, -2, -1, -2, -1, 1], 'sssssss.'],
  ['one on the centre breaks a run', [1, 2, 1, 0, 1, 2, 1, 2], '........'],
  ['six rising', [-1.5, -1, -0.5, 0.5, 1, 1.5, 1], '.......'],
  ['seven rising', [-1.5, -1, -0.5, 0.1, 0.5, 1, 1.5], 'TTTTTTT'],
  ['seven falling', [1.5, 1, 0.5, 0.1, -0.5, -1, -1.5], 'ttttttt'],
  ['a step that does not move breaks a trend', [-1.5, -1, -0.5, -0.5, 0.5, 1, 1.5], '.......'],
  ['two of three near the upper limit', [0.5, 2.5, -0.5, 2.5, -0.5], '.N.N.'],
  ['two near one another', [2.5, 2.6, -1], 'NN.'],
  ['two near, three apart', [2.5, -0.5, 0.5, 2.5], '....'],
  ['near on both sides', [2.5, -2.5, 0.5], '...'],
  ['two near the lower limit', [-2.1, 0.5, -2.1], 'n.n'],
  ['two thirds of the way is not beyond it', [2, 2, -1], '...'],
  ['two with no third', [2.5, 2.5], '..'],
  ['outside comes before the run it is in', [1, 1, 1, 3.5, 1, 1, 1], 'SSSOSSS'],
  ['a trend comes before nearness and a shift', [0.1, 0.5, 1, 1.5, 2.1, 2.5, 2.9], 'TTTTTTT'],
])('%s', (_, values, expected) => {
  expect(marks(values)).toBe(expected)
})
