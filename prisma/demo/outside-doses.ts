import { isOpenOn } from '@throughcare/domain/calendar/opening-hours'
import { addDays, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { plainDateIn, startOfDay } from '@throughcare/domain/calendar/zone'
import type { DemoCase } from './demo-case.ts'
import { hoursAfter, minutesAfter, whenOpenFrom } from './moments.ts'
import type { StageService } from './stage.ts'
import { doseRow, type TreatmentStory } from './treatment-rows.ts'

/** For so many days after the first dose the demo goes on recording. */
const FOLLOWED_DAYS = 9

/**
 * Doses of the first days outside, on the days on which the place gives them; before a day on which it is shut, some are
 * carried home.
 *
 * @returns when the first one was given or issued, as recorded; null when none was
 */
export function recordDosesOutside(
  one: DemoCase,
  treatment: TreatmentStory,
  clinic: StageService,
  arrivedAt: Date,
  until: Date,
): Date | null {
  const first = whenOpenFrom(one.chance, clinic.hours, 'dosing', hoursAfter(arrivedAt, 0.3))
  if (first === null || first >= until || first >= one.stage.now) return null
  if (treatment.isDepot) return recordNextInjection(one, treatment, clinic, first, until)

  const { chance, stage, truth } = one
  const firstDay = plainDateIn(first, clinic.zone)
  let recorded: Date | null = null
  for (let days = 0; days < FOLLOWED_DAYS; days += 1) {
    const day = addDays(firstDay, days)
    const dayStart = startOfDay(day, clinic.zone)
    const at = days === 0 ? first : whenOpenFrom(chance, clinic.hours, 'dosing', dayStart)
    if (at === null || at >= until || at >= stage.now) break
    if (plainDateIn(at, clinic.zone) !== day) continue
    if (truth.prescription.rhythm === 'alternate-days' && days % 2 === 1) continue
    const outcome = days === 0 && chance.isTrue(0.94) ? 'given' : chance.weighted(comes(truth.steadiness))
    if (outcome === 'nothing') continue
    const given = add(one, treatment, clinic, { day, at, outcome })
    if (outcome === 'given') recorded ??= given
    if (outcome === 'given') carryHome(one, treatment, clinic, day, at)
  }
  return recorded
}

function comes(steadiness: number) {
  return {
    given: 60 + 60 * steadiness,
    nothing: 26 * (1 - steadiness),
    declined: 1,
    'part-dose': 0.8,
    vomited: 0.6,
    'late-after-closed': 2.4 * (1 - steadiness),
    'given-elsewhere': 1,
    unknown: 1,
  }
}

/** Take-home doses for the closed days that follow, where somebody thought of it; some say later that they were not taken. */
function carryHome(one: DemoCase, treatment: TreatmentStory, clinic: StageService, day: PlainDate, at: Date): void {
  const { chance, stage } = one
  let last = day
  while (!isOpenOn(clinic.hours, 'dosing', addDays(last, 1)) && last < addDays(day, 5)) last = addDays(last, 1)
  if (last === day || !chance.isTrue(0.66) || one.truth.prescription.rhythm !== 'daily') return
  const [first, next] = [addDays(day, 1), addDays(last, 1)]
  const issuedAt = minutesAfter(at, 2)
  const issued = add(one, treatment, clinic, {
    day: first,
    toDay: last,
    at: issuedAt,
    outcome: 'issued',
    kind: 'take-home',
  })
  const told = whenOpenFrom(chance, clinic.hours, 'dosing', startOfDay(next, clinic.zone))
  if (issued === null || !told || told >= stage.now || !chance.isTrue(0.05)) return
  const [corrected] = one.rows.dose.slice(-1)
  if (!corrected) return
  one.rows.dose.push({
    ...corrected,
    id: chance.id(told),
    outcome: 'not-taken',
    forDay: last,
    toDay: last,
    givenAt: null,
    recordedAt: told,
    correctsDoseId: corrected.id,
  })
}

function recordNextInjection(
  one: DemoCase,
  treatment: TreatmentStory,
  clinic: StageService,
  met: Date,
  until: Date,
): Date | null {
  const last = one.rows.dose.findLast(({ treatmentId, kind }) => treatmentId === treatment.id && kind === 'depot')
  const every = one.truth.prescription.medicine === 'buprenorphine-weekly-depot' ? 7 : 28
  const due = last ? startOfDay(addDays(last.forDay, every - 1), clinic.zone) : met
  const at = whenOpenFrom(one.chance, clinic.hours, 'dosing', due > met ? due : met)
  if (at === null || at >= until || at >= one.stage.now || !one.chance.isTrue(0.86)) return null
  const day = plainDateIn(at, clinic.zone)
  return add(one, treatment, clinic, { day, at, outcome: 'given', kind: 'depot' })
}

type Given = { day: PlainDate; toDay?: PlainDate; at: Date; outcome: string; kind?: string }

function add(one: DemoCase, treatment: TreatmentStory, clinic: StageService, given: Given): Date | null {
  const { chance, rows, episodeId, stage } = one
  const recordedAt = minutesAfter(given.at, chance.int(1, 25))
  if (recordedAt >= stage.now) return null
  const isTimed = given.outcome !== 'unknown' && !chance.isTrue(0.02)
  rows.dose.push(
    doseRow({
      id: chance.id(recordedAt),
      treatmentId: treatment.id,
      episodeId,
      kind: given.kind ?? 'supervised',
      outcome: given.outcome,
      forDay: given.day,
      toDay: given.toDay ?? given.day,
      parts: given.kind ? 1 : one.truth.prescription.dosesPerDay,
      givenAt: isTimed ? given.at : null,
      recordedAt,
      recordedBy: chance.pick(clinic.staff),
      serviceId: clinic.id,
      lateEntry: false,
      product: given.kind === 'depot' ? one.truth.prescription.product : null,
      reason: WHY[given.outcome as keyof typeof WHY] ?? null,
    }),
  )
  return recordedAt
}

const WHY = {
  declined: 'Wants to speak to the doctor first',
  'part-dose': 'Drowsy, rest held back by the pharmacist',
  vomited: 'Within ten minutes',
  'late-after-closed': 'Came after the hatch had closed',
} as const
