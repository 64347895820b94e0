import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GOOD_CELLS, getLine, parsed } from '../../testing/release-list/a-line.ts'
import { getPlainDate } from '../calendar/plain-date.ts'
import { becauseOf } from './because-of.ts'
import { parseReleaseListLine } from './parse-release-list-line.ts'
import { RELEASE_LIST_COLUMN_NAMES, type ReleaseListCells, type ReleaseListColumn } from './release-list-columns.ts'

describe('a refused line', () => {
  it.each<[ReleaseListColumn, string, string]>([
    ['prison_number', '', 'is missing'],
    ['prison_number', '   ', 'is missing'],
    ['prison_number', 'B81\u000041AX', 'has a character that cannot be stored'],
    ['prison_number', 'X'.repeat(41), 'is too long'],
    ['family_name', '', 'is missing'],
    ['family_name', 'Ber\u0000g', 'has a character that cannot be stored'],
    ['family_name', 'Ber\ud800g', 'has a character that cannot be stored'],
    ['family_name', 'Berg\u202Egnik', 'has a character that cannot be stored'],
    ['family_name', 'Be\u200Brg', 'has a character that cannot be stored'],
    ['family_name', 'Be\u0007rg', 'has a character that cannot be stored'],
    ['family_name', 'Be\nrg', 'has a character that cannot be stored'],
    ['family_name', 'Bj\uFFFDrn', 'has a character that could not be read'],
    ['family_name', `Z${'\u0301'.repeat(9)}algo`, 'has too many marks on one letter'],
    ['family_name', 'a'.repeat(81), 'is too long'],
    ['given_names', 'An\u0000na', 'has a character that cannot be stored'],
    ['given_names', '\udc00', 'has a character that cannot be stored'],
    ['given_names', '\u2066Anna\u2069', 'has a character that cannot be stored'],
    ['date_of_birth', '', 'is missing'],
    ['date_of_birth', '31/02/1980', 'is not a date'],
    ['date_of_birth', '21.08.1968', 'is not a date'],
    ['date_of_birth', '1980-02-30', 'is not a date'],
    ['date_of_birth', '1981-02-29', 'is not a date'],
    ['date_of_birth', '1900-02-29', 'is not a date'],
    ['date_of_birth', '0000-01-01', 'is not a date'],
    ['date_of_birth', '9999-12-31', 'is not a date'],
    ['date_of_birth', '275760-09-13', 'is not a date'],
    ['date_of_birth', '1980-2-3', 'is not a date'],
    ['date_of_birth', '1980-02-03T00:00:00Z', 'is not a date'],
    ['date_of_birth', '１９８０-02-03', 'is not a date'],
    ['date_of_birth', '29252', 'is not a date'],
    ['date_of_birth', '2026-11-22', 'is in the future'],
    ['date_of_birth', '2031-05-04', 'is in the future'],
    ['date_of_birth', '1906-11-20', 'is too long ago'],
    ['sex', 'm', 'is not known'],
    ['sex', 'mal\u0000e', 'has a character that cannot be stored'],
    ['preferred_language', 'norsk', 'is not a language code'],
    ['preferred_language', 'xx', 'is not a language code'],
    ['legal_status', '', 'is missing'],
    ['legal_status', 'awaiting trial', 'is not known'],
    ['admitted_on', '', 'is missing'],
    ['admitted_on', '2026-11-22', 'is in the future'],
    ['admitted_on', '1968-08-20', 'is before date_of_birth'],
    ['admitted_on', '2026-06-31', 'is not a date'],
    ['release_date', '', 'is missing'],
    ['release_date', '2026-07-07', 'is before admitted_on'],
    ['release_date', '2027-02-29', 'is not a date'],
    ['release_date', '2126-11-22', 'is too far in the future'],
    ['release_certainty', '', 'is missing'],
    ['release_certainty', 'certain', 'is not known'],
    ['release_country', 'Norge', 'is not a country code'],
    ['release_country', 'UK', 'is not a country code'],
    ['release_country', 'NOR', 'is not a country code'],
    ['release_country', 'ZZ', 'is not a country code'],
    ['release_area', 'Har\u0000bour', 'has a character that cannot be stored'],
    ['release_area', 'a'.repeat(121), 'is too long'],
    ['omt_medicine', 'methodone 60', 'is not known'],
    ['omt_medicine', 'methadone 60', 'is not known'],
    ['omt_medicine', 'methadone 60 mg', 'is not known'],
    ['omt_medicine', '', 'is missing'],
    ['last_dose_on', '2026-11-22', 'is in the future'],
    ['last_dose_on', '2027-01-09', 'is in the future'],
    ['last_dose_on', 'yesterday', 'is not a date'],
    ['last_dose_on', '1968-08-20', 'is before date_of_birth'],
    ['naloxone_trained', 'ja', 'is not known'],
    ['has_address', '1', 'is not known'],
  ])('%s %j', (column, cell, because) => {
    const found = parsed({ [column]: cell })
    expect(found.ok ? 'good' : becauseOf(found.refused)).toBe(`${column} ${because}`)
  })

  it.each<[Partial<ReleaseListCells>, string]>([
    [{ prison_number: '', date_of_birth: '2031-05-04' }, 'prison_number is missing'],
    [{ family_name: 'Be\u0000rg', given_names: 'An\u0000na' }, 'family_name has a character that cannot be stored'],
    [{ date_of_birth: '2031-05-04', sex: 'x' }, 'date_of_birth is in the future'],
    [{ legal_status: '', admitted_on: '' }, 'legal_status is missing'],
    [{ admitted_on: '', release_date: '2020-01-01' }, 'admitted_on is missing'],
    [{ release_date: '2026-01-01', release_certainty: 'never' }, 'release_date is before admitted_on'],
    [{ release_date: '', release_certainty: 'never' }, 'release_certainty is not known'],
    [{ release_date: '', release_certainty: 'confirmed' }, 'release_date is missing'],
    [{ release_country: 'Norge', omt_medicine: 'methodone 60' }, 'release_country is not a country code'],
    [{ omt_medicine: 'methodone 60', last_dose_on: '2027-01-09' }, 'omt_medicine is not known'],
    [{ last_dose_on: '2027-01-09', has_address: 'maybe' }, 'last_dose_on is in the future'],
  ])('%j: the first fault decides', (cells, because) => {
    const found = parsed(cells)
    expect(found.ok ? 'good' : becauseOf(found.refused)).toBe(because)
  })
})

