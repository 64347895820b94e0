import { describe, expect, it } from 'vitest'
import type { FigureRow, IndicatorReport } from '../continuity/continuity-report.ts'
import { type CsvWords, figuresCsv } from './figures-csv.ts'
import { carriedBy, type LeavingFigures, type LeavingGroup, leavingFigure, leavingLines } from './leaving-figures.ts'

const HIDDEN: FigureRow = {
  met: 'hidden',
  notMet: 'hidden',
  unknown: 'hidden',
  counted: 'hidden',
  rate: { kind: 'hidden' },
}
const NOBODY: FigureRow = { met: 0, notMet: 0, unknown: 0, counted: 0, rate: { kind: 'nobody' } }
const WHOLE: FigureRow = {
  met: 20,
  notMet: 12,
  unknown: 10,
  counted: 42,
  rate: { kind: 'rate', share: 0.47619, interval: { lower: 0.33361, upper: 0.62279 } },
} as FigureRow
const COLLECTED = {
  indicator: 'dose-within-48-hours',
  state: 'collected',
  overall: WHOLE,
  details: [{ outcome: 'not-met', detail: 'we-were-closed', count: 12 }],
  byMonth: [{ month: '2026-04', ...HIDDEN }],
  byPrison: [
    { prisonId: 'northgate', ...WHOLE },
    { prisonId: 'gone', ...NOBODY },
  ],
} as unknown as Extract<IndicatorReport, { state: 'collected' }>
const FIGURES: LeavingFigures = {
  serviceName: 'North Region',
  scope: 'region',
  months: ['2026-04'] as LeavingFigures['months'],
  countedAt: '2026-05-02T08:00:00.000Z',
  figures: [
    leavingFigure(COLLECTED, [{ id: 'northgate', name: 'HMP Northgate' }]),
    { indicator: 'naloxone-at-the-gate', state: 'no-cases' },
  ],
}
const BY_SEX = {
  breakdown: 'sex',
  value: 'female',
  released: 30,
  steps: [{ step: 'dosed', met: 20, counted: 30, rate: WHOLE.rate }],
} as LeavingGroup

describe('OUT-1: a figure as it leaves', () => {
  it('names prisons, because outside nobody knows our ids; one that is gone has no name', () => {
    const [figure] = FIGURES.figures
    if (figure?.state !== 'collected') throw new Error('this figure is collected')
    expect(figure.byPrison.map(({ prison, counted }) => [prison, counted])).toEqual([
      ['HMP Northgate', 42],
      ['', 0],
    ])
    expect(JSON.stringify(figure)).not.toContain('northgate')
    expect(figure.overall).toEqual(WHOLE)
  })

  it('says as it is that nothing was collected', () => {
    expect(leavingFigure({ indicator: 'own-words-asked', state: 'not-collected-yet' }, [])).toEqual({
      indicator: 'own-words-asked',
      state: 'not-collected-yet',
    })
  })
})

describe('of what kinds of information an export tells', () => {
  it.each<[string, Pick<LeavingFigures, 'figures' | 'groups'>, string[]]>([
    ['nothing', { figures: [] }, []],
    ['a dose and a kit', FIGURES, ['omt', 'naloxone']],
    ['each once', { figures: [...FIGURES.figures, ...FIGURES.figures] }, ['omt', 'naloxone']],
    ['what people are told apart by, and each step', { figures: [], groups: [BY_SEX] }, ['identity', 'omt']],
    [
      'a weekday says when somebody left',
      { figures: [], groups: [{ ...BY_SEX, breakdown: 'weekday', steps: [] }] },
      ['release'],
    ],
    [
      'a medicine says that there is one',
      { figures: [], groups: [{ ...BY_SEX, breakdown: 'medicine', steps: [] }] },
      ['omt'],
    ],
  ])('%s', (_what, of, categories) => expect(carriedBy(of)).toEqual(categories))

  it.each([
    ['prison', 'release'],
    ['release-kind', 'release'],
    ['legal-status', 'release'],
    ['country', 'release'],
    ['age-band', 'identity'],
    ['language', 'identity'],
  ] as const)('told apart by %s: %s', (breakdown, category) => {
    expect(carriedBy({ figures: [], groups: [{ ...BY_SEX, breakdown, steps: [] }] })).toEqual([category])
  })
})

