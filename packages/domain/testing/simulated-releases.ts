import { addDays, daysBetween } from '../src/calendar/plain-date.ts'
import { plainDateIn } from '../src/calendar/zone.ts'
import { NOTHING_PLANNED } from '../src/medication/planned-cover.ts'
import type { ReleaseOnRecord } from '../src/simulation/replay-release.ts'
import type { GeneratedHistory } from './generate-history.ts'
import { london } from './medication-easter.ts'
import { day, history } from './medication-histories.ts'
import { harbourPharmacy } from './places.ts'

export const PHARMACY_ID = '01930000-0000-7000-8000-0000000000f1'

/** Out on Friday 6 March 2026 at 09:30, planned; daily methadone; a pharmacy that doses on weekdays; expected on Monday. */
export function fridayRelease(
  facts: Partial<ReleaseOnRecord> & { treatment?: Parameters<typeof history>[1] } = {},
): ReleaseOnRecord {
  const { treatment, ...rest } = facts
  const releasedAt = rest.releasedAt ?? new Date('2026-03-06T09:30:00Z')
  return {
    releasedAt,
    zone: london,
    releaseKind: 'planned',
    history: history([], {
      ...treatment,
      custody: { releaseDate: plainDateIn(releasedAt, london), certainty: 'confirmed' },
    }),
    dosingServiceId: PHARMACY_ID,
    place: { zone: london, hours: harbourPharmacy({ holidays: [] }) },
    firstExpectedOn: day('2026-03-09'),
    prescriptions: NOTHING_PLANNED.prescriptions,
    reach: NOTHING_PLANNED.reach,
    handoff: null,
    endedAt: null,
    ...rest,
  }
}

/** A generated history as a release on the day that its custody has, or on the day on which it is read. */
export function releaseOf(of: GeneratedHistory): ReleaseOnRecord {
  const releaseOn = of.history.custody.outOn ?? of.history.custody.releaseDate ?? of.today
  const releasedAt = new Date(`${releaseOn}T09:30:00Z`)
  const custody = { ...of.history.custody, releaseDate: releaseOn, certainty: 'confirmed' as const, outOn: null }
  const sentAt = new Date(releasedAt.getTime() - 72 * 3_600_000)
  const late = daysBetween(of.history.custody.admittedOn, of.today) % 3
  return {
    releasedAt,
    zone: of.place.zone,
    releaseKind: late === 2 ? 'unplanned' : 'planned',
    history: { ...of.history, custody },
    dosingServiceId: of.dosingServiceId,
    place: of.place,
    firstExpectedOn: of.firstAppointment === null ? null : laterOf(of.firstAppointment, addDays(releaseOn, 1)),
    prescriptions: of.prescriptions,
    reach: of.reach,
    handoff: late === 0 ? null : { sentAt, acknowledgedAt: new Date(sentAt.getTime() + late * 30 * 3_600_000) },
    endedAt: null,
  }
}

function laterOf<Day extends string>(left: Day, right: Day): Day {
  return left > right ? left : right
}
