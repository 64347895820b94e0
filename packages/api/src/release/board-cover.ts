import type { BoardRow } from '@throughcare/db/release/board-row'
import type { OpeningHours } from '@throughcare/domain/calendar/opening-hours'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { plainDateIn, type Zone } from '@throughcare/domain/calendar/zone'
import type { RuleFacts } from '@throughcare/domain/checklist/rule-facts'
import { type CoverReadiness, coverReadiness } from '@throughcare/domain/cover-plan/cover-readiness'
import { gapAfterRelease } from '@throughcare/domain/cover-plan/gap-after-release'
import { nextInjection } from '@throughcare/domain/cover-plan/next-injection'
import { doseSentence, type GapPart } from '@throughcare/domain/medication/dose-sentence'
import { doseStrip } from '@throughcare/domain/medication/dose-strip'
import type { MedicationHistory } from '@throughcare/domain/medication/medication-history'
import type { DepotRuleSet } from '@throughcare/domain/medication/medicine-table'
import type { CoverFilter } from '@throughcare/domain/release/board-input'
import { bookedTimesOf } from '../cover-plan/booked-times-of.ts'
import { plannedCoverOf } from '../cover-plan/planned-cover-of.ts'

/** How the doses stand around the release: the first gap, or none. Days are the dosing point's. */
export type BoardCover =
  /** `agreed`: a depot keeps the plan from "ready" while the next injection is not booked (rule DOSE-31). */
  | { kind: 'covered'; to: PlainDate | null; isDueToday: boolean; agreed: CoverReadiness }
  /**
   * `closed`: the place is shut on all of its days. `unknown`: nobody can say from its first day on. `agreed`: why it keeps
   * the plan from "ready", or why not any more (rule DOSE-30).
   */
  | {
      kind: 'gap'
      from: PlainDate
      days: number
      why: 'uncovered' | 'closed' | 'unknown'
      agreed: CoverReadiness
    }
  /** On treatment, and no treatment is recorded: nobody can say what is covered. */
  | { kind: 'not-recorded' }
  /** Nobody has asked yet whether the person is treated. */
  | { kind: 'not-asked' }
  | { kind: 'not-prescribed' }

/** Reads the cover of one person on the board from their treatments and doses (rule DOSE-7). */
export function boardCover(
  row: BoardRow,
  facts: RuleFacts,
  at: {
    now: Date
    prisonZone: Zone
    outAt: Date | null
    places: ReadonlyMap<string, OpeningHours>
    depotsAt: (dosingServiceId: string | null) => DepotRuleSet
  },
): BoardCover {
  if (row.treatments.length === 0) {
    if (facts['on-omt'] === 'yes') return { kind: 'not-recorded' }
    return { kind: facts['on-omt'] === 'unknown' ? 'not-asked' : 'not-prescribed' }
  }
  const { now, prisonZone, outAt, places } = at
  const last = row.treatments.toSorted(laterStartLast).at(-1)
  const dosedAt = last?.dosingServiceId ?? null
  const hours = (dosedAt !== null && places.get(dosedAt)) || null
  const zone = hours?.zone ?? prisonZone
  const firstAppointment = row.doseAppointmentAt === null ? null : plainDateIn(new Date(row.doseAppointmentAt), zone)
  const outOn = outAt && plainDateIn(outAt, prisonZone)
  const history = historyOf(row, outOn)
  const depots = at.depotsAt(dosedAt)
  const strip = doseStrip(
    {
      ...plannedCoverOf(hours === null ? null : dosedAt, row.arranged),
      history,
      place: { zone, hours, agreedUntil: last?.agreedUntil ?? null },
      firstAppointment,
      now,
    },
    depots,
  )

  const today = plainDateIn(now, zone)
  const agreed = coverReadiness({
    gap: gapAfterRelease(strip, today),
    plan: row.agreed,
    injection: nextInjection(history, today, bookedTimesOf(row.doseAppointments, places), depots),
    today,
  })
  const sentence = doseSentence(strip, today, firstAppointment)
  if (sentence.kind === 'not-prescribed') return { kind: 'not-prescribed' }
  if (sentence.kind === 'no-gap')
    return { kind: 'covered', to: sentence.coveredTo, isDueToday: sentence.isDueToday, agreed }
  return {
    kind: 'gap',
    from: sentence.days[0] as PlainDate,
    days: sentence.days.length,
    why: sentence.parts.every((part) => part.why.state === 'closed')
      ? 'closed'
      : reasonOf(sentence.parts[0]?.why.state),
    agreed,
  }
}

/** A gap that begins with a closed door and goes on is a gap: the door opens again and there is still no dose. */
function reasonOf(first: GapPart['why']['state'] | undefined): 'uncovered' | 'unknown' {
  return first === 'unknown' || first === undefined ? 'unknown' : 'uncovered'
}

/** Does this cover belong under the filter? A gap that nobody can rule out is one (invariant I-3). */
export function isUnderFilter(cover: BoardCover, filter: CoverFilter): boolean {
  if (filter === 'gap') return cover.kind === 'gap' || cover.kind === 'not-recorded' || cover.kind === 'not-asked'
  return cover.kind === filter
}

function historyOf(row: BoardRow, outOn: PlainDate | null): MedicationHistory {
  return {
    treatments: row.treatments,
    doses: row.doses.map((dose) => ({
      ...dose,
      givenAt: dose.givenAt === null ? null : new Date(dose.givenAt),
      recordedAt: new Date(dose.recordedAt),
    })),
    custody: {
      legalStatus: row.legalStatus,
      admittedOn: row.admittedOn,
      releaseDate: row.releaseDate,
      certainty: row.certainty,
      outOn,
    },
  }
}

function laterStartLast(one: { startedOn: PlainDate | null }, other: { startedOn: PlainDate | null }): number {
  return (one.startedOn ?? '') < (other.startedOn ?? '') ? -1 : 1
}
