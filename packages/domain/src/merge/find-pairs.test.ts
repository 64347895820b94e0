import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { type Comparable, findPairs } from './find-pairs.ts'

const record = (personId: string, familyName: string, givenNames: string, born = '1985-03-12'): Comparable => ({
  personId,
  familyName,
  givenNames,
  dateOfBirth: getPlainDate(born),
})
const SIAN = record('sian', "O'Neill", 'Siân')

describe('records that may be one person', () => {
  it.each<[string, Comparable[], string[]]>([
    ['nobody', [], []],
    ['one record', [SIAN], []],
    ['the same name and birthday', [SIAN, record('again', "O'Neill", 'Siân')], ['sian again']],
    ['the same name without its signs', [SIAN, record('plain', 'ONeill', 'Sian')], ['sian plain']],
    ['another person', [SIAN, record('lars', 'Lund', 'Lars', '1990-01-01')], []],
    [
      'three of one: each pair once, and none with itself',
      [
        SIAN,
        record('b', "O'Neill", 'Siân'),
        record('lars', 'Lund', 'Lars', '1990-01-01'),
        record('c', "O'Neill", 'Siân'),
      ],
      ['sian b', 'sian c', 'b c'],
    ],
  ])('%s', (_what, records, pairs) => {
    expect(findPairs(records).map(({ one, other }) => `${one.personId} ${other.personId}`)).toEqual(pairs)
  })

  it('says why', () => {
    expect(findPairs([SIAN, record('again', "O'Neill", 'Siân')])[0]?.likeness).not.toBeNull()
  })
})
