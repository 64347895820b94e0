import { CURVES, type Curve } from '@throughcare/domain/continuity/curve/curves'
import { CURVE_BREAKDOWNS, type CurveBreakdown } from '@throughcare/domain/continuity/curve/curves-input'

type Search = { readonly [name: string]: string | string[] | undefined }

/** Which curve an address asks for, and told apart by what. What in it is not known is left out. */
export function readCurveChoice(search: Search): { curve: Curve | null; breakdown: CurveBreakdown | null } {
  return {
    curve: CURVES.find((curve) => curve === search.to) ?? null,
    breakdown: CURVE_BREAKDOWNS.find((breakdown) => breakdown === search.by) ?? null,
  }
}
