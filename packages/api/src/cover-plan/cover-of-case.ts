import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { findCover } from '@throughcare/db/cover-plan/cover-plan-repository'
import type { StoredCover } from '@throughcare/db/cover-plan/stored-cover'
import { findMedication } from '@throughcare/db/medication/medication-repository'
import type { StoredMedication } from '@throughcare/db/medication/stored-medication'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import type { Action } from '@throughcare/domain/access/who-may'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { type CoverReadiness, coverReadiness } from '@throughcare/domain/cover-plan/cover-readiness'
import { type GapAfterRelease, gapAfterRelease } from '@throughcare/domain/cover-plan/gap-after-release'
import { nextInjection } from '@throughcare/domain/cover-plan/next-injection'
import type { PlanBasis } from '@throughcare/domain/cover-plan/plan-standing'
import { doseStrip, type StripDay, stripAnchor } from '@throughcare/domain/medication/dose-strip'
import type { CoverInput } from '@throughcare/domain/medication/planned-cover'
import { AppError } from '../app-error.ts'
import { mayOn } from '../care-plan/get-part.ts'
import { countingBoth, type MedicationOfCase, medicationOfCase } from '../medication/medication-of-case.ts'
import { bookedTimesOf } from './booked-times-of.ts'
import { coverInputOf } from './planned-cover-of.ts'

/** What the rules about cover read of a case, and what they say. */
export type CoverOfCase = {
  found: StoredMedication
  of: MedicationOfCase
  stored: StoredCover
  input: CoverInput
  /** The day around which the strip stands: of the release, recorded or supposed. */
  releaseOn: PlainDate
  strip: StripDay[]
  gap: GapAfterRelease
  readiness: CoverReadiness
}

/**
 * How the cover of a case stands, if the actor may do `action` there.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export async function getCoverOfCase(deed: Deed<Actor>, episodeId: string, action: Action): Promise<CoverOfCase> {
  const [found, stored] = [await findMedication(deed, episodeId), await findCover(deed, episodeId)]
  if (!found || !stored) throw new AppError('not-found')
  if (!mayOn(deed.actor, action, found.part)) throw new AppError('not-allowed')
  return coverStanding(deed, found, countingBoth(await medicationOfCase(deed, found), found), stored)
}

/** Reads a stored case as the rules take it: of this record alone, as everybody who sees it may know it. */
export async function coverOfCase(deed: Deed, found: StoredMedication, stored: StoredCover): Promise<CoverOfCase> {
  return coverStanding(deed, found, await medicationOfCase(deed, found), stored)
}

async function coverStanding(
  deed: Deed,
  found: StoredMedication,
  of: MedicationOfCase,
  stored: StoredCover,
): Promise<CoverOfCase> {
  const { history, today, current } = of
  const input = coverInputOf(of, stored, deed.now)
  const strip = doseStrip(input, of.rules.depot)
  const gap = current === null ? 'not-known' : gapAfterRelease(strip, today)
  const booked = found.appointments.filter(({ status }) => status === 'booked')
  const places = await findOpeningHours(
    deed,
    booked.map(({ serviceId }) => serviceId),
  )
  const injection = nextInjection(history, today, bookedTimesOf(booked, places), of.rules.depot)
  return {
    found,
    of,
    stored,
    input,
    releaseOn: stripAnchor(history.custody, today),
    strip,
    gap,
    readiness: coverReadiness({ gap, plan: stored.plan, injection, today }),
  }
}

/** The facts of a case on which a plan against its gap stands. */
export function planBasisOf({ of, stored }: Pick<CoverOfCase, 'of' | 'stored'>): PlanBasis {
  const { outOn, releaseDate } = of.history.custody
  return {
    releaseOn: outOn ?? releaseDate,
    treatmentId: of.current?.id ?? null,
    dosingServiceId: of.current?.dosing?.id ?? null,
    prescriptionIds: stored.prescriptions.filter(({ status }) => status !== 'cancelled').map(({ id }) => id),
  }
}

/** The gap itself, where there is one that can be told. */
export function knownGap(gap: GapAfterRelease): Exclude<GapAfterRelease, string> {
  return typeof gap === 'string' ? null : gap
}
