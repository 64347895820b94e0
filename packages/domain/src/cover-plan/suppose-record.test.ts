import { describe, expect, it } from 'vitest'
import { easter } from '../../testing/medication-easter.ts'
import { day, history } from '../../testing/medication-histories.ts'
import type { Treatment } from '../medication/medication-history.ts'
import { type Supposition, suppose } from './suppose.ts'

const AS_RECORDED: Supposition = {
  releaseOn: null,
  dosing: null,
  firstAppointment: null,
  supply: null,
  medicine: null,
  depotOn: null,
}
const RELEASE = day('2026-04-02')
const DEPOT = { medicine: 'buprenorphine-monthly-depot', depotOn: day('2026-03-30') } as const

/** The record as it would be, by the treatments that went before. */
function recordIf(supposition: Partial<Supposition>, before: Partial<Treatment>[] = [{}]) {
  const { treatments, ...rest } = history([])
  const [one] = treatments
  if (!one) throw new Error('the history of the tests has a treatment')
  const input = easter({ history: { ...rest, treatments: before.map((other) => ({ ...one, ...other })) } })
  const supposed = suppose(input, RELEASE, { ...AS_RECORDED, ...supposition })
  if (!supposed.ok) throw new Error(supposed.refusal)
  return supposed
}

const daysOf = ({ treatments }: { treatments: readonly Treatment[] }) =>
  treatments.map(({ medicine, startedOn, endedOn }) => [medicine, startedOn, endedOn])

describe('another medicine, supposed from the day of release on', () => {
  it.each<[string, Partial<Treatment>, [string, string | null, string | null][]]>([
    [
      'what goes on ends the day before',
      { medicine: 'methadone', startedOn: day('2026-03-01') },
      [
        ['methadone', '2026-03-01', '2026-04-01'],
        ['levomethadone', '2026-04-02', null],
      ],
    ],
    [
      'so does what began nobody knows when',
      { medicine: 'methadone', startedOn: null },
      [
        ['methadone', null, '2026-04-01'],
        ['levomethadone', '2026-04-02', null],
      ],
    ],
    [
      'what ended long before stays as it was',
      { medicine: 'methadone', startedOn: day('2026-03-01'), endedOn: day('2026-03-20') },
      [
        ['methadone', '2026-03-01', '2026-03-20'],
        ['levomethadone', '2026-04-02', null],
      ],
    ],
    [
      'what was to end later ends the day before',
      { medicine: 'methadone', startedOn: day('2026-03-01'), endedOn: day('2026-04-20') },
      [
        ['methadone', '2026-03-01', '2026-04-01'],
        ['levomethadone', '2026-04-02', null],
      ],
    ],
    [
      'what was to begin on that day is left out',
      { medicine: 'methadone', startedOn: RELEASE },
      [['levomethadone', '2026-04-02', null]],
    ],
    [
      'what was to begin later is left out',
      { medicine: 'methadone', startedOn: day('2026-04-20') },
      [['levomethadone', '2026-04-02', null]],
    ],
  ])('%s', (_what, before, expected) => {
    expect(daysOf(recordIf({ medicine: 'levomethadone' }, [before]).input.history)).toEqual(expected)
  })

  it.each([
    ['no', 'no'],
    ['yes', 'yes'],
  ] as const)('is steady as far as what went on was: %s', (titration, expected) => {
    const { treatments } = recordIf({ medicine: 'levomethadone' }, [{ titration }]).input.history
    expect(treatments.at(-1)).toMatchObject({
      titration: expected,
      rhythm: 'daily',
      rhythmWeekdays: [],
      dosesPerDay: 1,
    })
  })

  it('is of unknown steadiness where nothing went on', () => {
    expect(recordIf({ medicine: 'levomethadone' }, []).input.history.treatments).toMatchObject([
      { titration: 'unknown' },
    ])
  })

  it('adds no injection to what is taken by mouth', () => {
    expect(recordIf({ medicine: 'levomethadone' }).input.history.doses).toEqual([])
  })

  it('of a depot begins with its injection, which stands in no table', () => {
    const { treatments, doses } = recordIf(DEPOT).input.history
    expect(treatments.at(-1)).toMatchObject({ id: 'supposed-treatment', rhythm: 'depot', startedOn: '2026-03-30' })
    expect(doses).toMatchObject([
      {
        id: 'supposed-injection',
        treatmentId: 'supposed-treatment',
        kind: 'depot',
        outcome: 'given',
        forDay: '2026-03-30',
      },
    ])
    expect(doses[0]?.recordedAt.toISOString()).toBe('2026-03-30T12:00:00.000Z')
  })
})

describe('what else is supposed', () => {
  it('a release on another day is a confirmed one', () => {
    const supposed = recordIf({ releaseOn: day('2026-03-26') })
    expect(supposed.releaseOn).toBe('2026-03-26')
    expect(supposed.input.history.custody).toMatchObject({ releaseDate: '2026-03-26', certainty: 'confirmed' })
  })

  it('nothing: the record as it is, around the day of release', () => {
    const input = easter()
    expect(suppose(input, RELEASE, AS_RECORDED)).toEqual({ ok: true, releaseOn: RELEASE, input })
  })

  it('nothing, of somebody who is out: nothing is refused', () => {
    const input = easter({ history: history([], { custody: { outOn: RELEASE } }) })
    expect(suppose(input, RELEASE, { ...AS_RECORDED, firstAppointment: day('2026-04-03') })).toMatchObject({
      ok: true,
      input: { firstAppointment: '2026-04-03' },
    })
  })

  it('supply of a medicine that is taken home', () => {
    const supply = { from: day('2026-04-03'), to: day('2026-04-04') }
    expect(recordIf({ supply }).input.plannedSupply).toEqual(supply)
  })
})
