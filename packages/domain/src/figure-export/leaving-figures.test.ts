import { describe, expect, it } from 'vitest'
import type { FigureRow, IndicatorReport } from '../continuity/continuity-report.ts'
import { carriedBy, type LeavingFigures, type LeavingGroup, leavingFigure } from './leaving-figures.ts'

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
    leavingFigure(COLLECTED, {
      countedAt: '2026-05-02T08:00:00.000Z',
      prisons: [{ id: 'northgate', name: 'HMP Northgate' }],
      annotations: [],
    }),
    { indicator: 'naloxone-at-the-gate', state: 'no-cases' },
  ],
}
const NOTHING = { countedAt: '2026-05-02T08:00:00.000Z', prisons: [], annotations: [] }
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
    expect(leavingFigure({ indicator: 'own-words-asked', state: 'not-collected-yet' }, NOTHING)).toEqual({
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
