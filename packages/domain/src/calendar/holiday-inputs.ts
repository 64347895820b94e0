import { z } from 'zod'
import { Country } from '../custody-episode/countries.ts'
import { inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { PlainDate } from './plain-date.ts'

/** The part of a country as public holidays are kept by; empty for the country as a whole. */
const Region = z.string('calendar.region.invalid').regex(/^[A-Z0-9-]{0,10}$/, 'calendar.region.invalid')

const Year = z.int('calendar.year.invalid').min(2000, 'calendar.year.invalid').max(2200, 'calendar.year.invalid')

/** The public holidays of a region in a year, and what stands of one day there, for whoever means to change it. */
export const HolidaysInput = inputOf({
  /** Null: the reader's own country, and the first of its regions. */
  place: inputOf({ country: Country, region: Region }).nullable(),
  /** Null: this year. */
  year: Year.nullable(),
  /** The day to look at before anything is changed. */
  day: PlainDate.nullable(),
})
export type HolidaysInput = z.infer<typeof HolidaysInput>

/** A day becomes a public holiday of a region, or is none, whatever was calculated; with who decided so. */
export const ChangeHolidayInput = inputOf({
  requestId: RequestId,
  /** The version of the last word about this day on the screen; null when nobody had said anything. */
  seenVersion: SeenVersion.nullable(),
  country: Country,
  region: Region,
  day: PlainDate,
  /** What it is called there. Null: it is no public holiday. */
  name: filledText('calendar.name', 120).nullable(),
  reason: filledText('calendar.reason', 300),
})
export type ChangeHolidayInput = z.infer<typeof ChangeHolidayInput>
