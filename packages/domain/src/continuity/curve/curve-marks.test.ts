import { describe, expect, it } from 'vitest'
import { releaseFacts } from '../../../testing/continuity-releases.ts'
import { getPlainDate } from '../../calendar/plain-date.ts'
import { getZone } from '../../calendar/zone.ts'
import type { ContinuityFacts } from '../continuity-facts.ts'
import { curveChangesAt, curveMarks } from './curve-marks.ts'
import type { Curve } from './curves.ts'

type Facts = ContinuityFacts

const OUT = new Date('2026-03-26T10:00:00Z')
const at = (hours: number) => new Date(OUT.getTime() + hours * 3_600_000)
const LONG_AFTER = at(2000)

/** Nothing is known of it: not even whether there was a need. */
const NOTHING: Facts = releaseFacts({
  releasedAt: OUT,
  zone: getZone('Europe/London'),
  isOnTreatment: null,
  hasTreatmentNeed: null,
  isHandedOff: false,
})

const dose = (hours: number) => ({ givenAt: at(hours), way: 'supervised' as const })
const chain = (told: Partial<ContinuityFacts['handoffs'][number]>): ContinuityFacts['handoffs'][number] => ({
  sentAt: at(-72),
  acknowledgedAt: null,
  acknowledgedBy: null,
  isRevoked: false,
  area: 'omt',
  ...told,
})
const marksOf = (curve: Curve, facts: Partial<Facts>, now = LONG_AFTER) =>
  curveMarks({ ...NOTHING, ...facts }, now)
    .filter(({ measure }) => measure === `curve-${curve}`)
    .map(({ outcome, detail }) => `${outcome} ${detail}`)

const omt = { isOnTreatment: true }
describe('time from release to the first dose', () => {
  it.each<[string, Partial<Facts>, Date, string[]]>([
    ['nobody who is not on treatment', { isOnTreatment: false }, LONG_AFTER, []],
    ['nobody of whom it is not known', {}, LONG_AFTER, []],
    ['an hour that has begun is over', { ...omt, dosesOutside: [dose(20.01)] }, LONG_AFTER, ['event h21']],
    ['48:00:00 is within 48 hours', { ...omt, dosesOutside: [dose(48)] }, LONG_AFTER, ['event h48']],
    ['a second later is not', { ...omt, dosesOutside: [dose(48 + 1 / 3600)] }, LONG_AFTER, ['event h49']],
    ['after 72 hours by the day', { ...omt, dosesOutside: [dose(72.5)] }, LONG_AFTER, ['event h96']],
    ['the first of several', { ...omt, dosesOutside: [dose(40), dose(5)] }, LONG_AFTER, ['event h5']],
    [
      'cover that lasts 48 hours is a dose at once',
      { ...omt, coverAtRelease: { lastsUntil: at(48), way: 'depot' } },
      LONG_AFTER,
      ['event h0'],
    ],
    [
      'cover that does not last is none',
      { ...omt, coverAtRelease: { lastsUntil: at(47), way: 'take-home' }, dosesOutside: [dose(30)] },
      LONG_AFTER,
      ['event h30'],
    ],
    [
      'a dose without a time proves none',
      { ...omt, dosesOutside: [{ givenAt: null, way: 'supervised' }] },
      LONG_AFTER,
      ['watched h672'],
    ],
    ['whoever died before it', { ...omt, diedAt: at(9.5), dosesOutside: [] }, LONG_AFTER, ['died h10']],
    [
      'whoever went back inside before it',
      { ...omt, backInCustodyAt: at(30), dosesOutside: [dose(31)] },
      LONG_AFTER,
      ['back-inside h30'],
    ],
    [
      'a dose and a death in one hour: the dose',
      { ...omt, diedAt: at(9.9), dosesOutside: [dose(9.1)] },
      LONG_AFTER,
      ['event h10'],
    ],
    ['watched to the last point that is over', { ...omt }, at(20), ['watched h12']],
    [
      'what came after that point is not on the curve yet',
      { ...omt, dosesOutside: [dose(13)] },
      at(20),
      ['watched h12'],
    ],
    ['what came before it is', { ...omt, dosesOutside: [dose(11.5)] }, at(20), ['event h12']],
    ['nobody is watched for more than four weeks', { ...omt, dosesOutside: [dose(700)] }, LONG_AFTER, ['watched h672']],
  ])('%s', (_, facts, now, expected) => {
    expect(marksOf('first-dose', facts, now)).toEqual(expected)
  })
})

