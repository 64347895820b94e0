import { getPlainDate } from '../../src/calendar/plain-date.ts'
import {
  type ParsedReleaseListLine,
  parseReleaseListLine,
  type ReleaseListLine,
} from '../../src/release-list/parse-release-list-line.ts'
import type { ReleaseListCells } from '../../src/release-list/release-list-columns.ts'

/** A line on which nothing is wrong. */
export const GOOD_CELLS: ReleaseListCells = {
  prison_number: 'B8141AX',
  family_name: 'Larsen',
  given_names: 'Maria da Conceição',
  date_of_birth: '1968-08-21',
  sex: 'female',
  preferred_language: 'pt',
  legal_status: 'sentenced',
  admitted_on: '2026-07-08',
  release_date: '2027-01-31',
  release_certainty: 'expected',
  release_country: 'NO',
  release_area: 'Harbour',
  omt_medicine: 'methadone',
  last_dose_on: '2026-11-20',
  naloxone_trained: 'yes',
  has_address: 'no',
}

/** The good line with some cells otherwise, read on 21 November 2026. */
export function parsed(cells: Partial<ReleaseListCells> = {}): ParsedReleaseListLine {
  return parseReleaseListLine({ ...GOOD_CELLS, ...cells }, getPlainDate('2026-11-21'))
}

/**
 * The same, for a test in which the line is good.
 * @throws Error when it is not
 */
export function getLine(cells: Partial<ReleaseListCells> = {}): ReleaseListLine {
  const found = parsed(cells)
  if (!found.ok) throw new Error(`refused: ${found.refused.field} ${found.refused.code}`)
  return found.line
}
