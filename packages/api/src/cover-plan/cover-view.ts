import type { StoredCover } from '@throughcare/db/cover-plan/stored-cover'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { CoverGap, CoverReadiness } from '@throughcare/domain/cover-plan/cover-readiness'
import type { DoseSentence } from '@throughcare/domain/medication/dose-sentence'
import type { StripDay } from '@throughcare/domain/medication/dose-strip'
import type { ForecastDay } from '@throughcare/domain/medication/forecast'
import type { RestsOnUnknown } from '@throughcare/domain/medication/rests-on-unknown'
import type { ServicesGap } from '@throughcare/domain/release/services-gap'
import type { WayView } from './ways-of-case.ts'

/** What is arranged for the days around a release and what is agreed against a gap, in plain JSON. */
export type CoverView = StoredCover & {
  /** Today at the dosing point, in whose zone the days are read. */
  today: PlainDate
  /** The day around which the days stand: of the release; today where no date is known. */
  releaseOn: PlainDate
  isOut: boolean
  /** Where the person is dosed after the release. */
  dosingService: { id: string; name: string } | null
  /** The first gap from the release on; null when there is none, or when nobody can tell. */
  gap: CoverGap | null
  readiness: CoverReadiness
  /** What could be done against the gap, in the order in which it is asked for; empty without one. */
  ways: WayView[]
  /** Days until the dosing point, a benefits office and a housing office of the area are open. */
  servicesGap: ServicesGap
  /** From the release on, each day with its three facts. */
  days: ForecastDay[]
  /** Coming days that an appointment alone covers, and what nobody said about them. */
  restsOnUnknown: RestsOnUnknown[]
  may: {
    recordPrescription: boolean
    recordSupply: boolean
    recordReach: boolean
    decide: boolean
  }
}

/** How the days would stand if something else were so. Nothing of it is kept. */
export type WhatIfView = {
  today: PlainDate
  releaseOn: PlainDate
  /** The dosing point, as supposed or as recorded. */
  place: string | null
  strip: StripDay[]
  sentence: DoseSentence
  gap: CoverGap | null
  ways: WayView[]
  servicesGap: ServicesGap
  /** The same of the record as it stands, to lay beside it. */
  asRecorded: { releaseOn: PlainDate; gap: CoverGap | null }
}
