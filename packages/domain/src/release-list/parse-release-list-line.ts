import { PlainDate } from '../calendar/plain-date.ts'
import { writtenCountry } from '../custody-episode/countries.ts'
import {
  admissionFault,
  birthFault,
  type DayFault,
  lastDoseFault,
  releaseDateFault,
} from '../custody-episode/custody-days.ts'
import type { Medicine } from '../medication/medication-codes.ts'
import { writtenLanguage } from '../person/languages.ts'
import { nameRefusal } from '../person/person-name.ts'
import { LONGEST_NUMBER, writtenNumber } from '../person/prison-number.ts'
import type { Sex } from '../person/sexes.ts'
import type { Certainty, LegalStatus } from '../release/release-codes.ts'
import type { TextFault } from '../text/storable-text.ts'
import {
  CERTAINTY_IN_LIST,
  LEGAL_STATUS_IN_LIST,
  MEDICINE_IN_LIST,
  SEX_IN_LIST,
  YES_NO_IN_LIST,
} from './release-list-codes.ts'
import { RELEASE_LIST_COLUMNS, type ReleaseListCells, type ReleaseListColumn } from './release-list-columns.ts'

/** What a good line says. Null and an empty text mean that the file says nothing there. */
export type ReleaseListLine = {
  prisonNumber: string
  familyName: string
  /** Empty for a person with one name. */
  givenNames: string
  dateOfBirth: PlainDate
  sex: Sex | null
  preferredLanguage: string | null
  legalStatus: LegalStatus
  admittedOn: PlainDate
  /** Null only beside `could-be-any-day`, where it says that there is no date. */
  releaseDate: PlainDate | null
  releaseCertainty: Certainty
  releaseCountry: string | null
  releaseArea: string | null
  omtMedicine: Medicine | null
  lastDoseOn: PlainDate | null
  naloxoneTrained: boolean | null
  hasAddress: boolean | null
}

/**
 * Why a line is refused. `too-many-cells` is about the line as a whole and stands at the last column. `cannot-be-used-here`
 * is no fault of the cell: no episode can begin on that day, and the line says neither why nor who knows.
 */
export type ReleaseListFault =
  | DayFault
  | TextFault
  | 'too-long'
  | 'not-a-date'
  | 'not-known'
  | 'not-a-country-code'
  | 'not-a-language-code'
  | 'too-many-cells'
  | 'cannot-be-used-here'

export type RefusedCell = { field: ReleaseListColumn; code: ReleaseListFault }

export type ParsedReleaseListLine = { ok: true; line: ReleaseListLine } | { ok: false; refused: RefusedCell }

/** The longest area that is kept. */
export const LONGEST_PLACE = 120

/**
 * What does this line of a release list say, or which is its first fault?
 *
 * Columns are checked from left to right and the first fault decides; in one cell an unreadable character comes before
 * everything else. Spaces around a cell do not count. A cell is text: a formula (`=cmd…`) is a strange name and no more.
 * The one check that reads to the right: whether `release_date` may be empty hangs on a known `release_certainty`.
 *
 * @param today the prison's day, from `app.now()`
 */
export function parseReleaseListLine(cells: ReleaseListCells, today: PlainDate): ParsedReleaseListLine {
  try {
    return { ok: true, line: readLine(cells, today) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refused: error.refused }
    throw error
  }
}

/** Leaves `readLine` at the first fault. Never leaves this file. */
class Refusal extends Error {
  readonly refused: RefusedCell
  constructor(field: ReleaseListColumn, code: ReleaseListFault) {
    super(code)
    this.refused = { field, code }
  }
}