describe('a good line', () => {
  it.each<[Partial<ReleaseListCells>, object]>([
    [
      { family_name: "O'Neill", given_names: 'X' },
      { familyName: "O'Neill", givenNames: 'X' },
    ],
    [
      { family_name: 'Null', given_names: 'Test' },
      { familyName: 'Null', givenNames: 'Test' },
    ],
    [
      { family_name: 'Nguyễn', given_names: 'Åse-Siân' },
      { familyName: 'Nguyễn', givenNames: 'Åse-Siân' },
    ],
    [
      { family_name: 'محمد', given_names: 'علی‌رضا' },
      { familyName: 'محمد', givenNames: 'علی‌رضا' },
    ],
    [
      { family_name: 'Sukarno', given_names: '' },
      { familyName: 'Sukarno', givenNames: '' },
    ],
    [{ family_name: 'a'.repeat(80) }, { familyName: 'a'.repeat(80) }],
    [{ family_name: '🙂'.repeat(80) }, { familyName: '🙂'.repeat(80) }],
    [{ family_name: "=cmd|' /C calc'!A0" }, { familyName: "=cmd|' /C calc'!A0" }],
    [{ family_name: '  Berg\u00A0' }, { familyName: 'Berg' }],
    [{ prison_number: ' b8141ax ' }, { prisonNumber: 'B8141AX' }],
    [{ prison_number: 'AB  12' }, { prisonNumber: 'AB 12' }],
    [{ date_of_birth: '2000-02-29' }, { dateOfBirth: '2000-02-29' }],
    [{ date_of_birth: '1906-11-21' }, { dateOfBirth: '1906-11-21' }],
    [{ sex: '' }, { sex: null }],
    [{ sex: 'unknown' }, { sex: 'unknown' }],
    [{ sex: 'Female' }, { sex: 'female' }],
    [{ preferred_language: '' }, { preferredLanguage: null }],
    [{ preferred_language: 'PT-br' }, { preferredLanguage: 'pt-BR' }],
    [{ preferred_language: 'ckb' }, { preferredLanguage: 'ckb' }],
    [{ legal_status: 'convicted_unsentenced' }, { legalStatus: 'convicted-unsentenced' }],
    [{ legal_status: 'immigration' }, { legalStatus: 'immigration' }],
    [
      { admitted_on: '2026-11-21', release_date: '2026-11-21' },
      { admittedOn: '2026-11-21', releaseDate: '2026-11-21' },
    ],
    [{ admitted_on: '1968-08-21' }, { admittedOn: '1968-08-21' }],
    [{ release_date: '2026-07-08' }, { releaseDate: '2026-07-08' }],
    [{ release_date: '2026-10-01' }, { releaseDate: '2026-10-01' }],
    [{ release_date: '', release_certainty: 'could_be_any_day' }, { releaseDate: null }],
    [{ release_certainty: 'could_be_any_day' }, { releaseDate: '2027-01-31', releaseCertainty: 'could-be-any-day' }],
    [{ release_country: 'no' }, { releaseCountry: 'NO' }],
    [{ release_country: 'XK' }, { releaseCountry: 'XK' }],
    [{ release_country: '' }, { releaseCountry: null }],
    [{ release_area: '' }, { releaseArea: null }],
    [{ omt_medicine: 'buprenorphine_weekly' }, { omtMedicine: 'buprenorphine-weekly-depot' }],
    [{ omt_medicine: 'buprenorphine_monthly' }, { omtMedicine: 'buprenorphine-monthly-depot' }],
    [{ omt_medicine: 'slow_release_morphine' }, { omtMedicine: 'slow-release-morphine' }],
    [
      { omt_medicine: 'methadone', last_dose_on: '' },
      { omtMedicine: 'methadone', lastDoseOn: null },
    ],
    [
      { omt_medicine: '', last_dose_on: '' },
      { omtMedicine: null, lastDoseOn: null },
    ],
    [{ last_dose_on: '2026-11-21' }, { lastDoseOn: '2026-11-21' }],
    [{ last_dose_on: '2026-07-01' }, { lastDoseOn: '2026-07-01' }],
    [
      { naloxone_trained: '', has_address: 'YES' },
      { naloxoneTrained: null, hasAddress: true },
    ],
  ])('%j', (cells, said) => {
    expect(getLine(cells)).toMatchObject(said)
  })

  it('reads the same from its own cells again: 29 February counts 120 years back', () => {
    const born = { ...GOOD_CELLS, date_of_birth: '1908-02-29' }
    expect(parseReleaseListLine({ ...born, last_dose_on: '' }, getPlainDate('2028-02-29')).ok).toBe(true)
    const dayBefore = { ...born, date_of_birth: '1908-02-28', last_dose_on: '' }
    expect(parseReleaseListLine(dayBefore, getPlainDate('2028-02-29')).ok).toBe(false)
  })
})

it('answers whatever a file may hold', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', ' ', '\u0000', '\ud800', '=1+1', '2026-02-30', '1980-01-01', 'methadone', 'yes'),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...RELEASE_LIST_COLUMN_NAMES), cell), (cells) => {
      const found = parsed(cells)
      expect(found.ok || becauseOf(found.refused).startsWith(found.refused.field)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
