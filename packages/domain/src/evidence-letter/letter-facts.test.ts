import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { CATEGORY_OF_LETTER, LETTER_FACTS, LETTER_KINDS, type LetterKind } from './letter-codes.ts'
import { type LetterGround, letterFacts, letterText } from './letter-facts.ts'
import { wholeMonths } from './whole-months.ts'

const day = getPlainDate
const TODAY = day('2026-03-26')
const GROUND: LetterGround = {
  name: 'Ana Costa',
  born: day('1984-04-28'),
  stays: [
    { prison: 'HMP Northgate', from: day('2025-11-03'), to: day('2026-01-10') },
    { prison: 'HMP Eastfield', from: day('2026-01-10'), to: null },
  ],
  admittedOn: day('2025-11-03'),
  releaseDate: day('2026-04-02'),
  releasedOn: null,
  treatments: [{ medicine: 'methadone', startedOn: day('2024-03-26'), endedOn: null }],
  lastDose: { day: day('2026-03-25'), by: 'HMP Eastfield', on: '2026-03-25T08:00:00Z' },
  firstNight: null,
  answers: { id: { value: 'ordered', by: null, on: '2026-03-20T08:00:00Z' } },
}
const said = (kind: LetterKind, more: Partial<LetterGround> = {}) =>
  letterFacts(kind, { ...GROUND, ...more }, TODAY).map(({ fact, value }) => [fact, value])

describe('whole months', () => {
  it.each<[string, string, number]>([
    ['2024-03-26', '2026-03-26', 24],
    ['2024-03-27', '2026-03-26', 23],
    ['2025-12-31', '2026-01-31', 1],
    ['2026-01-31', '2026-02-28', 0],
    ['2026-01-31', '2026-03-01', 1],
    ['2024-02-29', '2026-02-28', 23],
    ['2024-02-29', '2026-03-01', 24],
    ['2026-03-26', '2026-03-26', 0],
    ['2026-03-27', '2026-03-26', 0],
  ])('%s to %s: %d', (from, to, months) => {
    expect(wholeMonths(day(from), day(to))).toBe(months)
  })

  it('never fall when the last day is later', () => {
    const days = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .map((at) => day(at.toISOString().slice(0, 10)))
    fc.assert(
      fc.property(days, days, days, (from, one, other) => {
        const [early, late] = one <= other ? [one, other] : [other, one]
        expect(wholeMonths(from, late)).toBeGreaterThanOrEqual(wholeMonths(from, early))
      }),
    )
  })
})

describe('what a letter says', () => {
  it('the history of treatment: start, months, last dose, and whether it makes two years', () => {
    expect(said('omt-history')).toEqual([
      ['name', 'Ana Costa'],
      ['born', '1984-04-28'],
      ['medicine', 'methadone'],
      ['treatment-started', '2024-03-26'],
      ['treatment-months', 24],
      ['two-years', 'yes'],
      ['last-dose', '2026-03-25'],
    ])
  })

  it.each<[string, Partial<LetterGround>, [string, string | number | null][]]>([
    [
      'a treatment without a first day',
      { treatments: [{ medicine: 'methadone', startedOn: null, endedOn: null }] },
      [
        ['treatment-started', null],
        ['treatment-months', null],
        ['two-years', null],
      ],
    ],
    [
      'one that ended',
      { treatments: [{ medicine: 'methadone', startedOn: day('2025-01-01'), endedOn: day('2025-06-30') }] },
      [
        ['treatment-ended', '2025-06-30'],
        ['treatment-months', 5],
        ['two-years', 'no'],
      ],
    ],
    [
      'no treatment and no dose',
      { treatments: [], lastDose: null },
      [
        ['medicine', null],
        ['treatment-started', null],
        ['last-dose', null],
      ],
    ],
  ])('%s: unknown is said, not left out', (_what, more, lines) => {
    expect(said('omt-history', more)).toEqual(expect.arrayContaining(lines))
  })

  it('custody with every prison, and release as it stands', () => {
    expect(said('custody-and-release')).toEqual(
      expect.arrayContaining([
        ['prison', 'HMP Northgate'],
        ['prison', 'HMP Eastfield'],
        ['release-expected', '2026-04-02'],
      ]),
    )
    expect(said('custody-and-release', { releasedOn: day('2026-04-01') })).toContainEqual(['released', '2026-04-01'])
    expect(said('custody-and-release', { releaseDate: null })).toContainEqual(['release-expected', null])
  })

  it('what benefits offices ask for, an answer that nobody has as unknown', () => {
    expect(said('benefits')).toEqual(
      expect.arrayContaining([
        ['has-id', 'ordered'],
        ['has-health-cover', null],
        ['last-health-insurer', null],
        ['has-bank-account', null],
        ['benefit-before', null],
      ]),
    )
    expect(said('residence')).toContainEqual(['first-night', null])
  })

  it('tells of a treatment in one kind of letter only', () => {
    for (const kind of LETTER_KINDS) {
      const tells = letterFacts(kind, GROUND, TODAY).some(({ fact }) => LETTER_FACTS[fact] === 'omt')
      expect([kind, tells]).toEqual([kind, CATEGORY_OF_LETTER[kind] === 'omt'])
    }
  })
})

describe('the text that is hashed', () => {
  const of = { episodeId: 'e', kind: 'benefits' as const, serviceId: 's', asOf: '2026-03-26T09:00:00.000Z' }
  it('is another one for every other fact, value, source and moment', () => {
    const facts = letterFacts('benefits', GROUND, TODAY)
    const texts = [
      letterText({ ...of, facts }),
      letterText({ ...of, facts: facts.slice(1) }),
      letterText({ ...of, facts: facts.map((fact, at) => (at === 0 ? { ...fact, value: 'Ana\ncosta' } : fact)) }),
      letterText({ ...of, facts, asOf: '2026-03-26T09:00:00.001Z' }),
      letterText({ ...of, facts, serviceId: 'other' }),
    ]
    expect(new Set(texts).size).toBe(texts.length)
    expect(letterText({ ...of, facts })).toBe(letterText({ ...of, facts: facts.map((fact) => ({ ...fact })) }))
  })
})
