import { openingOn } from '../calendar/opening-hours.ts'
import { daysFromTo, earlierDay, laterDay, type PlainDate } from '../calendar/plain-date.ts'
import { doesCover } from './dose-outcomes.ts'
import { type DosingPlace, isDosingDayOver } from './dosing-day.ts'
import type { CoverInput, PrescriptionSpan, Reach } from './planned-cover.ts'
import { standingDoses } from './standing-doses.ts'

/** The three facts of "can be dosed there that day" (definitions.md; rule DOSE-9). */
export type DosingFacts = {
  /** `not-confirmed`: a public holiday about which the place said nothing; treated as closed. */
  dosing: 'open' | 'closed' | 'not-confirmed' | 'hours-unknown' | 'no-dosing-point'
  prescription: 'there' | 'not-there' | 'unknown'
  reachable: 'yes' | 'no' | 'unknown'
}

/**
 * Reads the three facts of any day outside (rule DOSE-9).
 *
 * A prescription counts where it lies and nowhere else. One that has to be collected by a day lapses when the place
 * cannot be reached on an open day up to then, unless a dose recorded there shows that it was collected. When
 * prescriptions are recorded, a day that none of them holds is without one; only where those recorded last no longer than
 * the first appointment nobody knows what holds from then on: somebody else prescribes.
 *
 * @param from the first day on which something can be collected: nothing is before the person is out.
 */
export function dosingFacts(input: CoverInput, from: PlainDate, today: PlainDate): (day: PlainDate) => DosingFacts {
  const { place, firstAppointment, prescriptions, reach } = input
  const here = prescriptions.filter((each) => each.collectedAtServiceId === input.dosingServiceId)
  const valid = here.filter((each) => isCollectable(input, each, from, today))
  const handsOver = firstAppointment !== null && prescriptions.every((each) => each.to <= firstAppointment)

  const prescriptionOn = (day: PlainDate): DosingFacts['prescription'] => {
    if (prescriptions.length === 0) return 'unknown'
    if (valid.some((each) => each.from <= day && day <= each.to)) return 'there'
    return handsOver && day >= firstAppointment ? 'unknown' : 'not-there'
  }
  const asked = new Map<PlainDate, DosingFacts>()
  return (day) => {
    const before = asked.get(day)
    if (before !== undefined) return before
    const facts: DosingFacts = {
      dosing: dosingOn(place, day),
      prescription: prescriptionOn(day),
      reachable: reachableOn(reach, day),
    }
    asked.set(day, facts)
    return facts
  }
}

/**
 * Can the person be expected at the dosing point on such a day, as far as the three facts go (rule DOSE-9)? Open hours
 * must be known. A prescription or a way there that nobody asked about yet speaks for neither side: the appointment
 * stands for them, and the facts tell that they are unknown.
 */
export function isDosingPossible(facts: DosingFacts): boolean {
  return facts.dosing === 'open' && facts.prescription !== 'not-there' && facts.reachable !== 'no'
}

function isCollectable(input: CoverInput, span: PrescriptionSpan, from: PlainDate, today: PlainDate): boolean {
  if (span.collectBy === null) return true
  const wasCollected = standingDoses(input.history.doses).some(
    ({ entry }) =>
      entry.serviceId === span.collectedAtServiceId && entry.forDay >= span.from && doesCover(entry.outcome),
  )
  const last = earlierDay(span.collectBy, span.to)
  const days = daysFromTo(laterDay(laterDay(span.from, from), today), last)
  return wasCollected || days.some((day) => isThere(input, day, today))
}

function isThere({ place, reach, now }: CoverInput, day: PlainDate, today: PlainDate): boolean {
  if (dosingOn(place, day) !== 'open' || reachableOn(reach, day) === 'no') return false
  return day > today || !isDosingDayOver(place, day, now)
}

function dosingOn(place: DosingPlace, day: PlainDate): DosingFacts['dosing'] {
  if (place.hours === null) return 'no-dosing-point'
  const opening = openingOn(place.hours, 'dosing', day)
  if (opening.kind !== 'closed') return opening.kind
  return opening.because === 'holiday-not-confirmed' ? 'not-confirmed' : 'closed'
}

function reachableOn({ state, fromDay }: Reach, day: PlainDate): DosingFacts['reachable'] {
  if (fromDay === null || fromDay <= day) return state
  return state === 'yes' ? 'no' : 'unknown'
}
