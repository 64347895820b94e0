/**
 * The sixteen columns of a release list, in the order in which a line is checked: the first fault decides.
 *
 * `mustBeFilled`: an empty cell refuses the line. An empty cell anywhere else says nothing, and takes nothing away from
 * what is stored. `release_date` must be filled unless its certainty is `could_be_any_day`, and `omt_medicine` when
 * `last_dose_on` is. Words for people stand in packages/i18n under `release-list.column.<column>`.
 */
export const RELEASE_LIST_COLUMNS = {
  /** The prison's own number. Lines that share one are a group. Case and spaces do not matter. */
  prison_number: { holds: 'number', mustBeFilled: true, example: 'B8141AX' },
  /** As the person writes it. A person with one name has it here. */
  family_name: { holds: 'name', mustBeFilled: true, example: "O'Neill" },
  /** Empty for a person with one name. */
  given_names: { holds: 'name', mustBeFilled: false, example: 'Maria da Conceição' },
  /** Not in the future and not more than 120 years ago. */
  date_of_birth: { holds: 'day', mustBeFilled: true, example: '1968-08-21' },
  /** Decides nothing; registers disagree about it. */
  sex: { holds: 'code', mustBeFilled: false, example: 'female' },
  /** A code of BCP 47. */
  preferred_language: { holds: 'language', mustBeFilled: false, example: 'nb' },
  /** Why the person is held. */
  legal_status: { holds: 'code', mustBeFilled: true, example: 'remand' },
  /** The day custody began: today or before, not before birth. */
  admitted_on: { holds: 'day', mustBeFilled: true, example: '2026-07-08' },
  /** Not before admission. May lie in the past: then somebody has to say whether the person is out. */
  release_date: { holds: 'day', mustBeFilled: false, example: '2027-01-31' },
  /** How sure the date is. */
  release_certainty: { holds: 'code', mustBeFilled: true, example: 'expected' },
  /** Where the person goes: two letters of ISO 3166-1. */
  release_country: { holds: 'country', mustBeFilled: false, example: 'NO' },
  /** The part of the country, in the prison's words. */
  release_area: { holds: 'place', mustBeFilled: false, example: 'Harbour' },
  /** What the person is treated with. Empty says nothing; it does not end a treatment. */
  omt_medicine: { holds: 'code', mustBeFilled: false, example: 'methadone' },
  /** The last day with a dose: today or before. May lie before admission. Never moves a recorded dose back. */
  last_dose_on: { holds: 'day', mustBeFilled: false, example: '2026-11-20' },
  /** yes or no. Training is never a condition of giving a kit. */
  naloxone_trained: { holds: 'yes-no', mustBeFilled: false, example: 'yes' },
  /** yes or no: somewhere to live after release. */
  has_address: { holds: 'yes-no', mustBeFilled: false, example: 'no' },
} as const satisfies Record<string, ReleaseListColumnRule>

type ReleaseListColumnRule = {
  holds: 'number' | 'name' | 'place' | 'day' | 'code' | 'language' | 'country' | 'yes-no'
  mustBeFilled: boolean
  example: string
}

export type ReleaseListColumn = keyof typeof RELEASE_LIST_COLUMNS

export const RELEASE_LIST_COLUMN_NAMES = Object.keys(RELEASE_LIST_COLUMNS) as readonly ReleaseListColumn[]

/** One line of the file as text, by column. */
export type ReleaseListCells = Readonly<Record<ReleaseListColumn, string>>
