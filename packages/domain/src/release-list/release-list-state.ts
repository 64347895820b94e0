import type { PlainDate } from '../calendar/plain-date.ts'
import { laterDay } from '../calendar/plain-date.ts'
import type { Certainty } from '../release/release-codes.ts'
import type { ReleaseListLine } from './parse-release-list-line.ts'
import type { ReleaseListColumn } from './release-list-columns.ts'

/**
 * What is known of a person in custody, in the terms of a release list: of one stored person, or of one after the
 * lines so far. `lastDoseOn` is the last day with a recorded dose, from whatever source.
 */
export type ReleaseListState = Omit<ReleaseListLine, 'prisonNumber'>

/** Which property a column fills. */
const PROPERTY_OF_COLUMN = {
  family_name: 'familyName',
  given_names: 'givenNames',
  date_of_birth: 'dateOfBirth',
  sex: 'sex',
  preferred_language: 'preferredLanguage',
  legal_status: 'legalStatus',
  admitted_on: 'admittedOn',
  release_date: 'releaseDate',
  release_certainty: 'releaseCertainty',
  release_country: 'releaseCountry',
  release_area: 'releaseArea',
  omt_medicine: 'omtMedicine',
  last_dose_on: 'lastDoseOn',
  naloxone_trained: 'naloxoneTrained',
  has_address: 'hasAddress',
} as const satisfies Record<Exclude<ReleaseListColumn, 'prison_number'>, keyof ReleaseListState>

const COLUMNS = Object.keys(PROPERTY_OF_COLUMN) as (keyof typeof PROPERTY_OF_COLUMN)[]

/**
 * What is known after this line, given what was known before it.
 *
 * An empty cell says nothing and takes nothing away; a release date is the exception, since `could_be_any_day` without
 * a date says that there is none. `last_dose_on` only ever moves forward. `kept` names the columns in which the line
 * is silent or older, and what was known stays.
 */
export function applyLine(
  before: ReleaseListState | null,
  line: ReleaseListLine,
): { after: ReleaseListState; kept: ReleaseListColumn[] } {
  const { prisonNumber: _number, ...said } = line
  if (before === null) return { after: { ...said, sex: said.sex ?? 'unknown' }, kept: [] }

  const after: ReleaseListState = {
    ...said,
    givenNames: said.givenNames === '' ? before.givenNames : said.givenNames,
    sex: said.sex ?? before.sex,
    preferredLanguage: said.preferredLanguage ?? before.preferredLanguage,
    releaseCountry: said.releaseCountry ?? before.releaseCountry,
    releaseArea: said.releaseArea ?? before.releaseArea,
    omtMedicine: said.omtMedicine ?? before.omtMedicine,
    lastDoseOn: latest(before.lastDoseOn, said.lastDoseOn),
    naloxoneTrained: said.naloxoneTrained ?? before.naloxoneTrained,
    hasAddress: said.hasAddress ?? before.hasAddress,
  }
  return { after, kept: differingColumns({ ...said, sex: said.sex }, after) }
}

/** In which columns do the two differ? In the order of the file. Accents written in two ways are no difference. */
export function differingColumns(one: ReleaseListState, other: ReleaseListState): ReleaseListColumn[] {
  return COLUMNS.filter((column) => {
    const property = PROPERTY_OF_COLUMN[column]
    return comparable(one[property]) !== comparable(other[property])
  })
}

/**
 * Does the person leave sooner than was known before? Dates that come first on the preview.
 *
 * "Could be any day" is sooner than every date, whatever date stands beside it. A date that only becomes surer is no
 * sooner. Nobody known before is nobody who leaves sooner.
 */
export function leavesSooner(before: ReleaseListState | null, after: ReleaseListState): boolean {
  if (before === null || before.releaseCertainty === 'could-be-any-day') return false
  if (after.releaseCertainty === 'could-be-any-day') return true
  return isBefore(after, before)
}

function isBefore(
  one: { releaseDate: PlainDate | null; releaseCertainty: Certainty },
  other: { releaseDate: PlainDate | null },
): boolean {
  return one.releaseDate !== null && (other.releaseDate === null || one.releaseDate < other.releaseDate)
}

function latest(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  return one === null || other === null ? (one ?? other) : laterDay(one, other)
}

function comparable(value: ReleaseListState[keyof ReleaseListState]): string | boolean | null {
  return typeof value === 'string' ? value.normalize('NFC') : value
}
