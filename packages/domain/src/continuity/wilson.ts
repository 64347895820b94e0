/** The two-sided 95 % point of the normal distribution. */
const Z_95 = 1.959963984540054

/** Both between 0 and 1. */
export type Interval = { readonly lower: number; readonly upper: number }

/**
 * Between what shares may the true one lie, when so many of so many were met? The 95 % interval of Wilson (rule FIG-10): it
 * stays within 0 and 1 and says something even where none or all were met.
 *
 * @param denominator at least 1
 * @throws RangeError when nobody is below the line, or more met than there are
 */
export function wilsonInterval(met: number, denominator: number): Interval {
  if (!(denominator >= 1 && met >= 0 && met <= denominator)) throw new RangeError('met must be among at least one')
  const square = Z_95 ** 2
  const middle = met + square / 2
  const reach = Z_95 * Math.sqrt((met * (denominator - met)) / denominator + square / 4)
  const lower = met === 0 ? 0 : (middle - reach) / (denominator + square)
  const upper = met === denominator ? 1 : (middle + reach) / (denominator + square)
  return { lower, upper }
}
