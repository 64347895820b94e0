import type { StoredDoseAlert } from '@throughcare/db/dose-alert/dose-alert-repository'
import type { StoredDose, StoredLateness, StoredTreatment } from '@throughcare/db/medication/stored-medication'
import type { DayOpening } from '@throughcare/domain/calendar/opening-hours'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { CustodyRegime } from '@throughcare/domain/medication/custody-regime'
import type { DaysWithoutDose } from '@throughcare/domain/medication/days-without-dose'
import type { DoseSide } from '@throughcare/domain/medication/decide-dose-recording'
import type { DepotState } from '@throughcare/domain/medication/depot-status'
import type { DoseSentence } from '@throughcare/domain/medication/dose-sentence'
import type { StripDay } from '@throughcare/domain/medication/dose-strip'
import type { DoubleDose } from '@throughcare/domain/medication/double-doses'
import type { PersonRouting } from '@throughcare/domain/medication/route-person'
import type { DayRange } from '@throughcare/domain/medication/standing-doses'
import type { RulesInForce } from '../rule-set/find-rules.ts'

export type DoseEntryView = StoredDose & {
  /** Another entry took its place: it stays readable and counts no more. */
  isReplaced: boolean
  /** Days of it that were corrected to "not taken". */
  notTaken: DayRange[]
  /** Whether the reader may correct it. */
  mayCorrect: boolean
}

/** The dose cover of a case as its page shows it, in plain JSON. */
export type MedicationView = {
  now: string
  /** Today at the dosing point, in whose zone the days are read. */
  today: PlainDate
  timeZone: string
  /** Today in the prison's zone, for which a regime is confirmed. */
  todayInside: PlainDate
  side: DoseSide
  /** When the person went out, as somebody confirmed it. */
  releasedAt: string | null
  may: { recordTreatment: boolean; recordDose: boolean; confirmRegime: boolean; agreeLateness: boolean }
  /** The treatment that goes on today; else the last one; null when none is on record. */
  treatment: StoredTreatment | null
  /** The other ones, the last first. */
  otherTreatments: StoredTreatment[]
  /** Null without a treatment, for a depot, and once the person is out. */
  regime: CustodyRegime | null
  /** 22 days around the release. */
  strip: StripDay[]
  sentence: DoseSentence
  daysWithout: DaysWithoutDose
  routing: PersonRouting
  /** The answer if somebody says "intoxicated now" where a dose is about to be recorded: it is kept nowhere. */
  ifIntoxicated: PersonRouting
  /** The rules that hold where the person is dosed. */
  rules: RulesInForce['told']
  /** The alert that goes on and those that have ended, the newest first. */
  alerts: StoredDoseAlert[]
  /** Null unless the treatment is a depot. */
  depot: DepotState | null
  /** Up to when the dosing point waits for the person, by agreement, as somebody said it; null when nobody did. */
  agreedLateness: StoredLateness | null
  doubleDoses: (DoubleDose & { services: string[] })[]
  /** The entry that stands for the last day on which a dose was given or issued. */
  lastDose: StoredDose | null
  nextAppointment: {
    day: PlainDate
    at: string | null
    place: string | null
    timeZone: string
    isBooked: boolean
  } | null
  dosingPoint: (NonNullable<StoredTreatment['dosing']> & { today: DayOpening; nextDosingDay: PlainDate | null }) | null
  /** Newest first. */
  entries: DoseEntryView[]
  /**
   * Doses in a second record of the person that is joined with this one, for a service that may see both. The clock counts them;
   * they are corrected in their own case. Entries that stand alone, the newest first.
   */
  joined: { episodeId: string; entries: StoredDose[] }[]
}
