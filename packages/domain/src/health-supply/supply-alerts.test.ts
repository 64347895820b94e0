import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, getPlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { cureTestDueOn, daysWithout, lastsUntil, type Supply, type SupplyAlert, supplyAlerts } from './supply-alerts.ts'
import { CATEGORY_OF_SUPPLY, SUPPLY_KINDS } from './supply-codes.ts'

const day = getPlainDate
const TODAY = day('2026-03-26')
const OUT = day('2026-04-02')
const SUPPLY: Supply = {
  kind: 'hiv',
  supplyDays: 37,
  countedOn: TODAY,
  continues: 'Clinic at Quay Street',
  appointmentOn: day('2026-04-10'),
  courseEndsOn: null,
  lastTakenOn: TODAY,
  state: 'under-way',
}

describe('how long it lasts', () => {
  it.each<[Partial<Supply>, string | null]>([
    [{ supplyDays: 1 }, '2026-03-26'],
    [{ supplyDays: 30 }, '2026-04-24'],
    [{ supplyDays: 0 }, null],
    [{ supplyDays: null, countedOn: null }, null],
    [{ supplyDays: 12, countedOn: null }, null],
    [{ supplyDays: null }, null],
  ])('%j', (more, last) => {
    expect(lastsUntil({ ...SUPPLY, ...more })).toBe(last)
  })
})

describe('what must be told (CIR-5, CIR-6)', () => {
  it.each<[string, Partial<Supply>, PlainDate | null, SupplyAlert[]]>([
    ['HIV: thirty days at release, appointment on day 8', {}, OUT, []],
    ['one day less', { supplyDays: 36 }, OUT, ['under-30-days']],
    ['no release date: from today', { supplyDays: 30 }, null, ['appointment-after-14-days']],
    ['appointment on day 14', { appointmentOn: day('2026-04-16') }, OUT, []],
    ['on day 15', { appointmentOn: day('2026-04-17') }, OUT, ['appointment-after-14-days']],
    ['nobody counted', { supplyDays: null, countedOn: null }, OUT, ['not-counted']],
    ['nothing in hand', { supplyDays: 0 }, OUT, ['run-out', 'under-30-days']],
    ['ran out yesterday', { countedOn: day('2026-03-20'), supplyDays: 6 }, OUT, ['run-out', 'under-30-days']],
    ['nobody goes on', { continues: null, appointmentOn: null }, OUT, ['no-appointment', 'nobody-continues']],
    [
      'psychiatric: ends before the appointment',
      { kind: 'psychiatric', supplyDays: 14 },
      OUT,
      ['runs-out-before-appointment'],
    ],
    ['psychiatric: no thirty days are asked', { kind: 'psychiatric', supplyDays: 20 }, OUT, []],
    [
      'hepatitis C: the course goes on after release and nobody has it',
      { kind: 'hepatitis-c', courseEndsOn: day('2026-05-20'), continues: null },
      OUT,
      ['rest-of-course', 'nobody-continues'],
    ],
    [
      'hepatitis C: the rest of the course is in hand',
      { kind: 'hepatitis-c', courseEndsOn: day('2026-04-20'), continues: null },
      OUT,
      ['nobody-continues'],
    ],
    ['hepatitis C: six whole days without', { kind: 'hepatitis-c', lastTakenOn: day('2026-03-19') }, OUT, []],
    ['seven', { kind: 'hepatitis-c', lastTakenOn: day('2026-03-18') }, OUT, ['ring-specialist']],
    ['HIV: seven days are told by nobody’s rule', { lastTakenOn: day('2026-03-18') }, OUT, []],
    [
      'HIV: lasts to the very day of the appointment',
      { supplyDays: 16, countedOn: TODAY },
      null,
      ['under-30-days', 'appointment-after-14-days'],
    ],
    ['hepatitis C: ends on the day of the appointment', { kind: 'hepatitis-c', supplyDays: 16 }, OUT, []],
    [
      'hepatitis C: the last day is today',
      { kind: 'hepatitis-c', supplyDays: 1 },
      OUT,
      ['runs-out-before-appointment'],
    ],
    ['hepatitis C: a late appointment has no rule', { kind: 'hepatitis-c', appointmentOn: day('2026-04-30') }, OUT, []],
    ['hepatitis C: no appointment at all', { kind: 'hepatitis-c', appointmentOn: null }, OUT, ['no-appointment']],
    [
      'hepatitis C: the course ends on the day of release, and nobody counted what is in hand',
      { kind: 'hepatitis-c', courseEndsOn: OUT, continues: null, supplyDays: null, countedOn: null },
      OUT,
      ['rest-of-course', 'not-counted', 'nobody-continues'],
    ],
    [
      'hepatitis C: the course is over on the day before the release',
      { kind: 'hepatitis-c', courseEndsOn: day('2026-04-01'), continues: null, supplyDays: null, countedOn: null },
      OUT,
      ['not-counted', 'nobody-continues'],
    ],
    [
      'hepatitis C: somebody goes on with the course',
      { kind: 'hepatitis-c', courseEndsOn: day('2026-05-20') },
      OUT,
      [],
    ],
    [
      'hepatitis C: in hand to the last day of the course',
      { kind: 'hepatitis-c', courseEndsOn: day('2026-05-01'), continues: null },
      OUT,
      ['nobody-continues'],
    ],
    [
      'hepatitis C: nobody knows when the course ends',
      { kind: 'hepatitis-c', continues: null },
      OUT,
      ['nobody-continues'],
    ],
    [
      'HIV: the end of a course is no rule of it',
      { courseEndsOn: day('2026-05-20'), continues: null },
      OUT,
      ['nobody-continues'],
    ],
    ['hepatitis C: nobody knows when it was last taken', { kind: 'hepatitis-c', lastTakenOn: null }, OUT, []],
    ['out since a week: from today', { supplyDays: 30 }, day('2026-03-19'), ['appointment-after-14-days']],
    ['finished', { state: 'finished', continues: null, supplyDays: 0 }, OUT, []],
  ])('%s', (_what, more, out, alerts) => {
    expect(supplyAlerts({ ...SUPPLY, ...more }, out, TODAY)).toEqual(alerts)
  })

  it('more in hand never adds an alert', () => {
    const kinds = fc.constantFrom(...SUPPLY_KINDS)
    fc.assert(
      fc.property(kinds, fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }), (kind, one, other) => {
        const [less, more] = one <= other ? [one, other] : [other, one]
        const before = supplyAlerts({ ...SUPPLY, kind, supplyDays: less }, OUT, TODAY)
        const after = supplyAlerts({ ...SUPPLY, kind, supplyDays: more }, OUT, TODAY)
        // What ran out is told as run out; short of the appointment it is told as that.
        expect(after.filter((alert) => !before.includes(alert) && alert !== 'runs-out-before-appointment')).toEqual([])
      }),
    )
  })
})

