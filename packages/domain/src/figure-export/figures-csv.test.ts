import { describe, expect, it } from 'vitest'
import { PLAIN_CSV_WORDS } from '../../testing/plain-csv-words.ts'
import { wilsonInterval } from '../continuity/wilson.ts'
import { figuresCsv } from './figures-csv.ts'
import type { LeavingBarriers, LeavingBeside } from './leaving-beside.ts'
import { carriedBy, type LeavingFigures, type LeavingGroup } from './leaving-figures.ts'

const HIDDEN = {
  met: 'hidden',
  notMet: 'hidden',
  unknown: 'hidden',
  counted: 'hidden',
  rate: { kind: 'hidden' },
} as const
const NOBODY = { met: 0, notMet: 0, unknown: 0, counted: 0, rate: { kind: 'nobody' } } as const
const rate = (met: number, denominator: number) =>
  ({ kind: 'rate', share: met / denominator, interval: wilsonInterval(met, denominator), met, denominator }) as const
const WHOLE = { met: 20, notMet: 12, unknown: 10, counted: 42, rate: rate(20, 42) } as const

/** Made before there were groups, or anything beside the figures. */
const OLD: LeavingFigures = {
  serviceName: 'North Region',
  scope: 'region',
  months: ['2026-04', '2026-05'],
  countedAt: '2026-06-02T08:00:00Z',
  figures: [
    { indicator: 'naloxone-at-the-gate', state: 'no-cases' },
    {
      indicator: 'dose-within-48-hours',
      state: 'collected',
      overall: WHOLE,
      details: [{ outcome: 'not-met', detail: 'later', count: 12 }],
      byMonth: [
        { month: '2026-04', ...HIDDEN },
        { month: '2026-05', ...WHOLE },
      ],
      byPrison: [
        { prison: '=HMP Northgate', ...WHOLE },
        { prison: '', ...NOBODY },
      ],
    },
  ],
}

const linesOf = (figures: LeavingFigures) => figuresCsv(figures, PLAIN_CSV_WORDS).split('\r\n').slice(2, -1)

describe('D08: the file for a spreadsheet', () => {
  it('says above the table what it carries', () => {
    const lines = figuresCsv(OLD, PLAIN_CSV_WORDS).split('\r\n')
    expect(lines.slice(0, 2)).toEqual([
      '\uFEFF"Carries: release."',
      '"figure","part","of","counted","met","not-met","unknown","share","lower","upper","value","unit","note"',
    ])
    expect(lines.at(-1)).toBe('')
  })

  it('has the whole, the months, the prisons and the details of what was collected, and nothing of the rest', () => {
    const figure = '"dose-within-48-hours"'
    const counts = '42,20,12,10,0.476,0.334,0.623,"","",""'
    const hidden = Array.from({ length: 5 }, () => '"not shown"').join(',')
    expect(linesOf(OLD)).toEqual([
      `${figure},"whole","",${counts}`,
      `${figure},"month","2026-04",${hidden},"","","","",""`,
      // The 48 hours of whoever left on 31 May are over on 2 June, by every clock on the third.
      `${figure},"month","2026-05",${counts.replace(/""$/, '"not over"')}`,
      `${figure},"prison","'=HMP Northgate",${counts}`,
      `${figure},"prison","",0,0,0,0,"","","","","",""`,
      `${figure},"detail","not-met later",12,"","","","","","","","",""`,
    ])
  })

  it('A22: groups are lines of the file: everybody released, and each step, with what is hidden said so', () => {
    const steps: LeavingGroup['steps'] = [
      { step: 'planned', met: 'hidden', counted: 40, rate: { kind: 'hidden' } },
      { step: 'dosed', met: 20, counted: 40, rate: rate(20, 40) },
    ]
    const group: LeavingGroup = { breakdown: 'age-band', value: '25-to-34', released: 40, steps }
    const lines = linesOf({ ...OLD, figures: [], groups: [group] })
    expect(lines).toEqual([
      '"released","age-band","25-to-34",40,"","","","","","","","",""',
      '"planned","age-band","25-to-34",40,"not shown","","","not shown","","","","",""',
      '"dosed","age-band","25-to-34",40,20,"","",0.5,0.352,0.648,"","",""',
    ])
    expect(carriedBy({ figures: [], groups: [group] })).toEqual(['identity', 'release', 'omt'])
  })
})

