import { describe, expect, it } from 'vitest'
import { day, dose, history, PHARMACY, PRISON, takeHome, treatment } from '../../testing/medication-histories.ts'
import { getZone } from '../calendar/zone.ts'
import { type DoseRecording, decideDoseRecording } from './decide-dose-recording.ts'
import { findDoubleDoses } from './double-doses.ts'
import type { DoseEntry } from './medication-history.ts'
import { DEPOT_RULE_SET } from './medicine-table.ts'

/** Released on Thursday 2 April 2026 at ten in Oslo; recorded the day after at noon. */
const releasedAt = new Date('2026-04-02T08:00:00Z')
const now = new Date('2026-04-03T10:00:00Z')

function recording(facts: Partial<DoseRecording> = {}): DoseRecording {
  return {
    side: 'prison',
    kind: 'supervised',
    outcome: 'given',
    forDay: day('2026-04-02'),
    givenAt: new Date('2026-04-02T06:00:00Z'),
    releasedAt,
    seenOutsideAt: null,
    zone: getZone('Europe/Oslo'),
    ...facts,
  }
}

const inside = { releasedAt: null }
const outside: Partial<DoseRecording> = { side: 'community', givenAt: new Date('2026-04-02T12:00:00Z') }
const early = { forDay: day('2026-04-01'), givenAt: new Date('2026-04-01T06:00:00Z') }

describe('F09: who may record which dose (rule DOSE-8)', () => {
  it.each<[string, Partial<DoseRecording>, object]>([
    ['prison, before the release, recorded late', {}, { ok: true, lateEntry: true }],
    ['prison, nobody released', { ...inside, ...early }, { ok: true, lateEntry: false }],
    ['prison, at the gate', { givenAt: releasedAt }, { ok: true, lateEntry: true }],
    ['prison, a second after', { givenAt: new Date('2026-04-02T08:00:01Z') }, { refusal: 'dose.given-after-release' }],
    ['prison, no time, day of release', { givenAt: null }, { ok: true, lateEntry: true }],
    [
      'prison, no time, the day after',
      { givenAt: null, forDay: day('2026-04-03') },
      { refusal: 'dose.given-after-release' },
    ],
    [
      'prison, a bag for the days after',
      { kind: 'take-home', outcome: 'issued', forDay: day('2026-04-03') },
      { ok: true, lateEntry: true },
    ],
    ['prison, a bag from that day on', { kind: 'take-home', outcome: 'issued' }, { ok: true, lateEntry: true }],
    [
      'prison, a bag, no time',
      { kind: 'take-home', outcome: 'issued', forDay: day('2026-04-03'), givenAt: null },
      { ok: true, lateEntry: true },
    ],
    [
      'prison, a bag issued after the gate',
      { kind: 'take-home', outcome: 'issued', forDay: day('2026-04-03'), givenAt: new Date('2026-04-02T09:00:00Z') },
      { refusal: 'dose.given-after-release' },
    ],
    [
      'prison, seen outside before',
      { ...inside, seenOutsideAt: new Date('2026-04-02T07:00:00Z'), givenAt: new Date('2026-04-02T07:30:00Z') },
      { refusal: 'dose.given-after-release' },
    ],
    [
      'prison, seen outside later',
      { ...inside, seenOutsideAt: new Date('2026-04-02T07:00:00Z') },
      { ok: true, lateEntry: true },
    ],

    ['community, after the release', outside, { ok: true, lateEntry: false }],
    ['community, at the very instant', { ...outside, givenAt: releasedAt }, { ok: true, lateEntry: false }],
    [
      'community, a second before',
      { ...outside, givenAt: new Date('2026-04-02T07:59:59Z') },
      { refusal: 'dose.given-before-release' },
    ],
    ['community, no time, day of release', { ...outside, givenAt: null }, { ok: true, lateEntry: false }],
    [
      'community, no time, the day before',
      { ...outside, givenAt: null, forDay: day('2026-04-01') },
      { refusal: 'dose.given-before-release' },
    ],
    ['community, nobody released', { ...outside, ...inside }, { refusal: 'dose.not-released' }],
    ['community, seen outside', { ...outside, ...inside, seenOutsideAt: now }, { ok: true, lateEntry: false }],

    [
      'ahead of now',
      { givenAt: new Date('2026-04-03T10:00:01Z'), forDay: day('2026-04-03') },
      { refusal: 'dose.in-the-future' },
    ],
    ['for a day to come', { givenAt: null, forDay: day('2026-04-04') }, { refusal: 'dose.in-the-future' }],
    [
      'an injection for a day to come',
      { kind: 'depot', givenAt: null, forDay: day('2026-04-04') },
      { refusal: 'dose.in-the-future' },
    ],
    ['for another day than it was given', { forDay: day('2026-04-01') }, { refusal: 'dose.day-and-time-disagree' }],
    [
      'a bag for a day before its issue',
      { kind: 'take-home', outcome: 'issued', forDay: day('2026-04-01') },
      { refusal: 'dose.day-and-time-disagree' },
    ],
    ['just after midnight at the place', { ...inside, givenAt: new Date('2026-04-01T22:30:00Z') }, { ok: true }],
    [
      'the same instant, a place further west',
      { ...inside, givenAt: new Date('2026-04-01T22:30:00Z'), zone: getZone('Europe/London') },
      { refusal: 'dose.day-and-time-disagree' },
    ],
  ])('%s', (_, facts, expected) => {
    const decision = decideDoseRecording(recording(facts), now)
    expect(decision).toMatchObject({ ok: !('refusal' in expected), ...expected })
  })
})

