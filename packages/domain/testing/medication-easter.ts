import { getZone } from '../src/calendar/zone.ts'
import type { StripInput } from '../src/medication/dose-strip.ts'
import type { MedicationHistory } from '../src/medication/medication-history.ts'
import { NOTHING_PLANNED } from '../src/medication/planned-cover.ts'
import { day, history } from './medication-histories.ts'
import { EVERY_DAY, harbourPharmacy } from './places.ts'

/** Where the pharmacies of these stories are. */
export const london = getZone('Europe/London')
const harbour = { zone: london, hours: harbourPharmacy() }
/** Doses on every day, holidays included. */
export const everyDay = {
  zone: london,
  hours: harbourPharmacy({ weekly: { open: null, dosing: EVERY_DAY }, holidays: [] }),
}
/** Nobody told us its hours. */
export const unknownHours = { zone: london, hours: harbourPharmacy({ weekly: { open: null, dosing: null } }) }

/** Weeks before: release on Maundy Thursday, on a confirmed regime, first appointment on the Tuesday after Easter. */
export function easter(overrides: Partial<StripInput> = {}): StripInput {
  return {
    ...NOTHING_PLANNED,
    history: history([], {
      treatment: { regimeConfirmedOn: day('2026-03-10') },
      custody: { releaseDate: day('2026-04-02'), certainty: 'confirmed' },
    }),
    place: harbour,
    firstAppointment: day('2026-04-07'),
    now: new Date('2026-03-12T09:00:00Z'),
    ...overrides,
  }
}

/** Released on Maundy Thursday. */
export function released(
  doses: MedicationHistory['doses'],
  facts: Parameters<typeof history>[1] = {},
): MedicationHistory {
  return history(doses, { ...facts, custody: { outOn: day('2026-04-02') } })
}
