import { addDays, daysBetween, type PlainDate, weekday } from '@throughcare/domain/calendar/plain-date'
import { plainDateIn, startOfDay } from '@throughcare/domain/calendar/zone'
import { mayLeaveAnyDay } from '@throughcare/domain/release/release-window'
import type { DemoCase } from './demo-case.ts'
import type { DemoRows } from './demo-rows.ts'
import { hoursAfter, minutesAfter, someTimeOn } from './moments.ts'

/** What the medicine's part of the story tells the parts that follow. */
export type TreatmentStory = { id: string; isDepot: boolean }

type DoseRow = DemoRows['dose'][number]

/**
 * The treatment as the prison recorded it, with the doses that were written down inside: those of the last days, the one on the
 * morning of the release, what was carried out for a weekend, and injections.
 */
export function recordTreatment(one: DemoCase, dosingServiceId: string | null): TreatmentStory | null {
  const { chance, truth, shape, rows, prison } = one
  if (truth.omt !== 'on') return null
  const { prescription } = truth
  const isUnknown = one.special === 'unknown-last-dose' || (one.special === null && chance.isTrue(0.05))
  const startedOn = chance.isTrue(0.2) ? null : addDays(shape.admittedOn, chance.int(0, Math.min(9, daysInside(one))))
  const confirmedOn = isUnknown ? null : confirmedDay(one)
  const id = chance.id(one.knownFrom)
  rows.medicationTreatment.push({
    id,
    episodeId: one.episodeId,
    medicine: prescription.medicine,
    form: prescription.form,
    prescribedText: prescription.text,
    rhythm: prescription.rhythm,
    rhythmWeekdays: [...prescription.weekdays],
    dosesPerDay: prescription.dosesPerDay,
    titration: chance.weighted({ no: 82, yes: 7, unknown: 11 } as const),
    startedOn,
    endedOn: null,
    regimeConfirmedOn: confirmedOn,
    regimeConfirmedBy: confirmedOn && chance.pick(prison.staff),
    dosingServiceId: chance.isTrue(0.84) ? dosingServiceId : null,
  })
  const isDepot = prescription.rhythm === 'depot'
  if (!isUnknown) {
    if (isDepot) recordInjections(one, id, startedOn)
    else recordLastDays(one, id)
  }
  return { id, isDepot }
}

function daysInside({ shape, stage }: DemoCase): number {
  return Math.max(
    0,
    daysBetween(shape.admittedOn, shape.leavesOn && shape.leavesOn < stage.today ? shape.leavesOn : stage.today) - 1,
  )
}

/** The last day on which somebody said that the regime goes on. Some are stale, and some were never confirmed. */
function confirmedDay(one: DemoCase): PlainDate | null {
  const { chance, shape, stage } = one
  if (one.truth.prescription.rhythm === 'depot' || chance.isTrue(0.12)) return null
  const out = one.releasedAt ? shape.leavesOn : null
  const last = out ?? addDays(stage.today, -1)
  const isShort = mayLeaveAnyDay({ legalStatus: shape.legalStatus, certainty: one.certainty })
  const back = out || isShort ? chance.pick([0, 0, 0, 1, 1, 2, 5]) : chance.pick([0, 1, 1, 2, 3, 6, 9])
  const day = addDays(last, -back)
  return day > shape.admittedOn ? day : null
}

/** Supervised doses of the last days inside; whoever is far from the gate is not typed in every day. */
function recordLastDays(one: DemoCase, treatmentId: string): void {
  const { chance, shape, stage, prison, releasedAt } = one
  const { rhythm, weekdays, dosesPerDay } = one.truth.prescription
  const isNear = releasedAt !== null || (shape.leavesOn !== null && daysBetween(stage.today, shape.leavesOn) <= 4)
  if (!isNear && !chance.isTrue(0.15)) return
  const last = releasedAt ? (shape.leavesOn as PlainDate) : addDays(stage.today, -1)
  for (let back = Math.min(4, daysInside(one)); back >= 0; back -= 1) {
    const day = addDays(last, -back)
    if (rhythm === 'alternate-days' && back % 2 === 1) continue
    if (rhythm === 'three-a-week' && !weekdays.includes(weekday(day))) continue
    const givenAt = someTimeOn(chance, day, '07:35', '08:15', prison.zone)
    // The morning of a release is when a dose is forgotten, or when the van has left already.
    const isMorningOut = releasedAt !== null && back === 0
    if (isMorningOut && (givenAt >= releasedAt || !chance.isTrue(0.55 + one.quality / 2))) continue
    if (chance.isTrue(0.03)) {
      addDose(one, treatmentId, {
        kind: 'supervised',
        outcome: chance.pick(['declined', 'withheld']),
        day,
        givenAt,
        reason: 'Not seen at the hatch',
      })
      continue
    }
    for (let part = 0; part < dosesPerDay; part += 1)
      if (part === 0 || !isMorningOut)
        addDose(one, treatmentId, {
          kind: 'supervised',
          outcome: 'given',
          day,
          givenAt: part === 0 ? givenAt : hoursAfter(givenAt, 9),
        })
  }
  if (releasedAt) recordCarriedOut(one, treatmentId, releasedAt)
}

