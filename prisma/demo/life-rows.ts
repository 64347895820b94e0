import type { BarrierCode, BarrierEnd } from '@throughcare/domain/barrier/barrier-codes'
import { BARRIER_TABLE } from '@throughcare/domain/barrier/barrier-table'
import { addDays } from '@throughcare/domain/calendar/plain-date'
import { plainDateIn } from '@throughcare/domain/calendar/zone'
import type { DemoCase } from './demo-case.ts'
import { hoursAfter } from './moments.ts'
import type { StageService } from './stage.ts'

/** What a person comes back to and who stands by: for those who leave soon or have just left, and barriers for everybody. */
export function recordLife(one: DemoCase, clinic: StageService): void {
  recordBarriers(one, clinic)
  const { standing } = one.shape
  const isNear = standing !== 'out-long-ago' && standing !== 'later' && standing !== 'any-day'
  if (!isNear || hoursAfter(one.knownFrom, 30) >= one.stage.now) return
  recordSupporters(one)
  recordOverdosePlan(one)
  recordWhatHelps(one)
  recordPlaces(one)
  recordBelongings(one)
  recordKept(one)
}

/** By whom something was written down, and when: a while after the case became known. */
function recordedIn({ chance, episodeId, prison, knownFrom }: DemoCase) {
  const recordedAt = hoursAfter(knownFrom, 2 + chance.int(0, 26))
  return { episodeId, recordedAt, recordedBy: chance.pick(prison.staff) }
}

const dayOf = (one: DemoCase, at: Date) => plainDateIn(at, one.prison.zone)

function recordSupporters(one: DemoCase): void {
  const { chance, rows } = one
  if (!chance.isTrue(0.55)) return
  const recorded = recordedIn(one)
  const consent = chance.weighted({ yes: 70, 'not-asked': 20, no: 10 })
  rows.supporter.push({
    id: chance.id(recorded.recordedAt),
    ...recorded,
    name: chance.pick([
      'Sister Ana',
      'Brother Leo',
      'Mother',
      'Pastor Mills',
      'Friend Jo',
      'Aunt Grete',
      'Uncle Tomas',
    ]),
    role: chance.pick(['everyday', 'money', 'housing', 'transport']),
    phone: consent === 'yes' ? `+44 20 7946 0${chance.int(100, 999)}` : null,
    isCrisisContact: consent === 'yes' && chance.isTrue(0.6),
    consent,
    consentOn: consent === 'not-asked' ? null : dayOf(one, recorded.recordedAt),
    mayBeTold: consent === 'yes' ? ['that-i-am-out', ...(chance.isTrue(0.4) ? ['my-appointments'] : [])] : [],
  })
}

function recordOverdosePlan(one: DemoCase): void {
  const { chance, rows, truth } = one
  if (!truth.usesOpioids || !chance.isTrue(0.7)) return
  const recorded = recordedIn(one)
  const isMade = chance.isTrue(0.8)
  rows.overdosePlan.push({
    id: chance.id(recorded.recordedAt),
    ...recorded,
    version: 1,
    answer: isMade ? 'made' : 'declined',
    seenAlone: true,
    offeredOn: dayOf(one, recorded.recordedAt),
    notAlone: isMade ? chance.pick(['With my sister in the flat', 'Never with the door locked']) : null,
    goSlow: isMade ? 'A third of what it was before' : null,
    naloxoneWith: isMade ? chance.pick(['My sister', 'On me, left pocket']) : null,
    whoCalls: isMade ? 'Whoever is with me, at once' : null,
  })
}

function recordWhatHelps(one: DemoCase): void {
  const { chance, rows } = one
  if (!chance.isTrue(0.5)) return
  const recorded = recordedIn(one)
  rows.whatHelps.push({
    id: chance.id(recorded.recordedAt),
    ...recorded,
    version: 1,
    setting: 'in-custody',
    askedOn: dayOf(one, recorded.recordedAt),
    goal: chance.weighted({ 'stay-on-treatment': 50, 'safer-use': 20, 'no-drugs': 20, 'not-sure': 10 }),
    aroundWant: chance.weighted({ 'stay-on-treatment': 35, 'no-drugs': 35, 'going-on-as-before': 15, 'not-said': 15 }),
    helps: [chance.pick(['Somebody at the gate', 'Work', 'My dog', 'A bed on the first night'])],
    pulls: [chance.pick(['The square by the station', 'Money on the first day', 'Being alone on Sunday'])],
    strengths: [chance.pick(['I can cook', 'I ask for help', 'I get up early'])],
    lastTime: chance.isTrue(0.4) ? 'The pharmacy was shut and I waited until Monday' : null,
  })
}

