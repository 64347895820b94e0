import { addDays } from '@throughcare/domain/calendar/plain-date'
import type { Sex } from '@throughcare/domain/person/sexes'
import { tellAfterRelease } from './after-release.ts'
import { recordArrangements } from './arranged-rows.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { type DemoCase, openCase, SPECIALS, type Special, startOfRecord } from './demo-case.ts'
import { type DemoRows, noRows } from './demo-rows.ts'
import { type EpisodeShape, STANDINGS, type Standing, shapeBefore, shapeFor } from './episode-shape.ts'
import { recordFacts } from './fact-rows.ts'
import { type HandoffDraft, recordHandoffs } from './handoff-draft.ts'
import { heldBy, tellHandoffs, treatmentService } from './handoff-story.ts'
import { recordKit } from './kit-rows.ts'
import { recordLife } from './life-rows.ts'
import { hoursAfter, minutesAfter, someTimeOn } from './moments.ts'
import { recordPerson } from './person-rows.ts'
import { recordPlan } from './plan-rows.ts'
import type { Stage } from './stage.ts'
import { recordTreatment } from './treatment-rows.ts'
import { makeTruth, type Truth } from './truth.ts'

/**
 * The lives of the 2,000 persons of the demo, as rows: eighteen months up to the first minute of the load day.
 *
 * The same day gives the same rows. Nobody in them is anybody.
 *
 * @param every of how many one is told: 1 tells all of them
 */
export function tellLives(stage: Stage, every = 1): DemoRows {
  const rows = noRows()
  let index = 0
  for (const [standing, count] of Object.entries(STANDINGS) as [Standing, number][])
    for (let place = 0; place < count; place += 1) {
      if (index % every === 0) tellLife(stage, rows, { standing, place, index })
      index += 1
    }
  return rows
}

function tellLife(stage: Stage, rows: DemoRows, of: { standing: Standing; place: number; index: number }): void {
  const chance = chanceFrom(`person ${of.index}`)
  const special = of.standing === 'just-out' ? (SPECIALS[of.place] ?? null) : null
  const last = shapeFor(stage, chance, of.standing, of.place)
  const isBack = of.standing === 'out-long-ago' ? chance.isTrue(0.08) : of.standing !== 'just-out' && chance.isTrue(0.2)
  const before = isBack ? shapeBefore(stage, chance, last) : null
  const shapes = before ? [before, { ...last, legalStatus: 'recalled' as const }] : [last]
  const first = shapes[0] as EpisodeShape
  const sex: Sex = chance.weighted({ male: 905, female: 88, other: 4, unknown: 3 })
  const truth = truthFor(chance, last, sex, special)
  const began = startOfRecord(stage, chance, first)
  const personId = recordPerson(stage, rows, chance, { first, sex, createdAt: began, index: of.index })
  for (const [place, shape] of shapes.entries()) {
    const knownFrom = place === 0 ? began : startOfRecord(stage, chance, shape)
    const backInsideOn = shapes[place + 1]?.admittedOn ?? null
    tellCase(openCase(stage, chance, rows, { shape, truth, personId, knownFrom, backInsideOn, special }))
  }
}

/** Whoever must be seen among the just released is somebody on the treatment that the story is about. */
function truthFor(chance: Chance, shape: EpisodeShape, sex: Sex, special: Special | null): Truth {
  const truth = makeTruth(chance, shape.country, sex === 'female')
  if (special === null) return truth
  const oral = makeOral(chance, shape, special)
  return { ...truth, omt: 'on', usesOpioids: true, prescription: oral }
}

function makeOral(chance: Chance, { country }: EpisodeShape, special: Special): Truth['prescription'] {
  for (;;) {
    const { prescription } = makeTruth(chance, country, false)
    const isDepot = prescription.rhythm === 'depot'
    const isDaily = prescription.rhythm === 'daily' && prescription.medicine !== 'levomethadone'
    if (special === 'depot' ? isDepot : isDaily) return prescription
  }
}

function tellCase(one: DemoCase): void {
  const clinic = treatmentService(one)
  const treatment = recordTreatment(one, clinic.id)
  recordArrangements(one, clinic)
  const drafts = tellHandoffs(one, clinic)
  const appointment = recordAppointment(one, drafts)
  const after = tellAfterRelease(one, drafts, treatment)
  const [held] = heldBy(drafts, ['omt', 'naloxone'])
  const met = after.arrivedAt && held ? { service: held.draft.service, from: minutesAfter(after.arrivedAt, -20) } : null
  const kit = recordKit(one, met && one.releasedAt && met.from > one.releasedAt ? met : null)
  const told = recordFacts(one, { hasTreatment: treatment !== null, kit, hasAppointment: appointment })
  recordHandoffs(one, drafts)
  recordPlan(one, { told, hasTreatment: treatment !== null, kit, firstAppointment: appointment, drafts, after })
  recordLife(one, clinic)
}

/** The first time outside, booked with the service that has the treatment; false where nobody booked one. */
function recordAppointment(one: DemoCase, drafts: readonly HandoffDraft[]): boolean {
  const { chance, rows, shape, stage } = one
  const [held] = heldBy(drafts, ['omt'])
  if (!held || shape.leavesOn === null || !chance.isTrue(0.66)) return false
  const { service } = held.draft
  const day = addDays(shape.leavesOn, chance.pick([0, 1, 1, 1, 2, 3]))
  const at = someTimeOn(chance, day, '10:00', '14:30', service.zone)
  const recordedAt = hoursAfter(held.from, 0.2)
  if (recordedAt >= stage.now || (one.releasedAt && at <= one.releasedAt) || at <= recordedAt) return false
  rows.appointment.push({
    id: chance.id(recordedAt),
    episodeId: one.episodeId,
    area: 'omt',
    serviceId: service.id,
    at,
    place: null,
    status: 'booked',
    recordedAt,
    recordedBy: chance.pick(service.staff),
  })
  return true
}
