import fc from 'fast-check'
import type { WeeklyHours } from '../src/calendar/opening-hours.ts'
import { addDays, type PlainDate } from '../src/calendar/plain-date.ts'
import type { Zone } from '../src/calendar/zone.ts'
import type { DosingPlace } from '../src/medication/dosing-day.ts'
import type { PlannedCover, PrescriptionSpan } from '../src/medication/planned-cover.ts'
import { EVERY_DAY, harbourPharmacy, hours, OFFICE_WEEK } from './places.ts'

/** The dosing point of generated histories. */
export const HERE = '01930000-0000-7000-8000-00000000000c'
const ELSEWHERE = '01930000-0000-7000-8000-00000000000d'

/** Where and when a person can be dosed outside, and what is arranged. */
export type GeneratedPlan = PlannedCover & { place: DosingPlace; firstAppointment: PlainDate | null }

/** Open over midnight, and not at all on Wednesdays. */
const NIGHT_WEEK: WeeklyHours = {
  '1': [hours('20:00', '24:00')],
  '2': [hours('00:00', '02:00'), hours('22:00', '24:00')],
}

/** A place around this day: closures, holidays and days that it confirmed or denied; hours known or not. */
export function anyPlan(zone: Zone, around: PlainDate): fc.Arbitrary<GeneratedPlan> {
  const nearby = fc.integer({ min: -5, max: 14 }).map((days) => addDays(around, days))
  const range = fc
    .record({ from: nearby, days: fc.integer({ min: 0, max: 8 }) })
    .map(({ from, days }) => ({ from, to: addDays(from, days) }))
  const confirmed = fc.record({
    on: nearby,
    purpose: fc.constantFrom('dosing' as const, 'open' as const),
    intervals: fc.constantFrom([], [hours('10:00', '12:00')], [hours('09:00', '10:00'), hours('17:00', '24:00')]),
  })
  const anyHours = fc.record({
    dosing: fc.constantFrom(OFFICE_WEEK, OFFICE_WEEK, EVERY_DAY, NIGHT_WEEK, null),
    closures: fc.array(range, { maxLength: 1 }),
    holidays: fc.array(
      nearby.map((on) => ({ on, name: 'Holiday' })),
      { maxLength: 3 },
    ),
    confirmedDays: fc.array(confirmed, { maxLength: 2 }),
  })
  const anyPrescription: fc.Arbitrary<PrescriptionSpan> = fc
    .record({ range, collectBy: fc.option(nearby), service: fc.constantFrom(HERE, HERE, ELSEWHERE) })
    .map((each) => ({ ...each.range, collectBy: each.collectBy, collectedAtServiceId: each.service }))

  return fc
    .record({
      hours: fc.option(anyHours, { freq: 5 }),
      firstAppointment: fc.option(nearby),
      prescriptions: fc.array(anyPrescription, { maxLength: 2 }),
      plannedSupply: fc.option(range),
      reach: fc.record({ state: fc.constantFrom('yes', 'no', 'unknown'), fromDay: fc.option(nearby) }),
    })
    .map(({ hours: of, ...plan }) => ({
      ...plan,
      dosingServiceId: of === null ? null : HERE,
      place: {
        zone,
        hours: of && harbourPharmacy({ ...of, zone, weekly: { open: null, dosing: of.dosing } }),
      },
    }))
}
