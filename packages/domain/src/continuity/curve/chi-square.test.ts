import { describe, expect, it } from 'vitest'
import { chiSquareBeyond } from './chi-square.ts'

describe('how often chance alone gives a chi-square as large', () => {
  // The printed tables of the distribution, with as many digits as they have: value, degrees of freedom, share beyond.
  it.each([
    [0.0039, 1, 0.95],
    [0.4549, 1, 0.5],
    [2.7055, 1, 0.1],
    [3.8415, 1, 0.05],
    [6.6349, 1, 0.01],
    [10.8276, 1, 0.001],
    [0.1026, 2, 0.95],
    [1.3863, 2, 0.5],
    [4.6052, 2, 0.1],
    [5.9915, 2, 0.05],
    [9.2103, 2, 0.01],
    [0.3518, 3, 0.95],
    [2.366, 3, 0.5],
    [7.8147, 3, 0.05],
    [11.3449, 3, 0.01],
    [9.4877, 4, 0.05],
    [1.1455, 5, 0.95],
    [4.3515, 5, 0.5],
    [11.0705, 5, 0.05],
    [15.0863, 5, 0.01],
    [9.3418, 10, 0.5],
    [18.307, 10, 0.05],
    [29.5883, 10, 0.001],
    [43.773, 30, 0.05],
    [14.9535, 30, 0.99],
  ])('%d with %d degrees: %d', (chiSquare, degrees, share) => {
    expect(chiSquareBeyond(chiSquare, degrees)).toBeCloseTo(share, 3)
  })

  it.each([0.2, 1, 3.9, 4, 4.1, 12, 60])('is e to the minus half of it with two degrees: %d', (chiSquare) => {
    expect(chiSquareBeyond(chiSquare, 2)).toBeCloseTo(Math.exp(-chiSquare / 2), 12)
  })

  it.each([0.5, 2, 5.9, 6, 6.1, 20])('and with four degrees as its sum says: %d', (chiSquare) => {
    expect(chiSquareBeyond(chiSquare, 4)).toBeCloseTo(Math.exp(-chiSquare / 2) * (1 + chiSquare / 2), 12)
  })

  it.each([
    [0, 1],
    [-3, 1],
    [0, 7],
  ])('nothing apart is chance: %d with %d degrees', (chiSquare, degrees) => {
    expect(chiSquareBeyond(chiSquare, degrees)).toBe(1)
  })

  it('goes on far out, where a difference from one would have no digits left', () => {
    // With one degree: erfc(√50).
    expect(chiSquareBeyond(100, 1) / 1.5239706048321e-23).toBeCloseTo(1, 9)
    expect(chiSquareBeyond(1_000, 2) / Math.exp(-500)).toBeCloseTo(1, 9)
  })
})