function readLine(cells: ReleaseListCells, today: PlainDate): ReleaseListLine {
  const prisonNumber = readText(cells, 'prison_number', LONGEST_NUMBER)
  const familyName = readText(cells, 'family_name')
  const givenNames = readText(cells, 'given_names')
  const dateOfBirth = filled('date_of_birth', readDay(cells, 'date_of_birth'))
  refuseIf('date_of_birth', birthFault(dateOfBirth, today))
  const sex = readCode(cells, 'sex', SEX_IN_LIST)
  const preferredLanguage = readWritten(cells, 'preferred_language', writtenLanguage, 'not-a-language-code')
  const legalStatus = filled('legal_status', readCode(cells, 'legal_status', LEGAL_STATUS_IN_LIST))
  const admittedOn = filled('admitted_on', readDay(cells, 'admitted_on'))
  refuseIf('admitted_on', admissionFault(admittedOn, dateOfBirth, today))

  const releaseDate = readDay(cells, 'release_date')
  const foreseen = CERTAINTY_IN_LIST.get(cells.release_certainty.trim().toLowerCase()) ?? 'could-be-any-day'
  refuseIf('release_date', releaseDateFault({ date: releaseDate, certainty: foreseen }, admittedOn, today))
  const releaseCertainty = filled('release_certainty', readCode(cells, 'release_certainty', CERTAINTY_IN_LIST))

  const releaseCountry = readWritten(cells, 'release_country', writtenCountry, 'not-a-country-code')
  const releaseArea = readText(cells, 'release_area', LONGEST_PLACE)
  const omtMedicine = readCode(cells, 'omt_medicine', MEDICINE_IN_LIST)
  if (omtMedicine === null && cells.last_dose_on.trim() !== '') throw new Refusal('omt_medicine', 'missing')
  const lastDoseOn = readDay(cells, 'last_dose_on')
  if (lastDoseOn !== null) refuseIf('last_dose_on', lastDoseFault(lastDoseOn, dateOfBirth, today))
  return {
    prisonNumber: writtenNumber(prisonNumber),
    familyName,
    givenNames,
    dateOfBirth,
    sex,
    preferredLanguage,
    legalStatus,
    admittedOn,
    releaseDate,
    releaseCertainty,
    releaseCountry,
    releaseArea: releaseArea === '' ? null : releaseArea,
    omtMedicine,
    lastDoseOn,
    naloxoneTrained: readCode(cells, 'naloxone_trained', YES_NO_IN_LIST),
    hasAddress: readCode(cells, 'has_address', YES_NO_IN_LIST),
  }
}

/** The trimmed cell, free of characters that cannot stand in a list. */
function readText(cells: ReleaseListCells, column: ReleaseListColumn, longest?: number): string {
  const text = cells[column].trim()
  if (text === '' && RELEASE_LIST_COLUMNS[column].mustBeFilled) throw new Refusal(column, 'missing')
  refuseIf(column, nameRefusal(text, longest))
  return text
}

function readWritten(
  cells: ReleaseListCells,
  column: ReleaseListColumn,
  written: (text: string) => string | null,
  fault: ReleaseListFault,
): string | null {
  const text = readText(cells, column)
  if (text === '') return null
  const code = written(text)
  if (code === null) throw new Refusal(column, fault)
  return code
}

function readDay(cells: ReleaseListCells, column: ReleaseListColumn): PlainDate | null {
  const text = readText(cells, column)
  if (text === '') return null
  const day = PlainDate.safeParse(text)
  if (!day.success) throw new Refusal(column, 'not-a-date')
  return day.data
}

function readCode<Code>(cells: ReleaseListCells, column: ReleaseListColumn, codes: ReadonlyMap<string, Code>) {
  const text = readText(cells, column)
  if (text === '') return null
  const code = codes.get(text.toLowerCase())
  if (code === undefined) throw new Refusal(column, 'not-known')
  return code
}

function filled<Value>(column: ReleaseListColumn, value: Value | null): Value {
  if (value === null) throw new Refusal(column, 'missing')
  return value
}

function refuseIf(column: ReleaseListColumn, fault: ReleaseListFault | null): void {
  if (fault !== null) throw new Refusal(column, fault)
}