/** Doses for the weekend, handed over at the gate on a Friday or before a closed day. */
function recordCarriedOut(one: DemoCase, treatmentId: string, releasedAt: Date): void {
  const { chance, shape, special } = one
  const day = shape.leavesOn as PlainDate
  if (one.truth.prescription.rhythm !== 'daily' || one.truth.prescription.medicine === 'levomethadone') return
  const isFriday = weekday(day) >= 5
  const wants =
    special === 'weekend-take-home' || (isFriday ? chance.isTrue(0.2 + one.quality / 2) : chance.isTrue(0.04))
  if (!wants || (one.shape.release?.kind === 'unplanned' && special === null)) return
  const days = Math.max(2, 8 - weekday(day) - (weekday(day) === 7 ? 0 : 1))
  const givenAt = minutesAfter(releasedAt, -chance.int(10, 40))
  addDose(one, treatmentId, {
    kind: 'take-home',
    outcome: 'issued',
    day: addDays(day, 1),
    toDay: addDays(day, days),
    givenAt,
  })
}

/** The injection inside whose window the person left, or lives now; and the one before it. */
function recordInjections(one: DemoCase, treatmentId: string, startedOn: PlainDate | null): void {
  const { chance, shape, stage, prison } = one
  const every = one.truth.prescription.medicine === 'buprenorphine-weekly-depot' ? 7 : 28
  const last = one.releasedAt ? (shape.leavesOn as PlainDate) : addDays(stage.today, -1)
  const latest = addDays(last, -chance.int(one.releasedAt ? 1 : 0, chance.isTrue(0.08) ? every + 12 : every - 2))
  for (const day of [addDays(latest, -every), latest])
    if (day > (startedOn ?? shape.admittedOn) && startOfDay(day, prison.zone) > one.knownFrom)
      addDose(one, treatmentId, {
        kind: 'depot',
        outcome: 'given',
        day,
        givenAt: someTimeOn(chance, day, '09:30', '14:30', prison.zone),
      })
}

type Given = { kind: string; outcome: string; day: PlainDate; toDay?: PlainDate; givenAt: Date; reason?: string }

function addDose(one: DemoCase, treatmentId: string, given: Given): void {
  const { chance, prison, releasedAt, stage } = one
  if (given.givenAt < one.knownFrom || given.givenAt >= stage.now) return
  // Some find on the day after that a dose was never written down: it was given before the release and is recorded after it.
  const isLate =
    releasedAt !== null && given.kind === 'supervised' && (one.special === 'late-entry' || chance.isTrue(0.04))
  const late = releasedAt && hoursAfter(releasedAt, chance.int(1, 12))
  const recordedAt = isLate && late && late < stage.now ? late : minutesAfter(given.givenAt, chance.int(1, 9))
  one.rows.dose.push(
    doseRow({
      id: chance.id(recordedAt),
      treatmentId,
      episodeId: one.episodeId,
      kind: given.kind,
      outcome: given.outcome,
      forDay: given.day,
      toDay: given.toDay ?? given.day,
      givenAt: given.givenAt,
      recordedAt,
      recordedBy: chance.pick(prison.staff),
      serviceId: prison.id,
      lateEntry: releasedAt !== null && recordedAt > releasedAt,
      product: given.kind === 'depot' ? one.truth.prescription.product : null,
      reason: given.reason ?? null,
    }),
  )
}

export function doseRow(dose: Omit<DoseRow, 'parts' | 'correctsDoseId'> & Partial<DoseRow>): DoseRow {
  return { parts: 1, correctsDoseId: null, ...dose }
}

/** The day in the prison's calendar on which somebody left. */
export function releaseDayOf({ releasedAt, prison }: DemoCase): PlainDate | null {
  return releasedAt && plainDateIn(releasedAt, prison.zone)
}
