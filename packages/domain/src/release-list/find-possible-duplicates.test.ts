import { describe, expect, it } from 'vitest'
import { getLine } from '../../testing/release-list/a-line.ts'
import { type DuplicateCandidate, decideDuplicate } from './find-possible-duplicates.ts'
import { labelReleaseList } from './label-release-list.ts'
import type { ReleaseListCells } from './release-list-columns.ts'

const LARSEN = { prison_number: 'A0001AA', family_name: 'Larsen', given_names: 'Eva', date_of_birth: '1990-01-02' }

describe('D13: whom a number may already be', () => {
  it.each<[string, Partial<ReleaseListCells>, boolean]>([
    ['the same name and birth', {}, true],
    ['another sex', { sex: 'male' }, true],
    ['other case', { family_name: 'LARSEN', given_names: 'eva' }, true],
    ['swapped names', { family_name: 'Eva', given_names: 'Larsen' }, true],
    ['a slip of the pen', { family_name: 'Larssen' }, true],
    ['a slip in the given name', { given_names: 'Ewa' }, true],
    ['an initial', { given_names: 'E' }, true],
    ['no given name', { given_names: '' }, true],
    ['a second given name', { given_names: 'Eva Maria' }, true],
    ['another birth', { date_of_birth: '1990-01-03' }, false],
    ['another family name', { family_name: 'Hansen' }, false],
    ['another given name', { given_names: 'Ola' }, false],
    ['the same number', { prison_number: 'a0001aa' }, false],
  ])('%s', (_name, cells, expected) => {
    const found = decideDuplicate(getLine({ ...LARSEN, prison_number: 'B0002BB', ...cells }), [candidate({ line: 2 })])
    expect(found).toEqual(expected ? { ofLine: 2, ofPersonId: null } : null)
  })

  it('names the earliest line and the stored person', () => {
    const found = decideDuplicate(getLine({ ...LARSEN, prison_number: 'B0002BB' }), [
      candidate({ line: 9 }),
      candidate({ line: 4 }),
      candidate({ line: null, personId: 'p1' }),
    ])
    expect(found).toEqual({ ofLine: 4, ofPersonId: 'p1' })
  })

  it('looks back in the file and never ahead, and asks nothing about a stored number', () => {
    const lines = [LARSEN, { ...LARSEN, prison_number: 'B0002BB' }, { ...LARSEN, prison_number: 'C0003CC' }]
    const numbered = lines.map((cells, index) => ({ line: index + 2, says: getLine(cells) }))
    const results = (stored: Parameters<typeof labelReleaseList>[1]) =>
      labelReleaseList(numbered, stored).flatMap(({ labels }) => labels.map((label) => label.result))
    expect(results({ byNumber: new Map(), persons: [] })).toEqual(['new', 'possible-duplicate', 'possible-duplicate'])

    const [, second] = labelReleaseList(numbered, { byNumber: new Map(), persons: [] })
    const byNumber = new Map(second?.write ? [['B0002BB', { ...second.write, endedOn: null }]] : [])
    expect(results({ byNumber, persons: [] })).toEqual(['new', 'same', 'possible-duplicate'])
  })
})

function candidate(other: Partial<DuplicateCandidate>): DuplicateCandidate {
  const { familyName, givenNames, dateOfBirth, prisonNumber } = getLine(LARSEN)
  return { line: null, personId: null, prisonNumbers: [prisonNumber], familyName, givenNames, dateOfBirth, ...other }
}
