/** What a page cannot be without. */
export const PRINT_GAPS = ['first-appointment', 'dosing-point'] as const
export type PrintGap = (typeof PRINT_GAPS)[number]

/**
 * What is missing that makes the pages dangerous to print as if they were finished (rule PRN-1)?
 *
 * The first appointment needs a place and a day; the dosing point is needed by whoever is treated or wants to be, and by
 * whoever nobody has asked: not known is not "no". A page with a gap is printed only with it in large letters at its head.
 */
export function printGaps(of: {
  treated: 'yes' | 'no' | 'unknown'
  hasFirstAppointment: boolean
  hasDosingPoint: boolean
}): PrintGap[] {
  const gaps: PrintGap[] = []
  if (!of.hasFirstAppointment) gaps.push('first-appointment')
  if (of.treated !== 'no' && !of.hasDosingPoint) gaps.push('dosing-point')
  return gaps
}