function recordPlaces(one: DemoCase): void {
  const { chance, rows } = one
  if (!chance.isTrue(0.6)) return
  const recorded = recordedIn(one)
  const kind = chance.weighted({ 'family-or-friends': 35, hostel: 25, supported: 15, 'own-home': 15, none: 10 })
  const isConfirmed = kind !== 'none' && chance.isTrue(0.6)
  rows.housingPlace.push({
    ...recorded,
    version: 1,
    span: 'first-night',
    kind,
    address:
      kind === 'none' ? null : `${chance.int(1, 80)} ${chance.pick(['Quay', 'Mill', 'Harbour', 'Chapel'])} Street`,
    confirmed: isConfirmed ? 'confirmed' : kind === 'none' ? 'no' : 'asked',
    confirmedBy: isConfirmed ? chance.pick(['The warden', 'The landlord', 'My sister']) : null,
    peopleUsing: chance.weighted({ no: 40, yes: 20, unknown: 40 }),
    lockable: chance.weighted({ yes: 40, no: 25, unknown: 35 }),
    keyFrom: kind === 'own-home' || kind === 'none' ? null : chance.pick(['14:00', '15:00', '16:30']),
    way: isConfirmed ? chance.pick(['Bus 4 from the gate', 'Fetched by family', 'On foot, 20 minutes']) : null,
    fallback: chance.isTrue(0.4) ? 'Night shelter, Quay Street' : null,
  })
}

function recordBelongings(one: DemoCase): void {
  const { chance, rows, stage } = one
  if (!chance.isTrue(0.3)) return
  const recorded = recordedIn(one)
  rows.belongings.push({
    id: chance.id(recorded.recordedAt),
    ...recorded,
    version: 1,
    inventory: chance.pick(['Two bags and a phone', 'A bicycle', 'Papers and a guitar', 'Furniture of one room']),
    place: chance.pick(['Reception, property store', 'Hostel store', 'With the last landlord']),
    keepUntil: chance.isTrue(0.7) ? addDays(stage.today, chance.int(1, 40)) : null,
    mayCollect: chance.isTrue(0.3) ? 'My sister' : null,
    state: 'in-store',
  })
}

function recordKept(one: DemoCase): void {
  const { chance, rows, stage } = one
  if (!chance.isTrue(0.2)) return
  const recorded = recordedIn(one)
  const kind = chance.weighted({ tenancy: 60, job: 25, benefit: 15 })
  const isSent = chance.isTrue(0.5)
  rows.keptDate.push({
    id: chance.id(recorded.recordedAt),
    ...recorded,
    version: 1,
    area: { tenancy: 'housing', job: 'work', benefit: 'benefits' }[kind],
    kind,
    withWhom: { tenancy: 'Quay Street Homes', job: 'Northport Bakery', benefit: 'The benefits office' }[kind],
    until: addDays(stage.today, chance.int(2, 60)),
    untilSource: 'stated',
    letterSentOn: isSent ? dayOf(one, recorded.recordedAt) : null,
    letterWords: isSent ? 'Please keep it until I am back.' : null,
    state: 'running',
  })
}

const STANDING: Partial<Record<BarrierCode, number>> = {
  'proof-of-history': 25,
  'waiting-list': 30,
  'no-id': 15,
  'no-insurance': 10,
  distance: 10,
  'opening-hours': 10,
}
const ENDED_BY = {
  'proof-of-history': 'letter-accepted',
  'waiting-list': 'place-came-free',
  'no-id': 'obtained',
  'no-insurance': 'obtained',
  distance: 'other-service',
  'opening-hours': 'other-service',
} as const satisfies Partial<Record<BarrierCode, BarrierEnd>>

/** What stood in the way of a treatment, and for how long: so many that managers can read counts of it. */
function recordBarriers(one: DemoCase, clinic: StageService): void {
  const { chance, rows, shape, stage, truth } = one
  if (truth.omt === 'no' || !chance.isTrue(0.16)) return
  const recorded = recordedIn(one)
  if (recorded.recordedAt >= stage.now) return
  const code = chance.weighted(STANDING) as keyof typeof ENDED_BY
  const since = dayOf(one, recorded.recordedAt)
  const days = chance.int(2, 45)
  const isOver = shape.standing === 'out-long-ago' && addDays(since, days) <= stage.today
  rows.barrier.push({
    id: chance.id(recorded.recordedAt),
    ...recorded,
    version: 1,
    area: 'omt',
    code,
    level: BARRIER_TABLE[code].usualLevel,
    serviceId: BARRIER_TABLE[code].usualLevel === 'service' ? clinic.id : null,
    since,
    resolvedOn: isOver ? addDays(since, days) : null,
    resolvedHow: isOver ? ENDED_BY[code] : null,
  })
}
