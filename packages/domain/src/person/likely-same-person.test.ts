import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { foldNumber, type KnownAs, likelySamePerson, type PersonLikeness } from './likely-same-person.ts'

const EVA: KnownAs = {
  familyName: 'Larsen',
  givenNames: 'Eva',
  dateOfBirth: getPlainDate('1985-03-12'),
  numbers: ['B8141AX'],
  telephones: ['+47 400 12 345'],
}

describe('two records', () => {
  it.each<[string, Partial<Omit<KnownAs, 'dateOfBirth'>> & { born?: string | null }, PersonLikeness | null]>([
    ['one number', { familyName: 'Hansen', numbers: ['b8141 ax'] }, 'same-number'],
    ['name and birth', {}, 'same-name-and-birth'],
    ['swapped', { familyName: 'Eva', givenNames: 'Larsen' }, 'swapped-names-and-birth'],
    ['a slip', { familyName: 'Larssen' }, 'similar-name-and-birth'],
    ['day and month exchanged', { born: '1985-12-03' }, 'same-name-similar-birth'],
    ['one digit', { born: '1985-03-13' }, 'same-name-similar-birth'],
    ['only the year known', { born: '1985-01-01' }, 'same-name-similar-birth'],
    ['birth unknown', { born: null }, 'same-name-birth-unknown'],
    ['a slip and another birth', { familyName: 'Larssen', born: '1985-03-13' }, null],
    ['a slip and birth unknown', { familyName: 'Larssen', born: null }, null],
    ['another year', { born: '1979-03-12' }, null],
    ['another name', { givenNames: 'Ola' }, null],
    ['another name, one telephone', { givenNames: 'Ola', telephones: ['0047 40012345'] }, 'same-telephone'],
    ['name and birth, and one telephone', { telephones: ['40012345'] }, 'same-name-and-birth'],
    ['another name, an extension', { givenNames: 'Ola', telephones: ['12345'] }, null],
  ])('%s', (_name, { born, ...other }, likeness) => {
    const dateOfBirth = born === undefined ? EVA.dateOfBirth : born === null ? null : getPlainDate(born)
    const record: KnownAs = { ...EVA, numbers: ['C0001CC'], telephones: [], ...other, dateOfBirth }
    expect(likelySamePerson(EVA, record)).toBe(likeness)
    expect(likelySamePerson(record, EVA)).toBe(likeness)
  })

  it.each<[string, KnownAs['familyName'], KnownAs['givenNames'], PersonLikeness | null]>([
    ['a Cyrillic а in it', 'Lаrsen', 'Eva', 'same-name-and-birth'],
    ['a Greek ο and full-width letters', 'Larsen', 'Ｅｖa', 'same-name-and-birth'],
    ['a soft hyphen and a joiner', 'Lar\u00adsen', 'E\u200dva', 'same-name-and-birth'],
    ['another accent', 'Lársen', 'Éva', 'same-name-and-birth'],
    ['a twin: the same day, another first name', 'Larsen', 'Ida', null],
    ['a twin whose name is one slip away', 'Larsen', 'Ewa', 'similar-name-and-birth'],
    ['a name in Cyrillic throughout', 'Ларсен', 'Ева', null],
  ])('D13: %s is asked about at the most, never joined by itself', (_what, familyName, givenNames, likeness) => {
    const record: KnownAs = { ...EVA, numbers: ['C0001CC'], telephones: [], familyName, givenNames }
    expect(likelySamePerson(EVA, record)).toBe(likeness)
  })

  it('compares numbers without case and spaces', () => {
    expect(foldNumber(' b81 41ax ')).toBe('B8141AX')
  })
})