describe('the other pages of figures in the file', () => {
  const NOTHING: LeavingBeside = {
    flow: { released: 90, steps: [] },
    couples: [],
    lengths: [],
    curves: [],
    deaths: [],
    barriers: null,
  }
  const point = { hours: 48, share: 0.6, interval: { lower: 0.5, upper: 0.7 } }
  const line = { all: 30, standing: null, resolved: null, days: 120 }
  const barriers: LeavingBarriers = {
    total: { key: 'all', ...line },
    byProgramme: [{ key: null, ...line }],
    byCode: [{ key: 'no-id', ...line, all: null, days: null }],
    byLevel: [{ key: 'structure', ...line, standing: 0, resolved: 30 }],
  }
  const median = {
    state: 'shown',
    median: 4,
    interval: { after: 2, by: 'few' },
    p90: 'open',
    about: 60,
    open: 'few',
  } as const

  it.each<[string, Partial<LeavingBeside>, string[]]>([
    [
      'where people are lost',
      {
        flow: {
          released: 'hidden',
          steps: [
            { step: 'planned', ...WHOLE, leftOut: 0, lost: null },
            { step: 'ready', ...HIDDEN, leftOut: 'hidden', lost: 14 },
          ],
        },
      },
      [
        'released,whole,,not shown',
        'planned,whole,,42,20,12,10,0.476,0.334,0.623',
        'planned,left-out,,0',
        'ready,whole,,not shown,not shown,not shown,not shown,not shown',
        'ready,lost,,14',
        'ready,left-out,,not shown',
      ],
    ],
    [
      'couples turned away',
      {
        couples: [
          { prison: null, refused: 22 },
          { prison: 'HMP Eastfield', refused: 'hidden' },
        ],
      },
      ['released,whole,,90', 'couples,whole,,22', 'couples,prison,HMP Eastfield,not shown'],
    ],
    [
      'lengths of time',
      {
        lengths: [
          { indicator: 'hours-to-acknowledge', ...median },
          { indicator: 'hiv-hcv-supply-gap', state: 'few' },
        ],
      },
      [
        'released,whole,,90',
        'hours-to-acknowledge,median,,60,,,not shown,,2,not shown,4,hours',
        'hours-to-acknowledge,nine-of-ten,,,,,,,,,not reached,hours',
      ],
    ],
    [
      'curves',
      {
        curves: [
          { curve: 'first-contact', shown: null },
          {
            curve: 'first-dose',
            shown: {
              value: 'all',
              people: 80,
              median: { after: 36, by: 48 },
              points: [
                { ...point, competing: null, atRisk: null },
                { ...point, hours: 72, interval: null, competing: { event: 0.55, left: 0.1 }, atRisk: 20 },
              ],
            },
          },
        ],
      },
      [
        'released,whole,,90',
        'first-dose,median,,80,,,,,36,48,,hours',
        'first-dose,had-it,48 hours,,,,,0.6,0.5,0.7,not shown,people',
        'first-dose,had-it,72 hours,,,,,0.6,,,20,people',
        'first-dose,had-it-among-all,72 hours,,,,,0.55',
        'first-dose,left-first,72 hours,,,,,0.1',
      ],
    ],
    [
      'deaths',
      {
        deaths: [
          { from: '2025-06', to: '2026-05', about: 15 },
          { from: '2024-06', to: '2025-05', about: 'too-few' },
        ],
      },
      ['released,whole,,90', 'deaths,months,2025-06 2026-05,15', 'deaths,months,2024-06 2025-05,not shown'],
    ],
    [
      'barriers',
      { barriers },
      [
        'released,whole,,90',
        'barriers,barrier,all all,30,,,,,,,120,days',
        'barriers,barrier,all standing,not shown',
        'barriers,barrier,all resolved,not shown',
        'barriers,barrier,null all,30,,,,,,,120,days',
        'barriers,barrier,null standing,not shown',
        'barriers,barrier,null resolved,not shown',
        'barriers,barrier,no-id all,not shown,,,,,,,not shown,days',
        'barriers,barrier,no-id standing,not shown',
        'barriers,barrier,no-id resolved,not shown',
        'barriers,barrier,structure all,30,,,,,,,120,days',
        'barriers,barrier,structure standing,0',
        'barriers,barrier,structure resolved,30',
      ],
    ],
  ])('%s', (_, beside, lines) => {
    const told = linesOf({ ...OLD, figures: [], beside: { ...NOTHING, ...beside } })
    expect(told.map((each) => each.replaceAll('"', '').replace(/,+$/, ''))).toEqual(lines)
  })

  it.each<[string, Partial<LeavingBeside>, string[]]>([
    ['nothing but who left', {}, ['release']],
    ['that there are two', { couples: [{ prison: null, refused: 22 }] }, ['release', 'partner']],
    ['barriers, couples among them', { barriers }, ['release', 'partner']],
    ['medicine against HIV', { lengths: [{ indicator: 'hiv-hcv-supply-gap', state: 'few' }] }, ['release', 'hiv-hcv']],
    ['a first dose', { curves: [{ curve: 'first-dose', shown: null }] }, ['release', 'omt']],
  ])('carry %s', (_, beside, categories) => {
    expect(carriedBy({ figures: [], beside: { ...NOTHING, ...beside } })).toEqual(categories)
  })
})
