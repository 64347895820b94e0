import { describe, expect, it } from 'vitest'
import { NOT_REACHED, overEaster, REACHED, span } from '../../testing/medication-forecast.ts'
import { day } from '../../testing/medication-histories.ts'
import { type ForecastInput, forecastCover } from './forecast.ts'
import { restsOnUnknown } from './rests-on-unknown.ts'

const runs = (facts: Partial<ForecastInput>, today = '2026-03-26') =>
  restsOnUnknown(forecastCover(overEaster(facts)), day(today)).map(({ from, to, days, unsaid }) => [
    from.slice(5),
    to.slice(5),
    days,
    unsaid,
  ])

const UNTIL_WEDNESDAY = [span('2026-04-02', '2026-04-08')]
const PRESCRIBED = [span('2026-04-02', '2026-04-30')]

describe('days that rest on an appointment alone (rule DOSE-9)', () => {
  it.each<[string, Partial<ForecastInput>, (string | number)[][]]>([
    ['nobody said anything', {}, [['04-07', '04-10', 4, 'both']]],
    ['the way there is said', { reach: REACHED }, [['04-07', '04-10', 4, 'prescription']]],
    ['the prescription is there', { prescriptions: PRESCRIBED }, [['04-07', '04-10', 4, 'reach']]],
    ['both are said', { reach: REACHED, prescriptions: PRESCRIBED }, []],
    ['the place cannot be reached: not covered at all', { reach: NOT_REACHED }, []],
    [
      'the way there is known from Thursday before on; not before',
      { reach: { state: 'no', fromDay: day('2026-04-09') } },
      [['04-07', '04-08', 2, 'both']],
    ],
    [
      'a prescription that ends before the other days: they are without',
      { prescriptions: UNTIL_WEDNESDAY, firstAppointment: day('2026-04-07') },
      [['04-07', '04-08', 2, 'reach']],
    ],
    [
      'more days: a weekend without dosing parts them',
      { days: 12 },
      [
        ['04-07', '04-10', 4, 'both'],
        ['04-13', '04-13', 1, 'both'],
      ],
    ],
  ])('%s', (_, facts, expected) => {
    expect(runs(facts)).toEqual(expected)
  })

  it('tells only days that are still to come', () => {
    expect(runs({}, '2026-04-09')).toEqual([['04-09', '04-10', 2, 'both']])
  })
})
