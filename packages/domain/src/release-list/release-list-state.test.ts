import { describe, expect, it } from 'vitest'
import { getLine } from '../../testing/release-list/a-line.ts'
import { getPlainDate } from '../calendar/plain-date.ts'
import { type DuplicateCandidate, decideDuplicate } from './find-possible-duplicates.ts'
import { refuseOpening } from './label-group.ts'
import { decideEncoding } from './release-list-header.ts'
import { applyLine, differingColumns, leavesSooner, type ReleaseListState } from './release-list-state.ts'

const FULL = getLine({
  sex: 'male',
  preferred_language: 'nb',
  release_country: 'NO',
  release_area: 'Oslo',
  omt_medicine: 'methadone',
  last_dose_on: '2026-11-10',
  naloxone_trained: 'yes',
  has_address: 'yes',
})
const SILENT = getLine({
  given_names: '',
  sex: '',
  preferred_language: '',
  release_country: '',
  release_area: '',
  omt_medicine: '',
  last_dose_on: '',
  naloxone_trained: '',
  has_address: '',
})
const KNOWN = applyLine(null, FULL).after

describe('what is known after a line', () => {
  it('that is silent: what was known stays, and it is said in which columns', () => {
    const { after, kept } = applyLine(KNOWN, SILENT)
    expect(after).toEqual(KNOWN)
    expect(kept).toEqual([
      'given_names',
      'sex',
      'preferred_language',
      'release_country',
      'release_area',
      'omt_medicine',
      'last_dose_on',
      'naloxone_trained',
      'has_address',
    ])
  })

  it.each<[string, Parameters<typeof getLine>[0], Partial<ReleaseListState>]>([
    ['another language', { preferred_language: 'en' }, { preferredLanguage: 'en' }],
    ['another country', { release_country: 'DE' }, { releaseCountry: 'DE' }],
    ['another part of it', { release_area: 'Bergen' }, { releaseArea: 'Bergen' }],
    ['another medicine', { omt_medicine: 'other' }, { omtMedicine: 'other' }],
    ['a no that was a yes', { naloxone_trained: 'no' }, { naloxoneTrained: false }],
    ['no address any more', { has_address: 'no' }, { hasAddress: false }],
    ['a later dose', { last_dose_on: '2026-11-12' }, { lastDoseOn: getPlainDate('2026-11-12') }],
    [
      'an earlier dose: the later one stays',
      { last_dose_on: '2026-11-01' },
      { lastDoseOn: getPlainDate('2026-11-10') },
    ],
  ])('that says %s', (_what, cells, expected) => {
    const before = { ...KNOWN }
    expect(applyLine(before, getLine({ ...cells })).after).toMatchObject(expected)
    expect(before).toEqual(KNOWN)
  })

  it('of a dose where none was known, and of none where one was', () => {
    expect(applyLine({ ...KNOWN, lastDoseOn: null }, FULL).after.lastDoseOn).toBe('2026-11-10')
    expect(applyLine(KNOWN, SILENT).after.lastDoseOn).toBe('2026-11-10')
    expect(applyLine({ ...KNOWN, lastDoseOn: null }, SILENT).after.lastDoseOn).toBeNull()
  })

  it('the first: what nobody said is unknown, and nothing is kept', () => {
    expect(applyLine(null, SILENT)).toMatchObject({ after: { sex: 'unknown', hasAddress: null }, kept: [] })
  })

  it('differs in no column from itself, and in each from another', () => {
    expect(differingColumns(KNOWN, KNOWN)).toEqual([])
    expect(differingColumns(KNOWN, { ...KNOWN, familyName: 'Other', hasAddress: null })).toEqual([
      'family_name',
      'has_address',
    ])
  })
})