describe('two doses for one day by two services (rule DOSE-6)', () => {
  const atPharmacy = dose('2026-04-03', { id: 'pharmacy', serviceId: PHARMACY })
  const bag = takeHome('2026-04-03', '2026-04-05', { id: 'bag' })

  it.each<[string, DoseEntry[], object[]]>([
    ['one service', [dose('2026-04-03'), dose('2026-04-04')], []],
    ['one service twice', [dose('2026-04-03', { id: 'a' }), dose('2026-04-03', { id: 'b' })], []],
    [
      'two services',
      [dose('2026-04-03', { id: 'prison' }), atPharmacy],
      [{ day: '2026-04-03', kind: 'two-services', serviceIds: [PRISON, PHARMACY], doseIds: ['pharmacy', 'prison'] }],
    ],
    [
      'a bag from prison and a dose at the counter',
      [bag, atPharmacy],
      [{ day: '2026-04-03', doseIds: ['bag', 'pharmacy'] }],
    ],
    [
      'the bag was not taken that day',
      [bag, atPharmacy, takeHome('2026-04-03', '2026-04-03', { outcome: 'not-taken', correctsDoseId: 'bag' })],
      [],
    ],
    ['one tells of the other', [dose('2026-04-03', { id: 'prison', outcome: 'given-elsewhere' }), atPharmacy], []],
    ['declined there', [dose('2026-04-03', { id: 'prison', outcome: 'declined' }), atPharmacy], []],
    [
      'corrected to another day',
      [dose('2026-04-03', { id: 'wrong' }), dose('2026-04-02', { id: 'right', correctsDoseId: 'wrong' }), atPharmacy],
      [],
    ],
    [
      'in the order of their ids, whoever was first',
      [atPharmacy, dose('2026-04-03', { id: 'prison' })],
      [{ serviceIds: [PRISON, PHARMACY], doseIds: ['pharmacy', 'prison'] }],
    ],
    [
      'two days, in order',
      [takeHome('2026-04-03', '2026-04-04', { id: 'other-bag', serviceId: PHARMACY }), bag],
      [{ day: '2026-04-03' }, { day: '2026-04-04' }],
    ],
  ])('%s', (_, doses, expected) => {
    const found = findDoubleDoses(history(doses))
    expect(found).toHaveLength(expected.length)
    expect(found).toMatchObject(expected)
  })
})

