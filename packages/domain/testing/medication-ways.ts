import type { WaysInput, WayToClose } from '../src/medication/ways-to-close.ts'
import { easter, london } from './medication-easter.ts'
import { day } from './medication-histories.ts'
import { EVERY_DAY, harbourPharmacy } from './places.ts'

/** Released on Maundy Thursday, shut until Easter Monday, first appointment on Tuesday. */
export function waysOverEaster(overrides: Partial<WaysInput> = {}): WaysInput {
  return {
    ...easter(),
    releaseOn: day('2026-04-02'),
    days: 14,
    depotMedicine: null,
    otherDosingPoints: [],
    earlierReleaseDays: [],
    ...overrides,
  }
}

/** Each way with the days that it leaves. */
export const brief = (ways: WayToClose[]) => ways.map((each) => [each.way, each.remainingGapDays])
/** On every day but Sundays, and closed on holidays. */
export const openOnSaturday = {
  zone: london,
  hours: harbourPharmacy({ weekly: { open: null, dosing: { ...EVERY_DAY, '7': [] } } }),
}
