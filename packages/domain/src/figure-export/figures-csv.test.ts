import { expect, it } from 'vitest'
import { type CsvWords, figuresCsv } from './figures-csv.ts'
import { carriedBy, type LeavingFigures } from './leaving-figures.ts'

const WORDS: CsvWords = {
  sentences: ['Carries: release.'],
  headers: ['figure', 'part', 'of', 'counted', 'met', 'not-met', 'unknown', 'share', 'lower', 'upper'],
  figure: (line) => (line.part === 'group' ? line.step : line.indicator),
  part: (line) => (line.part === 'group' ? line.breakdown : line.part),
  of: ({ of }) => (typeof of === 'string' ? of : ''),
  hidden: 'not shown',
}

const OLD: LeavingFigures = {
  serviceName: 'North Region',
  scope: 'region',
  months: ['2026-04'],
  countedAt: '2026-05-01T08:00:00Z',
  figures: [],
}

const FIGURES: LeavingFigures = {
  ...OLD,
  groups: [
    {
      breakdown: 'age-band',
      value: '25-to-34',
      released: 40,
      steps: [
        { step: 'planned', met: 'hidden', counted: 40, rate: { kind: 'hidden' } },
        {
          step: 'dosed',
          met: 20,
          counted: 40,
          rate: { kind: 'rate', share: 0.5, interval: { lower: 0.352, upper: 0.648 }, met: 20, denominator: 40 },
        },
      ],
    },
  ],
}

it('A22: groups are lines of the file: everybody released, and each step, with what is hidden said so', () => {
  const lines = figuresCsv(FIGURES, WORDS).split('\r\n').slice(2, -1)
  expect(lines).toEqual([
    '"released","age-band","25-to-34",40,"","","","","",""',
    '"planned","age-band","25-to-34",40,"not shown","","","not shown","",""',
    '"dosed","age-band","25-to-34",40,20,"","",0.5,0.352,0.648',
  ])
})

it('what the groups are told by is among the kinds of information that the file carries', () => {
  expect(carriedBy(FIGURES)).toEqual(['identity', 'release', 'omt'])
  // A file from before there were groups.
  expect(carriedBy(OLD)).toEqual([])
  expect(figuresCsv(OLD, WORDS).split('\r\n')).toHaveLength(3)
})