it('time from release to the first contact counts everybody', () => {
  expect(marksOf('first-contact', { firstContactAt: at(3.2) })).toEqual(['event h4'])
  expect(marksOf('first-contact', { firstContactAt: null, diedAt: at(2) })).toEqual(['died h2'])
  expect(marksOf('first-contact', {})).toEqual(['watched h672'])
})

describe('time from release to the start of treatment', () => {
  const handed = { hasTreatmentNeed: true, isHandedOff: true }
  it.each<[string, Partial<Facts>, Date, string[]]>([
    ['nobody who was not handed off', { hasTreatmentNeed: true }, LONG_AFTER, []],
    ['on the day of release', { ...handed, treatmentStartedOn: getPlainDate('2026-03-26') }, LONG_AFTER, ['event h0']],
    ['on day 21', { ...handed, treatmentStartedOn: getPlainDate('2026-04-16') }, LONG_AFTER, ['event h504']],
    [
      'a day that is not over is not watched',
      { ...handed, treatmentStartedOn: getPlainDate('2026-03-27') },
      at(20),
      ['watched h0'],
    ],
    ['the day of release over', { ...handed }, new Date('2026-03-27T00:00:00Z'), ['watched h0']],
    ['the day after over', { ...handed }, new Date('2026-03-28T00:00:00Z'), ['watched h24']],
    [
      'declined is not an end: treatment can still come',
      { ...handed, hasDeclinedTreatment: true },
      LONG_AFTER,
      ['watched h672'],
    ],
  ])('%s', (_, facts, now, expected) => {
    expect(marksOf('treatment-start', facts, now)).toEqual(expected)
  })
})

describe('time from sending to acknowledgement', () => {
  it.each<[string, Partial<Facts>, string[]]>([
    [
      'each chain by itself',
      { handoffs: [chain({ acknowledgedAt: at(-71.5) }), chain({})] },
      ['event h1', 'watched h672'],
    ],
    ['a draft has not begun to wait', { handoffs: [chain({ sentAt: null })] }, []],
    ['taken back before anybody had it', { handoffs: [chain({ isRevoked: true })] }, []],
    [
      'somebody had it, and then it was taken back',
      { handoffs: [chain({ isRevoked: true, acknowledgedAt: at(-70) })] },
      ['event h2'],
    ],
    ['a death ends waiting for it', { handoffs: [chain({})], diedAt: at(0) }, ['died h72']],
  ])('%s', (_, facts, expected) => {
    expect(marksOf('acknowledgement', facts)).toEqual(expected)
  })
})

it('of a handoff about a partner nothing is told to whoever may not know of couples', () => {
  const facts = { ...NOTHING, handoffs: [chain({}), chain({ area: 'partner' })] }
  const marks = curveMarks(facts, LONG_AFTER).filter(({ measure }) => measure === 'curve-acknowledgement')
  expect(marks.map(({ category }) => category)).toEqual(['release', 'partner'])
})

it('says when time alone moves a mark: at no moment before it does one change', () => {
  const facts: Facts = {
    ...NOTHING,
    ...omt,
    firstContactAt: null,
    hasTreatmentNeed: true,
    isHandedOff: true,
    dosesOutside: [dose(13.5)],
    handoffs: [chain({ sentAt: at(-1.25), acknowledgedAt: at(5) })],
  }
  let told = JSON.stringify(curveMarks(facts, OUT))
  let changesAt = curveChangesAt(facts, OUT)
  for (let hours = 0.25; hours <= 800; hours += 0.25) {
    const now = at(hours)
    const marks = JSON.stringify(curveMarks(facts, now))
    if (changesAt !== null && now >= changesAt) changesAt = curveChangesAt(facts, now)
    else expect(marks, `after ${hours} hours`).toBe(told)
    told = marks
  }
  expect(changesAt).toBeNull()
})