describe('whether somebody leaves sooner', () => {
  const on = (day: string | null, releaseCertainty: ReleaseListState['releaseCertainty'] = 'expected') => ({
    ...KNOWN,
    releaseCertainty,
    releaseDate: day === null ? null : getPlainDate(day),
  })
  it.each<[string, ReleaseListState | null, ReleaseListState, boolean]>([
    ['an earlier date', on('2027-02-02'), on('2027-02-01'), true],
    ['the same date, surer', on('2027-02-02'), on('2027-02-02', 'confirmed'), false],
    ['a later date', on('2027-02-02'), on('2027-02-03'), false],
    ['a date where there was none', on(null), on('2027-02-03'), true],
    ['no date where there was one', on('2027-02-02'), on(null), false],
    ['any day now', on('2027-02-02'), on('2027-02-02', 'could-be-any-day'), true],
    ['any day, as before', on('2027-02-02', 'could-be-any-day'), on('2027-01-01'), false],
    ['nobody known before', null, on('2027-01-01'), false],
  ])('%s: %s', (_what, before, after, sooner) => expect(leavesSooner(before, after)).toBe(sooner))
})

describe('lines whose episode cannot begin on its day', () => {
  it('are refused, but those about an episode that is over', () => {
    const { labels, write } = refuseOpening({
      labels: [
        { line: 2, kept: [], result: 'new' },
        { line: 3, kept: ['sex'], result: 'same', asLine: 2 },
        { line: 4, kept: [], result: 'same', asLine: null },
      ],
      write: KNOWN,
    })
    expect(write).toBeNull()
    const refused = { result: 'refused', refused: { field: 'admitted_on', code: 'cannot-be-used-here' } }
    expect(labels).toEqual([
      { line: 2, kept: [], ...refused },
      { line: 3, kept: ['sex'], ...refused },
      { line: 4, kept: [], result: 'same', asLine: null },
    ])
  })
})

describe('how the bytes of a file are written', () => {
  it.each<[string, number[], string]>([
    ['with the mark of little ends', [0xff, 0xfe], 'utf-16le'],
    ['with the mark of big ends', [0xfe, 0xff], 'utf-16be'],
    ['a letter and nothing', [0x70, 0], 'utf-16le'],
    ['nothing and a letter', [0, 0x70], 'utf-16be'],
    ['two letters', [0x70, 0x72], 'utf-8'],
    ['half of one mark', [0xff, 0x70], 'utf-8'],
    ['half of the other', [0xfe, 0x70], 'utf-8'],
    ['the second half of one', [0x70, 0xfe], 'utf-8'],
    ['the second half of the other', [0x70, 0xff], 'utf-8'],
    ['two nothings', [0, 0], 'utf-8'],
    ['one byte', [0x70], 'utf-8'],
    ['no byte', [], 'utf-8'],
  ])('%s', (_what, bytes, encoding) => expect(decideEncoding(new Uint8Array(bytes))).toBe(encoding))
})

describe('whom a number may already be', () => {
  const { familyName, givenNames, dateOfBirth, prisonNumber } = FULL
  const other = (more: Partial<DuplicateCandidate>): DuplicateCandidate => ({
    line: null,
    personId: null,
    prisonNumbers: ['OTHER'],
    familyName,
    givenNames,
    dateOfBirth,
    ...more,
  })
  it.each<[string, DuplicateCandidate[], ReturnType<typeof decideDuplicate>]>([
    ['nobody', [], null],
    ['a stored person', [other({ personId: 'stored' })], { ofLine: null, ofPersonId: 'stored' }],
    ['the earliest of two lines', [other({ line: 7 }), other({ line: 3 })], { ofLine: 3, ofPersonId: null }],
    ['a line and a person', [other({ line: 7 }), other({ personId: 'stored' })], { ofLine: 7, ofPersonId: 'stored' }],
    ['never one with the number itself', [other({ personId: 'stored', prisonNumbers: ['OTHER', prisonNumber] })], null],
    ['nobody of another birthday', [other({ line: 3, dateOfBirth: getPlainDate('1950-01-01') })], null],
    ['nobody of another name', [other({ line: 3, familyName: 'Quist', givenNames: 'Zacharias' })], null],
  ])('%s', (_what, candidates, expected) => expect(decideDuplicate(FULL, candidates)).toEqual(expected))
})
