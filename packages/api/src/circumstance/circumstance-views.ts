import type { Stated } from '@throughcare/db/circumstance/circumstance-repository'
import { daysLeft, type KeepingAlert, keepingAlert } from '@throughcare/domain/belongings/keeping-alert'
import type { RecordBelongingsInput } from '@throughcare/domain/belongings/record-belongings-input'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { HousingSpan } from '@throughcare/domain/housing/housing-codes'
import { type HousingPrompt, housingPrompts } from '@throughcare/domain/housing/housing-prompts'
import type { RecordPlaceInput } from '@throughcare/domain/housing/record-place-input'
import type { RecordKeptDateInput } from '@throughcare/domain/kept-date/record-kept-date-input'
import { type AwayMissing, awayMissing } from '@throughcare/domain/treatment-away/away-readiness'
import type { RecordTreatmentAwayInput } from '@throughcare/domain/treatment-away/record-treatment-away-input'

/** What was said, without what belongs to the press. */
type Said<Input, Keys extends string> = Omit<Input, 'requestId' | 'seenVersion' | 'episodeId' | Keys>

/** Things that somebody keeps, and what must be told about the day. */
export type BelongingsView = Stated & { id: string } & Said<RecordBelongingsInput, 'belongingsId'> & {
    /** Null: there is time, or nothing is in store any more. */
    alert: KeepingAlert | null
    daysLeft: number | null
  }

/** Where somebody sleeps for one span; `place` is null while nothing was said. */
export type PlaceView = {
  span: HousingSpan
  place: (Stated & Said<RecordPlaceInput, 'span'>) | null
  prompts: HousingPrompt[]
}

/** A home, a benefit or a job that is kept. */
export type KeptView = Stated & { id: string } & Said<RecordKeptDateInput, 'keptDateId'> & {
    /** Whether somebody said the day, or a rule of the country gave it. */
    untilSource: 'stated' | 'rule' | null
    alert: KeepingAlert | null
    daysLeft: number | null
  }

/** A referral to residential treatment, and what it lacks. */
export type AwayView = Stated & { id: string } & Said<RecordTreatmentAwayInput, 'treatmentAwayId'> & {
    missing: AwayMissing[]
  }

export function belongingsView(of: BelongingsView, today: PlainDate): BelongingsView {
  const isThere = of.state === 'in-store'
  return {
    ...of,
    alert: isThere ? keepingAlert(of.keepUntil, today) : null,
    daysLeft: isThere ? daysLeft(of.keepUntil, today) : null,
  }
}

export function keptView(of: KeptView, today: PlainDate): KeptView {
  const isRunning = of.state === 'running'
  return {
    ...of,
    alert: isRunning ? keepingAlert(of.until, today) : null,
    daysLeft: isRunning ? daysLeft(of.until, today) : null,
  }
}

export function placeView(span: HousingSpan, place: PlaceView['place'] | null): PlaceView {
  return { span, place, prompts: housingPrompts(place) }
}

export function awayView(of: AwayView): AwayView {
  return { ...of, missing: awayMissing(of) }
}