describe('days and tests that follow a course', () => {
  it('the test for a cure is due twelve weeks after the end, over a clock change and a new year (CIR-7)', () => {
    const of = { ...SUPPLY, kind: 'hepatitis-c' as const }
    expect(cureTestDueOn({ ...of, courseEndsOn: day('2026-03-26') })).toBe('2026-06-18')
    expect(cureTestDueOn({ ...of, courseEndsOn: day('2025-12-01') })).toBe('2026-02-23')
    expect(cureTestDueOn({ ...of, courseEndsOn: null })).toBeNull()
    expect(cureTestDueOn({ ...of, courseEndsOn: TODAY, state: 'stopped' })).toBeNull()
    expect(cureTestDueOn({ ...SUPPLY, courseEndsOn: TODAY })).toBeNull()
  })

  it.each<[string | null, string | null, number | null]>([
    ['2026-03-26', null, 0],
    ['2026-03-25', null, 0],
    ['2026-03-24', null, 1],
    [null, null, null],
    ['2026-03-20', '2026-03-26', 5],
    ['2026-03-20', '2026-03-25', 5],
    ['2026-03-20', '2026-03-24', 4],
    // The course was over: nothing was due after it.
    ['2026-03-10', '2026-03-12', 2],
  ])('last taken %s, course ends %s: %s days without', (lastTakenOn, courseEndsOn, without) => {
    const of = { lastTakenOn: lastTakenOn && day(lastTakenOn), courseEndsOn: courseEndsOn && day(courseEndsOn) }
    const supply = { ...SUPPLY, lastTakenOn: of.lastTakenOn || null, courseEndsOn: of.courseEndsOn || null }
    expect(daysWithout(supply, TODAY)).toBe(without)
    expect(daysWithout({ ...supply, state: 'finished' }, addDays(TODAY, 5))).toBeNull()
  })

  it('HIV and hepatitis are a kind of information of their own', () => {
    expect(SUPPLY_KINDS.filter((kind) => CATEGORY_OF_SUPPLY[kind] === 'hiv-hcv')).toEqual([
      'hiv',
      'hepatitis-c',
      'hepatitis-b',
    ])
  })
})
