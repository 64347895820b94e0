const MOST_TERMS = 10_000
const SMALLEST = 1e-300
const PRECISE = 1e-16

/**
 * How often chance alone gives a chi-square this large or larger, with so many degrees of freedom?
 *
 * The upper regularised incomplete gamma function: a series below the hump, Lentz's continued fraction above it.
 *
 * @param degrees a whole number from 1
 * @returns between 0 and 1
 */
export function chiSquareBeyond(chiSquare: number, degrees: number): number {
  if (chiSquare <= 0) return 1
  const shape = degrees / 2
  const x = chiSquare / 2
  const front = Math.exp(shape * Math.log(x) - x - logGammaOfHalves(degrees))
  return x < shape + 1 ? 1 - front * series(shape, x) : front * continuedFraction(shape, x)
}

function series(shape: number, x: number): number {
  let term = 1 / shape
  let sum = term
  for (let n = 1; n < MOST_TERMS && term > sum * PRECISE; n += 1) {
    term *= x / (shape + n)
    sum += term
  }
  return sum
}

function continuedFraction(shape: number, x: number): number {
  let b = x + 1 - shape
  let c = 1 / SMALLEST
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const a = -n * (n - shape)
    b += 2
    d = 1 / (a * d + b || SMALLEST)
    c = b + a / c || SMALLEST
    const step = c * d
    fraction *= step
    if (Math.abs(step - 1) < PRECISE) break
  }
  return fraction
}

/** log Γ(degrees / 2): exact by its recurrence from Γ(1/2) = √π and Γ(1) = 1. */
function logGammaOfHalves(degrees: number): number {
  let sum = degrees % 2 === 1 ? Math.log(Math.PI) / 2 : 0
  for (let half = degrees % 2 === 1 ? 0.5 : 1; half < degrees / 2; half += 1) sum += Math.log(half)
  return sum
}