describe('two doses of other kinds for one day (rule DOSE-6)', () => {
  const weekly = treatment({ id: 'depot', medicine: 'buprenorphine-weekly-depot', rhythm: 'depot' })
  const methadone = treatment({ id: 'methadone' })
  const split = treatment({ id: 'split', rhythm: 'split', dosesPerDay: 2 })
  const injected = dose('2026-04-01', { id: 'injection', kind: 'depot', treatmentId: 'depot' })
  const daily = (on: string, facts: Partial<DoseEntry> = {}) =>
    dose(on, { id: `daily ${on}`, treatmentId: 'methadone', serviceId: PHARMACY, ...facts })
  const bagOf = (id: string, from: string, to: string, facts: Partial<DoseEntry> = {}) =>
    takeHome(from, to, { id, treatmentId: 'methadone', ...facts })

  it.each<[string, DoseEntry[], string[]]>([
    ['a depot alone', [injected], []],
    ['a dose inside its window by another service', [injected, daily('2026-04-03')], ['2026-04-03 depot-and-daily']],
    ['on its last day', [injected, daily('2026-04-10')], ['2026-04-10 depot-and-daily']],
    ['the day after its window', [injected, daily('2026-04-11')], []],
    ['before it', [injected, daily('2026-03-31')], []],
    ['on the day of the injection two services dosed', [injected, daily('2026-04-01')], ['2026-04-01 two-services']],
    ['by the service that injected: a switch', [injected, daily('2026-04-03', { serviceId: injected.serviceId })], []],
    ['given elsewhere tells of another’s', [injected, daily('2026-04-03', { outcome: 'given-elsewhere' })], []],
    [
      'a bag that reaches into the window',
      [injected, bagOf('bag', '2026-04-09', '2026-04-12', { serviceId: PHARMACY })],
      ['2026-04-09 depot-and-daily', '2026-04-10 depot-and-daily'],
    ],
    [
      'two bags of one service for one day',
      [bagOf('first', '2026-04-03', '2026-04-04'), bagOf('second', '2026-04-04', '2026-04-05')],
      ['2026-04-04 issued-twice'],
    ],
    [
      'two bags of two services: that is told',
      [
        bagOf('first', '2026-04-03', '2026-04-03'),
        bagOf('second', '2026-04-03', '2026-04-03', { serviceId: PHARMACY }),
      ],
      ['2026-04-03 two-services'],
    ],
    [
      'two bags, and the second was put in the place of the first',
      [
        bagOf('first', '2026-04-03', '2026-04-04'),
        bagOf('second', '2026-04-04', '2026-04-05', { correctsDoseId: 'first' }),
      ],
      [],
    ],
    [
      'two bags, and the second was entered in error',
      [
        bagOf('first', '2026-04-03', '2026-04-04'),
        bagOf('second', '2026-04-04', '2026-04-05'),
        bagOf('error', '2026-04-04', '2026-04-05', { outcome: 'entered-in-error', correctsDoseId: 'second' }),
      ],
      [],
    ],
    [
      'parts of a split day in two bags',
      [
        bagOf('morning', '2026-04-03', '2026-04-04', { treatmentId: 'split' }),
        bagOf('evening', '2026-04-03', '2026-04-03', { treatmentId: 'split' }),
      ],
      [],
    ],
    [
      'more parts than the day has',
      [
        bagOf('morning', '2026-04-03', '2026-04-04', { treatmentId: 'split', parts: 2 }),
        bagOf('evening', '2026-04-03', '2026-04-03', { treatmentId: 'split' }),
      ],
      ['2026-04-03 issued-twice'],
    ],
  ])('%s', (_, doses, expected) => {
    const found = findDoubleDoses({ treatments: [weekly, methadone, split], doses })
    expect(found.map(({ day, kind }) => `${day} ${kind}`)).toEqual(expected)
  })

  it('in two cases of one person, and not in two cases of one service', () => {
    const elsewhere = new Set(['daily 2026-04-03'])
    const told = (doses: DoseEntry[]) =>
      findDoubleDoses({ treatments: [methadone], doses, elsewhere }).map(({ day, kind }) => `${day} ${kind}`)
    expect(told([dose('2026-04-03', { id: 'here' }), daily('2026-04-03')])).toEqual(['2026-04-03 two-episodes'])
    expect(told([dose('2026-04-03', { id: 'here', serviceId: PHARMACY }), daily('2026-04-03')])).toEqual([])
  })

  it('reads the windows that were approved', () => {
    const { products, ...set } = DEPOT_RULE_SET
    const wider = { ...products['buprenorphine-weekly-depot'], windowEndsDay: 12 }
    const rules = { ...set, products: { ...products, 'buprenorphine-weekly-depot': wider } }
    const person = { treatments: [weekly, methadone], doses: [injected, daily('2026-04-12')] }
    expect(findDoubleDoses(person)).toEqual([])
    expect(findDoubleDoses(person, rules)).toMatchObject([{ day: '2026-04-12', kind: 'depot-and-daily' }])
  })
})
