import { addDays, type PlainDate, weekday } from '@throughcare/domain/calendar/plain-date'
import type { Certainty, LegalStatus, ReleaseKind } from '@throughcare/domain/release/release-codes'
import type { Chance } from './chance.ts'
import { DEMO_PRISONS, type DemoPrison } from './demo-services.ts'
import { hoursAfter, minutesAfter, someTimeOn } from './moments.ts'
import { DEMO_DAYS, type Stage } from './stage.ts'

/** Where somebody stands on the load day. The counts add up to the 2,000 persons of the demo. */
export const STANDINGS = {
  'just-out': 14,
  'leaving-today': 6,
  'this-week': 30,
  'next-28-days': 70,
  later: 120,
  'any-day': 84,
  'date-passed': 4,
  'out-long-ago': 1_672,
} as const
export type Standing = keyof typeof STANDINGS

export type Release = { at: Date; learnedAt: Date; recordedAt: Date; kind: ReleaseKind }

/** One stay in custody from outside: who, where, from when to when, and how it came to an end. */
export type EpisodeShape = {
  standing: Standing
  prison: DemoPrison
  legalStatus: LegalStatus
  admittedOn: PlainDate
  /** The day on which the person leaves, or left: what the release dates in the record come to. */
  leavesOn: PlainDate | null
  release: Release | null
  /** For custody that ended in another way. */
  ended: { on: PlainDate; because: 'died' | 'transferred-abroad' } | null
  country: 'GB' | 'NO' | 'DE'
}

/** The stay in custody that puts a person where they stand today. */
export function shapeFor(stage: Stage, chance: Chance, standing: Standing, index: number): EpisodeShape {
  const prison = standing === 'out-long-ago' ? chance.weighted(PRISON_SHARES) : spread(index)
  const legalStatus: LegalStatus = standing === 'any-day' ? chance.weighted(ANY_DAY) : chance.weighted(LEGAL_SHARES)
  const isCourt = legalStatus === 'remand' || legalStatus === 'immigration'
  const leavesOn = leavingDay(stage.today, chance, standing, isCourt)
  const inside = insideDays(chance, legalStatus)
  const admittedOn = addDays(leavesOn ?? addDays(stage.today, chance.int(0, 40)), -inside)
  const shape: EpisodeShape = {
    standing,
    prison,
    legalStatus,
    admittedOn: admittedOn < stage.today ? admittedOn : addDays(stage.today, -chance.int(1, 5)),
    leavesOn,
    release: null,
    ended: null,
    country: chance.isTrue(0.045) ? 'DE' : prison === 'fjordvik' ? 'NO' : 'GB',
  }
  if (leavesOn === null || (standing !== 'out-long-ago' && standing !== 'just-out')) return shape
  const other = standing === 'out-long-ago' ? chance.next() : 1
  if (other < 0.004) return { ...shape, ended: { on: leavesOn, because: 'died' } }
  if (other < 0.01) return { ...shape, ended: { on: leavesOn, because: 'transferred-abroad' } }
  return { ...shape, release: releaseOn(stage, chance, shape, leavesOn) }
}

/** The release before a recall: some weeks outside, then back inside on the day on which the later stay begins. */
export function shapeBefore(stage: Stage, chance: Chance, later: EpisodeShape): EpisodeShape | null {
  const outside = chance.isTrue(0.12) ? chance.int(1, 12) : chance.int(9, 150)
  const leavesOn = ordinaryWeekday(addDays(later.admittedOn, -outside))
  if (leavesOn < addDays(stage.today, -DEMO_DAYS)) return null
  const legalStatus = chance.weighted({ sentenced: 80, remand: 14, 'convicted-unsentenced': 6 } as const)
  const shape: EpisodeShape = {
    ...later,
    standing: 'out-long-ago',
    legalStatus,
    admittedOn: addDays(leavesOn, -insideDays(chance, legalStatus)),
    leavesOn,
    ended: null,
  }
  return { ...shape, release: releaseOn(stage, chance, shape, leavesOn) }
}

/** How well things went around here by then, between 0 and 1: prisons differ, and all of them got better. */
export function qualityOf(stage: Stage, shape: EpisodeShape): number {
  const base = { northgate: 0.46, eastfield: 0.35, fjordvik: 0.56 }[shape.prison]
  const daysAgo = shape.release ? (stage.now.getTime() - shape.release.at.getTime()) / 86_400_000 : 0
  const surprise = { planned: 0, 'short-notice': -0.12, unplanned: -0.26 }[shape.release?.kind ?? 'planned']
  const friday = shape.leavesOn && weekday(shape.leavesOn) === 5 ? -0.05 : 0
  return base + 0.32 * (1 - Math.min(1, daysAgo / DEMO_DAYS)) + surprise + friday
}