describe('the lines of the file', () => {
  it('are the whole, the months, the prisons and the details of what was collected, and nothing of the rest', () => {
    expect(leavingLines(FIGURES)).toEqual([
      { indicator: 'dose-within-48-hours', part: 'whole', of: null, row: WHOLE, count: null },
      {
        indicator: 'dose-within-48-hours',
        part: 'month',
        of: '2026-04',
        row: { month: '2026-04', ...HIDDEN },
        count: null,
      },
      {
        indicator: 'dose-within-48-hours',
        part: 'prison',
        of: 'HMP Northgate',
        row: { prison: 'HMP Northgate', ...WHOLE },
        count: null,
      },
      { indicator: 'dose-within-48-hours', part: 'prison', of: '', row: { prison: '', ...NOBODY }, count: null },
      {
        indicator: 'dose-within-48-hours',
        part: 'detail',
        of: { outcome: 'not-met', detail: 'we-were-closed' },
        row: null,
        count: 12,
      },
    ])
  })

  it('of a group are everybody released, then each step', () => {
    expect(leavingLines({ figures: [], groups: [BY_SEX] })).toEqual([
      { part: 'group', step: 'released', breakdown: 'sex', of: 'female', row: null, count: 30 },
      {
        part: 'group',
        step: 'dosed',
        breakdown: 'sex',
        of: 'female',
        row: { met: 20, counted: 30, rate: WHOLE.rate, notMet: null, unknown: null },
        count: null,
      },
    ])
  })
})

describe('D08: the file for a spreadsheet', () => {
  const WORDS: CsvWords = {
    sentences: ['=Counts of ten and more', 'Nobody is named'],
    headers: ['Figure', 'Part', 'Of', 'Counted', 'Met', 'Not met', 'Unknown', 'Rate', 'From', 'To'],
    figure: (line) => ('indicator' in line ? line.indicator : line.step),
    part: ({ part }) => part,
    of: ({ of }) => (typeof of === 'string' ? of : (of?.detail ?? '')),
    hidden: 'fewer than 10',
  }

  it('says above the table what it carries, and does nothing of what stands in it', () => {
    const lines = figuresCsv({ ...FIGURES, groups: [BY_SEX] }, WORDS).split('\r\n')
    expect(lines[0]).toBe(`\uFEFF"'=Counts of ten and more"`)
    expect(lines.slice(1)).toEqual([
      '"Nobody is named"',
      '"Figure","Part","Of","Counted","Met","Not met","Unknown","Rate","From","To"',
      '"dose-within-48-hours","whole","",42,20,12,10,0.476,0.334,0.623',
      '"dose-within-48-hours","month","2026-04","fewer than 10","fewer than 10","fewer than 10","fewer than 10","fewer than 10","",""',
      '"dose-within-48-hours","prison","HMP Northgate",42,20,12,10,0.476,0.334,0.623',
      '"dose-within-48-hours","prison","",0,0,0,0,"","",""',
      '"dose-within-48-hours","detail","we-were-closed",12,"","","","","",""',
      '"released","group","female",30,"","","","","",""',
      '"dosed","group","female",30,20,"","",0.476,0.334,0.623',
      '',
    ])
  })

  it('hides the count of a detail as well', () => {
    const figures = FIGURES.figures.map((figure) =>
      figure.state === 'collected'
        ? {
            ...figure,
            byMonth: [],
            byPrison: [],
            details: figure.details.map((each) => ({ ...each, count: 'hidden' as const })),
          }
        : figure,
    )
    expect(figuresCsv({ ...FIGURES, figures }, WORDS)).toContain('"detail","we-were-closed","fewer than 10","",')
  })
})
