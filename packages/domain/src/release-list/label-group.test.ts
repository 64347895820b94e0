import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getLine } from '../../testing/release-list/a-line.ts'
import { getPlainDate } from '../calendar/plain-date.ts'
import { labelGroup, type NumberedLine, type StoredCase } from './label-group.ts'
import type { ReleaseListCells } from './release-list-columns.ts'
import { applyLine, leavesSooner } from './release-list-state.ts'

const ANY_DAY = { release_date: '', release_certainty: 'could_be_any_day' } as const

describe('lines of one number that is not stored', () => {
  it.each<[string, Partial<ReleaseListCells>[], unknown[]]>([
    ['one line', [{}], ['new']],
    ['twice the same', [{}, {}], ['new', ['same', 2]]],
    ['three times the same', [{}, {}, {}], ['new', ['same', 2], ['same', 3]]],
    ['another date', [{}, { release_date: '2027-02-02' }], ['new', ['changed', 2, ['release_date']]]],
    [
      'there and back',
      [{}, { release_date: '2027-02-02' }, {}],
      ['new', ['changed', 2, ['release_date']], ['changed', 3, ['release_date']]],
    ],
    [
      'fields in the order of the columns',
      [{}, { has_address: 'yes', family_name: 'Berg', ...ANY_DAY }],
      ['new', ['changed', 2, ['family_name', 'release_date', 'release_certainty', 'has_address']]],
    ],
    ['other case of the number', [{}, { prison_number: 'b8141ax' }], ['new', ['same', 2]]],
    ['accents written in another way', [{}, { given_names: 'Maria da Conceic\u0327a\u0303o' }], ['new', ['same', 2]]],
    ['an empty cell after a full one', [{}, { has_address: '' }], ['new', ['changed', 2, ['has_address']]]],
    ['a full cell after an empty one', [{ sex: '' }, { sex: 'male' }], ['new', ['changed', 2, ['sex']]]],
  ])('%s', (_name, cells, expected) => {
    expect(shortened(labelGroup(null, lines(cells)).labels)).toEqual(expected)
  })

  it('is a possible duplicate once, and what follows is held against the line before', () => {
    const duplicate = { ofLine: 1, ofPersonId: null }
    const { labels } = labelGroup(null, lines([{}, {}]), duplicate)
    expect(labels.map((label) => label.result)).toEqual(['possible-duplicate', 'same'])
  })

  it('writes what is known after the last line; an empty cell has taken nothing away', () => {
    const { write } = labelGroup(null, lines([{}, { has_address: '', last_dose_on: '2026-11-10', sex: '' }]))
    expect(write).toMatchObject({ hasAddress: false, lastDoseOn: '2026-11-20', sex: 'female' })
  })
})

describe('lines of a stored number', () => {
  it.each<[string, Partial<StoredCase>, Partial<ReleaseListCells>[], unknown[]]>([
    ['the same', {}, [{}], [['same', null]]],
    [
      'the same at the end',
      {},
      [{ release_date: '2027-03-01' }, {}],
      [
        ['same', null],
        ['same', null],
      ],
    ],
    ['another date', {}, [{ release_date: '2027-03-01' }], [['changed', null, ['release_date']]]],
    [
      'the same, then another date',
      {},
      [{}, { release_date: '2027-03-01' }],
      [
        ['same', null],
        ['changed', 2, ['release_date']],
      ],
    ],
    ['a later recorded dose', { lastDoseOn: getPlainDate('2026-11-21') }, [{}], [['same', null]]],
    [
      'an earlier recorded dose',
      { lastDoseOn: getPlainDate('2026-11-19') },
      [{}],
      [['changed', null, ['last_dose_on']]],
    ],
    ['cells that say nothing', {}, [{ sex: '', has_address: '', release_area: '', given_names: '' }], [['same', null]]],
    ['a fact nobody had', { hasAddress: null }, [{}], [['changed', null, ['has_address']]]],
    ['an episode that has ended', { endedOn: getPlainDate('2026-10-01') }, [{}], [['same', null]]],
    [
      'back inside after the end',
      { endedOn: getPlainDate('2026-07-08'), admittedOn: getPlainDate('2025-01-01') },
      [{}],
      [['changed', null, ['admitted_on']]],
    ],
  ])('%s', (_name, other, cells, expected) => {
    expect(shortened(labelGroup(stored(other), lines(cells), { ofLine: 1, ofPersonId: null }).labels)).toEqual(expected)
  })

  it('names what stays although the file is silent or older', () => {
    const [label] = labelGroup(stored({}), lines([{ has_address: '', last_dose_on: '2026-11-01' }])).labels
    expect(label?.kept).toEqual(['last_dose_on', 'has_address'])
  })

  it('changes nothing when the same lines come again, whatever they were', () => {
    const cell = fc.record(
      {
        release_date: fc.constantFrom('2027-01-31', '2027-02-02', '2026-12-24'),
        last_dose_on: fc.constantFrom('', '2026-11-01', '2026-11-20'),
        has_address: fc.constantFrom('', 'yes', 'no'),
        sex: fc.constantFrom('', 'male', 'female'),
        release_area: fc.constantFrom('', 'North'),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        const first = labelGroup(null, lines(cells))
        const again = labelGroup(first.write && { ...first.write, endedOn: null }, lines(cells))
        expect(again.write).toBeNull()
        expect(new Set(again.labels.map((label) => label.result))).toEqual(new Set(['same']))
      }),
    )
  })
})

describe('leaves sooner', () => {
  it.each<[Partial<ReleaseListCells>, Partial<ReleaseListCells>, boolean]>([
    [{}, { release_date: '2027-01-30' }, true],
    [{}, { release_date: '2027-02-01' }, false],
    [{}, { release_certainty: 'confirmed' }, false],
    [{}, ANY_DAY, true],
    [{}, { release_certainty: 'could_be_any_day' }, true],
    [ANY_DAY, {}, false],
    [ANY_DAY, ANY_DAY, false],
  ])('%j then %j: %s', (before, after, expected) => {
    expect(leavesSooner(applyLine(null, getLine(before)).after, getLine(after))).toBe(expected)
  })

  it('is nothing that can be said of a new person', () => {
    expect(leavesSooner(null, getLine())).toBe(false)
  })
})

function lines(cells: readonly Partial<ReleaseListCells>[]): NumberedLine[] {
  return cells.map((each, index) => ({ line: index + 2, says: getLine(each) }))
}

function stored(other: Partial<StoredCase>): StoredCase {
  return { ...applyLine(null, getLine()).after, endedOn: null, ...other }
}

function shortened(labels: ReturnType<typeof labelGroup>['labels']): unknown[] {
  return labels.map((label) => {
    if (label.result === 'same') return ['same', label.asLine]
    return label.result === 'changed' ? ['changed', label.asLine, label.fields] : label.result
  })
}
