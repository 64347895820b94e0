import { openIntervalsOn } from '@throughcare/domain/calendar/opening-hours'
import { addDays, daysBetween, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { mayLeaveAnyDay } from '@throughcare/domain/release/release-window'
import { type Chance, chanceFrom } from './chance.ts'
import type { DemoCase } from './demo-case.ts'
import { hoursAfter } from './moments.ts'
import type { StageService } from './stage.ts'

/** A release nearer than this is being arranged. */
const ARRANGED_DAYS = 21

/**
 * What stands ready for somebody who leaves soon: a prescription for the days after the gate, how they get there, who answers for
 * the closed days; the standing pack of whoever could be freed on any day; a lateness that a worker agreed with somebody; and
 * who lies in hospital. Thrown apart from the rest of the life, which stays as it was.
 */
export function recordArrangements(one: DemoCase, clinic: StageService): void {
  const chance = chanceFrom(`arranged ${one.episodeId}`)
  const { shape, stage, releasedAt, rows } = one
  const treatment = rows.medicationTreatment.at(-1)
  const isTreated = treatment?.episodeId === one.episodeId
  const isInside = releasedAt === null && !shape.ended
  if (isInside && mayLeaveAnyDay({ legalStatus: shape.legalStatus, certainty: one.certainty }) && isTreated)
    recordPack(one, chance)
  if (isInside && chance.isTrue(0.012)) recordHospital(one, chance)
  if (!isTreated || treatment.dosingServiceId !== clinic.id) return
  const daysAhead = shape.leavesOn === null ? null : daysBetween(stage.today, shape.leavesOn)
  if (isInside && daysAhead !== null && daysAhead >= 0 && daysAhead <= ARRANGED_DAYS && treatment.rhythm === 'daily')
    recordWay(one, clinic, chance)
  const isNear = releasedAt !== null && hoursAfter(releasedAt, 24 * 30) > stage.now
  if (isNear && chance.isTrue(0.12)) recordLateness(one, clinic, chance)
}

/** A bridging prescription, the way there, and for some a plan against the days on which the place is shut. */
function recordWay(one: DemoCase, clinic: StageService, chance: Chance): void {
  const { rows, episodeId, prison, truth } = one
  const leavesOn = one.shape.leavesOn as PlainDate
  const recordedAt = hoursAfter(one.stage.now, -chance.int(4, 40))
  if (recordedAt <= one.knownFrom) return
  const recordedBy = chance.pick(prison.staff)
  const said = { episodeId, recordedAt, recordedBy }
  if (chance.isTrue(0.75))
    rows.bridgingPrescription.push({
      id: chance.id(recordedAt),
      ...said,
      fromDay: leavesOn,
      toDay: addDays(leavesOn, 14),
      collectedAtServiceId: clinic.id,
      collectBy: chance.isTrue(0.3) ? addDays(leavesOn, 3) : null,
      prescribedText: truth.prescription.text,
    })
  if (chance.isTrue(0.8))
    rows.reachability.push({
      id: chance.id(recordedAt),
      ...said,
      version: 1,
      state: chance.weighted({ yes: 84, no: 6, unknown: 10 } as const),
      fromDay: leavesOn,
    })
  const shut = shutDaysAfter(clinic, leavesOn)
  const [first] = shut
  const last = shut.at(-1)
  if (!first || !last || !chance.isTrue(0.6)) return
  const isSigned = chance.isTrue(0.3)
  rows.coverPlan.push({
    id: chance.id(recordedAt),
    episodeId,
    way: chance.pick(['bridging-supply', 'bridging-supply', 'other-dosing-point'] as const),
    gapFrom: first,
    gapTo: last,
    remainingGapDays: isSigned ? 1 : 0,
    byServiceId: prison.id,
    byName: 'Healthcare duty desk',
    byDay: addDays(leavesOn, -1) < one.stage.today ? leavesOn : addDays(leavesOn, -1),
    decidedAt: recordedAt,
    decidedBy: recordedBy,
    signedName: isSigned ? 'Dr Amir Haddad' : null,
    signedOn: isSigned ? addDays(one.stage.today, -1) : null,
    signedAt: isSigned ? recordedAt : null,
    signedBy: isSigned ? recordedBy : null,
  })
}

/** The first days in a row, after the day of release, on which no dose is given there; looked for within a week. */
function shutDaysAfter({ hours }: StageService, leavesOn: PlainDate): PlainDate[] {
  const isShut = (day: PlainDate) => {
    const open = openIntervalsOn(hours, 'dosing', day)
    return open.kind === 'intervals' && open.intervals.length === 0
  }
  const week = Array.from({ length: 10 }, (_, index) => addDays(leavesOn, index + 1))
  const from = week.findIndex(isShut)
  if (from === -1 || from > 6) return []
  const until = week.findIndex((day, index) => index > from && !isShut(day))
  return week.slice(from, until === -1 ? week.length : until)
}

function recordPack(one: DemoCase, chance: Chance): void {
  if (!chance.isTrue(0.6)) return
  const recordedAt = hoursAfter(one.knownFrom, chance.int(2, 30))
  if (recordedAt >= one.stage.now) return
  const isNorth = one.prison.key === 'northgate'
  one.rows.minimumPack.push({
    id: chance.id(recordedAt),
    episodeId: one.episodeId,
    version: 1,
    letterOn: chance.isTrue(0.7) ? addDays(one.shape.admittedOn, 1) : null,
    prescriber: chance.isTrue(0.8) ? (isNorth ? 'Dr Amir Haddad' : 'Dr Sunita Rao') : null,
    prescriberPhone: isNorth ? '01632 960102' : '01632 960202',
    phone: chance.isTrue(0.75) ? '01632 960102' : null,
    recordedAt,
    recordedBy: chance.pick(one.prison.staff),
  })
}

/** The worker and the person agreed that a bus may be late: until then nobody counts the day as without a dose. */
function recordLateness(one: DemoCase, clinic: StageService, chance: Chance): void {
  const recordedAt = hoursAfter(one.stage.now, -chance.int(5, 60))
  if (one.releasedAt === null || recordedAt <= one.releasedAt) return
  one.rows.agreedLateness.push({
    id: chance.id(recordedAt),
    episodeId: one.episodeId,
    dosingServiceId: clinic.id,
    version: 1,
    until: '17:45',
    recordedAt,
    recordedBy: chance.pick(clinic.staff),
  })
}

function recordHospital(one: DemoCase, chance: Chance): void {
  const at = hoursAfter(one.stage.now, -chance.int(10, 70))
  if (at <= one.knownFrom) return
  one.rows.custodyEvent.push({
    id: chance.id(at),
    episodeId: one.episodeId,
    kind: 'hospital',
    at,
    endedEpisode: false,
    outcomeId: null,
    recordedAt: hoursAfter(at, 1),
    serviceId: one.prison.id,
    recordedBy: chance.pick(one.prison.staff),
  })
}
