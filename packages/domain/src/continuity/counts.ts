import type { IndicatorCount, LeftOutDetail, MetDetail, NotMetDetail, UnknownDetail } from './count-codes.ts'

export function met(detail: MetDetail): IndicatorCount {
  return { outcome: 'met', detail }
}
export function notMet(detail: NotMetDetail): IndicatorCount {
  return { outcome: 'not-met', detail }
}
/** Counted as not met, and shown apart. */
export function unknown(detail: UnknownDetail): IndicatorCount {
  return { outcome: 'unknown', detail }
}
/** Beside the figure, and shown there. */
export function leftOut(detail: LeftOutDetail): IndicatorCount {
  return { outcome: 'left-out', detail }
}