/** What people know before the load day about its certainty. */
export function certaintyOf(chance: Chance, shape: EpisodeShape, daysAhead: number): Certainty {
  if (shape.legalStatus === 'remand' || shape.legalStatus === 'immigration') return 'could-be-any-day'
  if (shape.standing === 'date-passed') return 'expected'
  return daysAhead <= 21 && chance.isTrue(0.85) ? 'confirmed' : 'expected'
}

const PRISON_SHARES = { northgate: 46, eastfield: 31, fjordvik: 23 } as const satisfies Record<DemoPrison, number>
const LEGAL_SHARES = {
  remand: 26,
  'convicted-unsentenced': 7,
  sentenced: 53,
  recalled: 11,
  immigration: 3,
} as const satisfies Record<LegalStatus, number>
const ANY_DAY = { remand: 80, 'convicted-unsentenced': 12, immigration: 8 } as const

function spread(index: number): DemoPrison {
  return DEMO_PRISONS[index % DEMO_PRISONS.length] ?? 'northgate'
}

function insideDays(chance: Chance, legalStatus: LegalStatus): number {
  if (legalStatus === 'recalled') return chance.pick([14, 28, 28, chance.int(20, 120)])
  if (legalStatus === 'sentenced') return chance.isTrue(0.3) ? chance.int(30, 90) : chance.int(90, 640)
  return chance.int(4, 150)
}

function leavingDay(today: PlainDate, chance: Chance, standing: Standing, isCourt: boolean): PlainDate | null {
  const workday = (day: PlainDate) => (isCourt ? day : ordinaryWeekday(day))
  switch (standing) {
    case 'just-out': {
      const day = addDays(today, -chance.pick([1, 1, 2]))
      const other = addDays(today, day === addDays(today, -1) ? -2 : -1)
      return isCourt || weekday(day) <= 5 || weekday(other) > 5 ? day : other
    }
    case 'leaving-today':
      return today
    case 'this-week':
      return laterThan(today, workday(addDays(today, chance.int(1, 7))), 1)
    case 'next-28-days':
      return laterThan(today, workday(addDays(today, chance.int(9, 27))), 8)
    case 'later':
      return workday(addDays(today, chance.int(30, 300)))
    case 'any-day':
      return chance.isTrue(0.3) ? addDays(today, chance.int(3, 60)) : null
    case 'date-passed':
      return addDays(today, -chance.int(1, 3))
    case 'out-long-ago': {
      const day = addDays(today, -chance.int(3, DEMO_DAYS))
      // Prisons still let go on Fridays what should have gone on Tuesday.
      const friday = addDays(day, 5 - weekday(day))
      return chance.isTrue(0.22) && friday <= addDays(today, -3) ? friday : beforeToday(today, workday(day))
    }
  }
}

function releaseOn(stage: Stage, chance: Chance, shape: EpisodeShape, day: PlainDate): Release {
  const { zone } = stage.services[shape.prison]
  const kind = chance.weighted(KINDS[shape.legalStatus])
  const at =
    kind === 'unplanned'
      ? someTimeOn(chance, day, '12:20', '18:10', zone)
      : someTimeOn(chance, day, '08:20', '11:40', zone)
  const learnedAt = kind === 'unplanned' ? minutesAfter(at, chance.int(5, 190)) : at
  const recordedAt = chance.isTrue(0.05)
    ? hoursAfter(learnedAt, chance.int(3, 20))
    : minutesAfter(learnedAt, chance.int(1, 40))
  const isTold = recordedAt < stage.now
  return { at, kind, learnedAt: isTold ? learnedAt : at, recordedAt: isTold ? recordedAt : minutesAfter(at, 5) }
}

const KINDS = {
  remand: { unplanned: 72, 'short-notice': 20, planned: 8 },
  'convicted-unsentenced': { unplanned: 45, 'short-notice': 30, planned: 25 },
  sentenced: { planned: 85, 'short-notice': 12, unplanned: 3 },
  recalled: { planned: 66, 'short-notice': 30, unplanned: 4 },
  immigration: { unplanned: 55, 'short-notice': 30, planned: 15 },
} as const satisfies Record<LegalStatus, Record<ReleaseKind, number>>

/** Nobody with a date is let out on a weekend: the Friday before. */
function ordinaryWeekday(day: PlainDate): PlainDate {
  const of = weekday(day)
  return of > 5 ? addDays(day, 5 - of) : day
}

function laterThan(today: PlainDate, day: PlainDate, days: number): PlainDate {
  return day >= addDays(today, days) ? day : addDays(day, 7 - ((weekday(day) + 6) % 7))
}

function beforeToday(today: PlainDate, day: PlainDate): PlainDate {
  return day <= addDays(today, -3) ? day : addDays(today, -3)
}
